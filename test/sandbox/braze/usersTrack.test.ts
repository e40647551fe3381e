import { startBraze, type BrazeSandbox } from './harness';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const now = new Date().toISOString();
const attributes = async (id: string) => (await braze.truth(id)).custom_attributes;

describe('attributes', () => {
	it('writes custom attributes with their types, and profile fields', async () => {
		const answer = await braze.client().users.track({
			attributes: [{ external_id: 'cust-42', zendesk_ticket: '35436', zendesk_ticket_open: true, age: 36, first_name: 'Augusta' }],
		});
		expect(answer).toEqual({ message: 'success', attributes_processed: 1 });
		const truth = await braze.truth('cust-42');
		expect(truth.types).toMatchObject({ zendesk_ticket: 'string', zendesk_ticket_open: 'boolean', age: 'number' });
		expect(truth.fields.first_name).toBe('Augusta');
		expect(truth.custom_attributes).not.toHaveProperty('first_name');
		expect(truth.custom_attributes).not.toHaveProperty('external_id');
	});

	it('null clears', async () => {
		// braze-api's types know no null, Braze does.
		await braze.call('POST', '/users/track', { attributes: [{ external_id: 'cust-42', favorite_color: null, last_name: null }] });
		const truth = await braze.truth('cust-42');
		expect(truth.custom_attributes).not.toHaveProperty('favorite_color');
		expect(truth.fields).not.toHaveProperty('last_name');
	});

	it('creates an unknown external_id, but not with _update_existing_only', async () => {
		await braze.client().users.track({
			attributes: [
				{ external_id: 'new-1', color: 'red' },
				{ external_id: 'new-2', color: 'red', _update_existing_only: true },
			],
		});
		expect(await attributes('new-1')).toEqual({ color: 'red' });
		expect((await braze.control('GET', '/braze/profiles/new-2')).status).toBe(404);
		await braze.note('new-2');
	});

	it('takes the braze_id of a customer without external id', async () => {
		await braze.client().users.track({ attributes: [{ braze_id: '65f0c0de0000000000000044', color: 'red' }] });
		expect(await attributes('65f0c0de0000000000000044')).toEqual({ color: 'red' });
	});

	it('creates nobody for an unknown braze_id', async () => {
		await braze.client().users.track({ attributes: [{ braze_id: 'ffffffffffffffffffffffff', color: 'red' }] });
		await braze.note('ffffffffffffffffffffffff');
		expect((await braze.control('GET', '/braze/profiles/ffffffffffffffffffffffff')).status).toBe(404);
	});

	it('makes an alias-only profile only with _update_existing_only false', async () => {
		const exported = async (name: string) =>
			(await braze.client().users.export.ids({ user_aliases: [{ alias_name: name, alias_label: 'crm' }], fields_to_export: ['custom_attributes'] })).users;
		await braze.client().users.track({
			attributes: [
				{ user_alias: { alias_name: 'a1', alias_label: 'crm' }, color: 'red' },
				{ user_alias: { alias_name: 'a2', alias_label: 'crm' }, color: 'red', _update_existing_only: false },
			],
		});
		expect(await exported('a1')).toEqual([]);
		expect(await exported('a2')).toEqual([{ custom_attributes: { color: 'red' } }]);
	});

	it('finds by email, which wins over phone, and makes a profile for an unknown one', async () => {
		await braze.call('POST', '/users/track', { attributes: [{ email: 'ADA@example.com', phone: '+12025550147', color: 'red' }] });
		expect(await attributes('cust-42')).toMatchObject({ color: 'red' });
		await braze.call('POST', '/users/track', { attributes: [{ email: 'nobody@example.com', color: 'blue' }] });
		const { users } = await braze.client().users.export.ids({ email_address: 'nobody@example.com', fields_to_export: ['custom_attributes', 'external_id'] });
		expect(users).toEqual([{ custom_attributes: { color: 'blue' } }]);
	});

	it('takes the most recently updated of several with one phone', async () => {
		await braze.client().users.track({ attributes: [{ external_id: 'cust-45', visits: 1 }] });
		await braze.call('POST', '/users/track', { attributes: [{ phone: '+12025550145', color: 'red' }] });
		expect(await attributes('cust-45')).toMatchObject({ color: 'red' });
		expect(await attributes('cust-46')).not.toHaveProperty('color');
	});

	it('prefers one with an external id even if another was updated later', async () => {
		const { body } = await braze.control('POST', '/customers', { phone: '+12025550142' });
		await braze.call('POST', '/users/track', { attributes: [{ phone: '+12025550142', color: 'red' }] });
		expect(await attributes('cust-42')).toMatchObject({ color: 'red' });
		expect(await attributes(String(body.braze_id))).toEqual({});
	});

	it('writes the SMS subscription, and a new number inherits it', async () => {
		await braze.client().users.track({ attributes: [{ external_id: 'cust-47', phone: '+12025550199' }] });
		expect((await braze.truth('cust-47')).sms).toBe('unsubscribed');
		await braze.client().users.track({
			attributes: [{ external_id: 'cust-47', subscription_groups: [{ subscription_group_id: 'sms-group-support', subscription_state: 'subscribed' }] }],
		});
		expect((await braze.truth('cust-47')).sms).toBe('subscribed');
	});
});

