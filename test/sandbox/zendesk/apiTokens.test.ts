import { basic, Zendesk, type UserJson } from './helpers';

const DAY = 24 * 3600;

describe('API tokens, while they last', () => {
	let zendesk: Zendesk;

	beforeAll(async () => {
		zendesk = await Zendesk.start();
	});
	afterAll(async () => await zendesk.sandbox.close());
	beforeEach(async () => await zendesk.reset());

	const nora = basic('nora@sandbox.example.com/token', 'sandbox-api-token');
	const status = async (authorization: string) => (await zendesk.api('GET', '/tickets', undefined, { authorization })).status;
	const set = async (apiTokens: string) => await zendesk.control('POST', '/zendesk/settings', { apiTokens });

	test('a token speaks as the user named in front of it', async () => {
		await set('on');
		for (const [email, name] of [['nora@sandbox.example.com', 'Nora Lindqvist'], ['integration@sandbox.example.com', 'Integration (API user)']]) {
			const me = await zendesk.api<{ user: UserJson }>('GET', '/users/me', undefined, { authorization: basic(`${email}/token`, 'sandbox-api-token') });
			expect(me.body.user.name).toBe(name);
		}
	});

	test.each([
		['another token', basic('nora@sandbox.example.com/token', 'wrong')],
		['nobody here', basic('who@example.com/token', 'sandbox-api-token')],
		['a password', basic('nora@sandbox.example.com', 'sandbox-api-token')],
	])('%s is 401', async (_what, authorization) => {
		await set('on');
		expect(await status(authorization)).toBe(401);
	});

	test('an end user sees only themselves', async () => {
		await set('on');
		const edith = basic('edith@example.com/token', 'sandbox-api-token');
		expect(await status(edith)).toBe(403);
		expect((await zendesk.api<{ user: UserJson }>('GET', '/users/me', undefined, { authorization: edith })).body.user.name).toBe('Edith Email');
	});

	test('switched off: 401 for calls, anonymous at users/me', async () => {
		await set('off');
		expect(await status(nora)).toBe(401);
		expect(zendesk.lastRule).toContain('2027-04-30');
		const me = await zendesk.api<{ user: { id: number | null } }>('GET', '/users/me', undefined, { authorization: nora });
		expect([me.status, me.body.user.id]).toEqual([200, null]);
	});

	test('the day of the end comes as the world ages', async () => {
		await set('calendar');
		// Far enough from any day on which this runs; bearer tokens are minted anew.
		await zendesk.age(20_000 * DAY);
		expect(await status(nora)).toBe(401);
		expect(zendesk.lastRule).toContain('2027-04-30');
	});

	test('idle for 30 days: deactivated', async () => {
		await set('on');
		expect(await status(nora)).toBe(200);
		await zendesk.age(29 * DAY);
		expect(await status(nora)).toBe(200);
		await zendesk.age(30 * DAY);
		expect(await status(nora)).toBe(401);
		expect(zendesk.lastRule).toContain('30 days');
	});
});
