import { startBraze, type BrazeSandbox } from './harness';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const bulk = async (body: object) => await braze.call('POST', '/users/track/bulk', body);
const people = (count: number) => Array.from({ length: count }, (_, at) => ({ external_id: `bulk-${at}`, color: 'red' }));

it('takes 1,000 objects and reports the bad ones by their place', async () => {
	const attributes: object[] = people(1_000);
	attributes[700] = { color: 'red' };
	const { status, body } = await bulk({ attributes });
	expect(status).toBe(201);
	expect(body).toMatchObject({ message: 'success', attributes_processed: 999, errors: [{ input_array: 'attributes', index: 700 }] });
	expect((await braze.truth('bulk-999')).custom_attributes.color).toBe('red');
});

it.each([
	['1,001 objects', { attributes: people(1_001) }, 400],
	['101 objects for one profile, over two arrays', {
		attributes: Array.from({ length: 51 }, () => ({ external_id: 'bulk-0', color: 'red' })),
		events: Array.from({ length: 50 }, () => ({ external_id: 'bulk-0', name: 'x', time: '2024-01-01T00:00:00Z' })),
	}, 400],
	['more than 2 MB', { attributes: [{ external_id: 'bulk-0', text: 'x'.repeat(2 * 1024 * 1024) }] }, 413],
	['nothing', {}, 400],
])('refuses %s and writes nothing', async (_, body, status) => {
	expect((await bulk(body)).status).toBe(status);
	expect((await braze.control('GET', '/braze/profiles/bulk-0')).status).toBe(404);
});

it('has a limit and a permission of its own', async () => {
	expect((await bulk({ attributes: people(1) })).headers.get('x-ratelimit-limit')).toBe('50');
	expect((await braze.call('POST', '/users/track/bulk', { attributes: people(1) }, { Authorization: 'Bearer sandbox-braze-track-only' })).status).toBe(403);
});