describe('errors of single objects', () => {
	it('names array and index, and processes the rest', async () => {
		const answer = await braze.client().users.track({
			attributes: [{ external_id: 'cust-42', color: 'red' }, { color: 'blue' }, { external_id: 'cust-43', color: 'green' }],
			events: [{ external_id: 'cust-42', name: 'texted', time: now }, { name: 'texted', time: now }],
		});
		expect(answer).toEqual({
			message: 'success',
			attributes_processed: 2,
			events_processed: 1,
			errors: [
				{ type: "'external_id' or 'braze_id' or 'user_alias' is required", input_array: 'attributes', index: 1 },
				{ type: "'external_id' or 'braze_id' or 'user_alias' is required", input_array: 'events', index: 1 },
			],
		});
		expect(await attributes('cust-43')).toEqual({ color: 'green' });
	});

	it('answers 201 with them', async () => {
		const answer = await braze.call('POST', '/users/track', { attributes: [{ color: 'red' }, 'nonsense'] });
		expect(answer.status).toBe(201);
		expect(answer.body.errors).toHaveLength(2);
		expect(braze.events().at(-1)?.rule?.certainty).toBe('observed');
	});

	it.each([
		[{ external_id: 'cust-42', time: now }, "'name' is required"],
		[{ external_id: 'cust-42', name: 'texted' }, "'time' is required"],
		[{ external_id: 'cust-42', name: 'texted', time: 'yesterday-ish' }, "'time' is invalid"],
		[{ external_id: 'cust-42', name: 'texted', time: now, properties: { $bad: 1 } }, "'properties' is invalid"],
		[{ external_id: 'cust-42', name: 'texted', time: now, properties: { event_name: 1 } }, "'properties' is invalid"],
	])('refuses the event %j', async (event, type) => {
		const answer = await braze.call('POST', '/users/track', { events: [event] });
		expect(answer.body.errors).toEqual([{ type, input_array: 'events', index: 0 }]);
		expect((await braze.truth('cust-42')).events).toHaveLength(0);
	});

	it.each([
		[{ external_id: 'cust-42', product_id: 'p', currency: 'USD', time: now }, "'price' is required"],
		[{ external_id: 'cust-42', product_id: 'p', currency: 'USD', price: 1, quantity: 101, time: now }, "'quantity' is invalid"],
	])('refuses the purchase %j', async (purchase, type) => {
		const answer = await braze.call('POST', '/users/track', { purchases: [purchase] });
		expect(answer.body.errors).toEqual([{ type, input_array: 'purchases', index: 0 }]);
	});
});

describe('events and purchases', () => {
	it('never drops a repeat', async () => {
		const event = { external_id: 'cust-42', name: 'texted', time: now };
		await braze.client().users.track({ events: [event, event], purchases: [{ external_id: 'cust-42', product_id: 'p', currency: 'USD', price: 1.5, time: now }] });
		await braze.client().users.track({ events: [event] });
		const truth = await braze.truth('cust-42');
		expect(truth.events).toHaveLength(3);
		expect(truth.purchases).toEqual(['p']);
	});

	it('sets a time to come to now', async () => {
		await braze.client().users.track({ events: [{ external_id: 'cust-42', name: 'texted', time: '2999-01-01T00:00:00Z' }] });
		const { users } = await braze.client().users.export.ids({ external_ids: ['cust-42'], fields_to_export: ['custom_events'] });
		expect(Date.parse(users[0].custom_events?.[0].last ?? '')).toBeLessThanOrEqual(Date.now());
	});

	it('creates no alias-only profile, even with _update_existing_only false', async () => {
		await braze.call('POST', '/users/track', { events: [{ user_alias: { alias_name: 'a3', alias_label: 'crm' }, name: 'texted', time: now, _update_existing_only: false }] });
		const { users } = await braze.client().users.export.ids({ user_aliases: [{ alias_name: 'a3', alias_label: 'crm' }], fields_to_export: ['braze_id'] });
		expect(users).toEqual([]);
	});
});

describe('size of a call', () => {
	it('takes 75 objects counted together and refuses 76 whole', async () => {
		const many = (count: number) => Array.from({ length: count }, (_, at) => ({ external_id: `many-${at}`, at }));
		const events = Array.from({ length: 25 }, () => ({ external_id: 'cust-42', name: 'texted', time: now }));
		await expect(braze.client().users.track({ attributes: many(51), events })).rejects.toMatchObject({ status: 400, message: 'Max Input Length Exceeded' });
		expect((await braze.control('GET', '/braze/profiles/many-0')).status).toBe(404);
		await expect(braze.client().users.track({ attributes: many(50), events }, true)).resolves.toEqual({ message: 'success', attributes_processed: 50, events_processed: 25 });
	});

	it('refuses a call with nothing in it', async () => {
		expect((await braze.call('POST', '/users/track', {})).status).toBe(400);
	});
});
