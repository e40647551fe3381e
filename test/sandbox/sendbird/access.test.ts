import { RULES } from '../../../sandbox/sendbird/rules';
import { ADA, BRAZE, CHANNEL, CLEVERTAP, MASTER, NOTIFICATIONS, SECONDARY, startSendbird, SUPPORT, type Sendbird } from './harness';

let sendbird: Sendbird;
beforeAll(async () => {
	sendbird = await startSendbird();
});
beforeEach(async () => await sendbird.reset());
afterAll(async () => await sendbird.close());

const view = async (token?: string) => await sendbird.chat('GET', `/users/${ADA}`, undefined, token);

describe('tokens of the chat host', () => {
	it.each([MASTER, SECONDARY])('%s opens it', async (token) => {
		expect((await view(token)).status).toBe(200);
	});

	it.each([NOTIFICATIONS, BRAZE, CLEVERTAP, 'wrong', ''])('%s is refused', async (token) => {
		expect(await view(token)).toMatchObject({ status: 400, body: { error: true, code: 400401 } });
	});

	it('says that a token is of the other host', async () => {
		expect((await view(NOTIFICATIONS)).body.message).toContain('notifications host');
		expect(sendbird.lastRule()).toEqual(RULES.otherHost);
	});

	it('takes the header in any case, and never logs the token', async () => {
		const answer = await fetch(`${sendbird.chatBase}/v3/users/${ADA}`, { headers: { 'Api-Token': MASTER } });
		expect(answer.status).toBe(200);
		expect(JSON.stringify(sendbird.events())).not.toContain(MASTER);
	});
});

describe('the envelope', () => {
	it.each([
		['a missing parameter', { user_id: 'x', profile_url: '' }, 400105],
		['a missing profile_url', { user_id: 'x', nickname: 'x' }, 400105],
		['a number for a text', { user_id: 1, nickname: 'x', profile_url: '' }, 400100],
		['a text for a list', { user_id: 'x', nickname: 'x', profile_url: '', discovery_keys: 'x' }, 400102],
		['a text for JSON', { user_id: 'x', nickname: 'x', profile_url: '', metadata: 'x' }, 400103],
		['a text for a boolean', { user_id: 'x', nickname: 'x', profile_url: '', issue_access_token: 'yes' }, 400104],
		['a value that is too long', { user_id: 'x'.repeat(81), nickname: 'x', profile_url: '' }, 400111],
		['a user that exists', { user_id: ADA, nickname: 'x', profile_url: '' }, 400202],
	])('%s', async (_, body, code) => {
		expect(await sendbird.chat('POST', '/users', body)).toMatchObject({ status: 400, body: { error: true, code, message: expect.any(String) } });
	});

	it('broken JSON, an unknown path, an unknown user and channel', async () => {
		const broken = await fetch(`${sendbird.chatBase}/v3/users`, { method: 'POST', headers: { 'api-token': MASTER, 'content-type': 'application/json' }, body: '{"user_id":' });
		expect(await broken.json()).toMatchObject({ code: 400403 });
		expect(await sendbird.chat('GET', '/strange')).toMatchObject({ status: 400, body: { code: 400930 } });
		expect((await sendbird.chat('PUT', '/users/nobody', { nickname: 'x' })).body.code).toBe(400301);
		expect((await sendbird.chat('GET', '/group_channels/nowhere')).body.code).toBe(400201);
	});

	it('an unknown user may be 400201 instead', async () => {
		await sendbird.sendbird('POST', '/settings', { userMissingCode: '400201' });
		expect((await sendbird.chat('GET', '/users/nobody')).body.code).toBe(400201);
	});
});

describe('rate limits', () => {
	it('are told with every answer, and past them comes 429 with the wait', async () => {
		await sendbird.sendbird('POST', '/limits', { getPerSecond: 2 });
		const first = await view();
		expect([first.headers.get('x-ratelimit-limit'), first.headers.get('x-ratelimit-remaining')]).toEqual(['2;w=1', '1']);
		await view();
		const third = await view();
		expect(third).toMatchObject({ status: 429, body: { error: true, code: 500910 } });
		expect(third.headers.get('x-ratelimit-retryafter')).toBe('1');
		expect(third.headers.get('retry-after')).toBeNull();
		expect(sendbird.lastRule()).toEqual(RULES.planLimit);
		// Each endpoint for itself.
		expect((await sendbird.chat('GET', '/users')).status).toBe(200);
	});

	it('are the largest plan, and stricter for some calls', async () => {
		await sendbird.control('POST', '/reset');
		expect((await view()).headers.get('x-ratelimit-limit')).toBe('600;w=1');
		const sends = await Promise.all(Array.from({ length: 6 }, async () => await sendbird.chat('POST', `/group_channels/${CHANNEL}/messages`, { message_type: 'MESG', user_id: SUPPORT, message: 'x' })));
		expect(sends.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 429]);
		expect((await sendbird.sendbird('POST', '/limits', {})).body).toEqual({ getPerSecond: 600, otherPerSecond: 200, strictPerSecond: 5 });
	});
});

describe('trouble', () => {
	it('a common fault speaks in the envelope', async () => {
		await sendbird.control('POST', '/faults', { vendor: 'sendbird', route: 'GET /v3/users/*', status: 429, retryAfter: 7, times: 1 });
		const refused = await view();
		expect(refused).toMatchObject({ status: 429, body: { error: true, code: 500910 } });
		expect(refused.headers.get('x-ratelimit-retryafter')).toBe('7');
		await sendbird.control('POST', '/faults', { vendor: 'sendbird', route: '*', status: 503, times: 1 });
		expect(await view()).toMatchObject({ status: 503, body: { error: true, code: 500901 } });
		expect((await view()).status).toBe(200);
	});

	it('a cut answer leaves the write done', async () => {
		await sendbird.control('POST', '/faults', { vendor: 'sendbird', route: 'POST /v3/users', reset: 'after', times: 1 });
		await expect(sendbird.chat('POST', '/users', { user_id: 'cut', nickname: 'x', profile_url: '' })).rejects.toThrow();
		expect((await sendbird.chat('GET', '/users/cut')).status).toBe(200);
	});
});

describe('ageing', () => {
	it('moves what is stored', async () => {
		const before = (await view()).body.created_at as number;
		await sendbird.age(100);
		expect((await view()).body.created_at).toBe(before - 100);
	});
});
