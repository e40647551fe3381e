import { startBraze, type BrazeSandbox } from './harness';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const DAY = 24 * 3_600_000;
const day = (offset: number): string => new Date(Date.now() + offset * DAY).toISOString().slice(0, 10);
const emails = async (path: string): Promise<string[]> => {
	const answer = await braze.call('GET', path);
	expect(answer.status).toBe(200);
	return (answer.body.emails as Array<{ email: string }>).map(({ email }) => email);
};
const lists = async () => (await braze.control('GET', '/braze/addresses')).body;

describe('GET /email/hard_bounces and /email/unsubscribes', () => {
	it('lists a stretch of time, newest first; the world can age', async () => {
		await braze.control('POST', '/braze/addresses', { email: 'new@example.com', happened: 'hard_bounce' });
		expect(await emails(`/email/hard_bounces?start_date=${day(-60)}&end_date=${day(1)}`)).toEqual(['new@example.com', 'gone@example.com', 'typo@example.com']);
		expect(await emails(`/email/hard_bounces?start_date=${day(-10)}&end_date=${day(-1)}`)).toEqual(['gone@example.com']);
		braze.world.age(20 * DAY);
		expect(await emails(`/email/hard_bounces?start_date=${day(-25)}&end_date=${day(-15)}`)).toEqual(['new@example.com', 'gone@example.com']);
	});

	it('an address wins over the dates', async () => {
		expect(await emails(`/email/hard_bounces?email=TYPO@example.com&start_date=${day(-2)}&end_date=${day(1)}`)).toEqual(['typo@example.com']);
		expect(await emails(`/email/hard_bounces?email=ada@example.com&end_date=${day(1)}`)).toEqual([]);
	});

	it('comes in pages and, for unsubscribes, in either order', async () => {
		await braze.client().users.track({ attributes: [{ external_id: 'cust-42', email_subscribe: 'unsubscribed' }] });
		const range = `start_date=${day(-60)}&end_date=${day(1)}`;
		expect(await emails(`/email/unsubscribes?${range}`)).toEqual(['ada@example.com', 'mia@example.com', 'left@example.com']);
		expect(await emails(`/email/unsubscribes?${range}&sort_direction=asc&limit=1`)).toEqual(['left@example.com']);
		expect(await emails(`/email/unsubscribes?${range}&limit=1&offset=2`)).toEqual(['left@example.com']);
		expect(await emails(`/email/unsubscribes?${range}&offset=3`)).toEqual([]);
	});

	it.each([
		['no end_date', 'start_date=2024-01-01'],
		['neither start_date nor email', 'end_date=2024-01-01'],
		['a start after the end', 'start_date=2024-02-01&end_date=2024-01-01'],
		['another date format', 'start_date=01/02/2024&end_date=2024-01-01'],
		['501 a page', 'start_date=2024-01-01&end_date=2024-02-01&limit=501'],
		['a negative offset', 'start_date=2024-01-01&end_date=2024-02-01&offset=-1'],
	])('refuses %s', async (_, query) => {
		expect((await braze.call('GET', `/email/hard_bounces?${query}`)).status).toBe(400);
		expect((await braze.call('GET', `/email/unsubscribes?${query}`)).status).toBe(400);
	});
});

describe('POST /email/status', () => {
	it('changes all profiles with the address', async () => {
		await braze.client().users.track({ attributes: [{ external_id: 'cust-43', email: 'ada@example.com' }] });
		expect((await braze.call('POST', '/email/status', { email: 'ADA@example.com', subscription_state: 'opted_in' })).status).toBe(201);
		expect((await braze.truth('cust-42')).fields.email_subscribe).toBe('opted_in');
		expect((await braze.truth('cust-43')).fields.email_subscribe).toBe('opted_in');
	});

	it('is kept for an address that nobody has yet', async () => {
		await braze.call('POST', '/email/status', { email: ['later@example.com', 'other@example.com'], subscription_state: 'unsubscribed' });
		await braze.client().users.track({ attributes: [{ external_id: 'cust-43', email: 'later@example.com' }, { external_id: 'new-1', email: 'other@example.com' }] });
		expect((await braze.truth('cust-43')).fields.email_subscribe).toBe('unsubscribed');
		expect((await braze.truth('new-1')).fields.email_subscribe).toBe('unsubscribed');
	});

	it('is there from the start where somebody signs up with such an address', async () => {
		await braze.control('POST', '/customers', { external_id: 'back-1', phone: '+12025550160', email: 'Left@example.com' });
		expect((await braze.truth('back-1')).fields.email_subscribe).toBe('unsubscribed');
	});

	it('takes an address off the list of unsubscribes', async () => {
		await braze.call('POST', '/email/status', { email: 'left@example.com', subscription_state: 'subscribed' });
		expect((await lists()).unsubscribes).toEqual(['mia@example.com']);
	});

	it.each([
		['51 addresses', { email: Array.from({ length: 51 }, (_, at) => `a${at}@example.com`), subscription_state: 'unsubscribed' }],
		['no address', { subscription_state: 'unsubscribed' }],
		['another state', { email: 'ada@example.com', subscription_state: 'gone' }],
	])('refuses %s', async (_, body) => {
		expect((await braze.call('POST', '/email/status', body)).status).toBe(400);
		expect((await lists()).unsubscribes).toEqual(['mia@example.com', 'left@example.com']);
	});
});

describe('removals', () => {
	it('bounce/remove and spam/remove take one address or a list', async () => {
		expect((await braze.call('POST', '/email/bounce/remove', { email: ['gone@example.com', 'nobody@example.com'] })).body).toEqual({ message: 'success' });
		await braze.call('POST', '/email/spam/remove', { email: 'Angry@example.com' });
		expect(await lists()).toMatchObject({ hard_bounces: ['typo@example.com'], spam: [] });
	});

	it.each(['/email/blocklist', '/email/blacklist'])('%s unsubscribes and marks as hard bounced', async (path) => {
		expect((await braze.call('POST', path, { email: ['ada@example.com'] })).status).toBe(201);
		expect((await lists()).hard_bounces).toContain('ada@example.com');
		expect((await lists()).unsubscribes).toContain('ada@example.com');
		expect((await braze.truth('cust-42')).fields.email_subscribe).toBe('unsubscribed');
	});

	it.each(['/email/bounce/remove', '/email/spam/remove', '/email/blocklist'])('%s refuses 51 and none', async (path) => {
		expect((await braze.call('POST', path, { email: ['gone@example.com', ...Array.from({ length: 50 }, (_, at) => `a${at}@example.com`)] })).status).toBe(400);
		expect((await braze.call('POST', path, { email: [] })).status).toBe(400);
		expect((await lists()).hard_bounces).toEqual(['gone@example.com', 'typo@example.com']);
	});
});
