import { startBraze, type BrazeSandbox } from './harness';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

describe('POST /users/export/ids', () => {
	it('gives the asked fields of known users and names unknown ids', async () => {
		const answer = await braze.client().users.export.ids({ external_ids: ['cust-42', 'nobody'], fields_to_export: ['external_id', 'braze_id', 'first_name', 'phone', 'custom_attributes'] });
		expect(answer).toEqual({
			message: 'success',
			users: [
				{
					external_id: 'cust-42',
					braze_id: '65f0c0de0000000000000042',
					first_name: 'Ada',
					phone: '+12025550142',
					custom_attributes: { favorite_color: 'green', loyalty_points: 120 },
				},
			],
			invalid_user_ids: ['nobody'],
		});
	});

	it('leaves out what is empty, but not a false inside custom_attributes', async () => {
		await braze.client().users.track({ attributes: [{ external_id: 'cust-43', zendesk_ticket_open: false }] });
		const { users } = await braze.client().users.export.ids({ external_ids: ['cust-43'], fields_to_export: ['external_id', 'first_name', 'email', 'custom_attributes', 'user_aliases'] });
		expect(users).toEqual([{ external_id: 'cust-43', custom_attributes: { zendesk_ticket_open: false } }]);
	});

	it('finds by braze_id, email_address and phone', async () => {
		const external = async (by: object) => (await braze.call('POST', '/users/export/ids', { ...by, fields_to_export: ['external_id', 'first_name'] })).body.users;
		expect(await external({ braze_id: '65f0c0de0000000000000044' })).toEqual([{ first_name: 'Grace' }]);
		expect(await external({ email_address: 'ada@example.com' })).toEqual([{ external_id: 'cust-42', first_name: 'Ada' }]);
		expect(await external({ phone: '+12025550147' })).toEqual([{ external_id: 'cust-47', first_name: 'Edsger' }]);
	});

	it('counts events and purchases', async () => {
		const event = { external_id: 'cust-42', name: 'texted', time: '2024-01-01T00:00:00.000Z' };
		const purchase = { external_id: 'cust-42', product_id: 'tea', currency: 'USD', price: 2.5, quantity: 2, time: event.time };
		await braze.client().users.track({ events: [event, event], purchases: [purchase] });
		const { users } = await braze.client().users.export.ids({ external_ids: ['cust-42'], fields_to_export: ['custom_events', 'purchases', 'total_revenue'] });
		expect(users).toEqual([
			{
				custom_events: [{ name: 'texted', first: event.time, last: event.time, count: 2 }],
				purchases: [{ name: 'tea', first: event.time, last: event.time, count: 1 }],
				total_revenue: 5,
			},
		]);
	});

	it.each([
		['no fields_to_export', { external_ids: ['cust-42'] }],
		['empty fields_to_export', { external_ids: ['cust-42'], fields_to_export: [] }],
		['51 ids', { external_ids: Array.from({ length: 51 }, (_, at) => `c${at}`), fields_to_export: ['external_id'] }],
		['phone and email_address', { phone: '+12025550142', email_address: 'ada@example.com', fields_to_export: ['external_id'] }],
		['nobody', { fields_to_export: ['external_id'] }],
	])('refuses %s', async (_, body) => {
		expect((await braze.call('POST', '/users/export/ids', body)).status).toBe(400);
	});

	it('takes 50 ids', async () => {
		const ids = ['cust-42', ...Array.from({ length: 49 }, (_, at) => `c${at}`)];
		const { users, invalid_user_ids: invalid } = await braze.client().users.export.ids({ external_ids: ids, fields_to_export: ['external_id'] });
		expect(users).toHaveLength(1);
		expect(invalid).toHaveLength(49);
	});
});

describe('the consistency delay', () => {
	const color = async () => {
		const { users } = await braze.client().users.export.ids({ external_ids: ['cust-42'], fields_to_export: ['custom_attributes'] });
		return (users[0].custom_attributes as { favorite_color: string }).favorite_color;
	};

	it('is off: what is written is read at once', async () => {
		await braze.client().users.track({ attributes: [{ external_id: 'cust-42', favorite_color: 'red' }] });
		expect(await color()).toBe('red');
	});

	it('makes a write readable later, the truth shows it at once', async () => {
		await braze.control('POST', '/braze/consistency', { delayMs: 60_000 });
		await braze.client().users.track({ attributes: [{ external_id: 'cust-42', favorite_color: 'red' }] });
		expect(await color()).toBe('green');
		expect((await braze.truth('cust-42')).custom_attributes.favorite_color).toBe('red');
		await braze.control('POST', '/age', { seconds: 61 });
		expect(await color()).toBe('red');
	});

	it('keeps two writes in order', async () => {
		await braze.control('POST', '/braze/consistency', { delayMs: 60_000 });
		await braze.client().users.track({ attributes: [{ external_id: 'cust-42', favorite_color: 'red' }] });
		await braze.control('POST', '/age', { seconds: 30 });
		await braze.client().users.track({ attributes: [{ external_id: 'cust-42', favorite_color: 'blue' }] });
		await braze.control('POST', '/age', { seconds: 31 });
		expect(await color()).toBe('red');
		await braze.control('POST', '/age', { seconds: 30 });
		expect(await color()).toBe('blue');
	});
});
