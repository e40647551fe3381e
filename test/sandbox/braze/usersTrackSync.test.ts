import { startBraze, type BrazeSandbox } from './harness';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const sync = async (body: object) => await braze.call('POST', '/users/track/sync', body);

it('shows the written attributes as they now are, and no others', async () => {
	const { status, body } = await sync({ attributes: [{ external_id: 'cust-42', loyalty_points: { inc: 5 }, color: 'red' }] });
	expect(status).toBe(201);
	expect(body).toEqual({ users: [{ external_id: 'cust-42', custom_attributes: { loyalty_points: 125, color: 'red' } }], message: 'success' });
});

it('sums up the event and the purchase of that name', async () => {
	const event = (time: string) => sync({ events: [{ email: 'ada@example.com', name: 'rented', time }] });
	await event('2024-01-02T00:00:00Z');
	expect((await event('2024-01-05T00:00:00Z')).body.users).toEqual([
		{ email: 'ada@example.com', custom_events: [{ name: 'rented', first: '2024-01-02T00:00:00.000Z', last: '2024-01-05T00:00:00.000Z', count: 2 }] },
	]);
	const { body } = await sync({ purchases: { external_id: 'cust-42', product_id: 'tea', currency: 'EUR', price: 3, time: '2024-01-02T00:00:00Z' } });
	expect(body.users).toMatchObject([{ purchase_events: [{ product_id: 'tea', count: 1 }] }]);
});

it('shows no user where none may be created', async () => {
	expect((await sync({ attributes: [{ external_id: 'nobody', color: 'red', _update_existing_only: true }] })).body.users).toEqual([]);
});

it.each([
	['nothing', {}],
	['two objects', { attributes: [{ external_id: 'cust-42', a: 1 }, { external_id: 'cust-43', a: 1 }] }],
	['one of each of two kinds', { attributes: [{ external_id: 'cust-42', a: 1 }], events: [{ external_id: 'cust-42', name: 'x', time: '2024-01-01T00:00:00Z' }] }],
	['nobody', { attributes: [{ a: 1 }] }],
	['an event without a time', { events: [{ external_id: 'cust-42', name: 'x' }] }],
])('refuses %s', async (_, body) => {
	expect((await sync(body)).status).toBe(400);
	expect((await braze.truth('cust-42')).custom_attributes.a).toBeUndefined();
});

it('has a limit of its own, and needs a permission of its own', async () => {
	const answer = await sync({ attributes: [{ external_id: 'cust-42', a: 1 }] });
	expect(answer.headers.get('x-ratelimit-limit')).toBe('500');
	expect((await braze.call('POST', '/users/track/sync', {}, { Authorization: 'Bearer sandbox-braze-track-only' })).status).toBe(403);
});
