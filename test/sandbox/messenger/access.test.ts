import { RULES } from '../../../sandbox/messenger/rules';
import { ADA, APP, APP_TOKEN, OTHER_PAGE, PAGE, PAGE_TOKEN, SECRET, startMessenger, type Messenger } from './harness';

let messenger: Messenger;
beforeAll(async () => {
	messenger = await startMessenger();
});
beforeEach(async () => await messenger.reset());
afterAll(async () => await messenger.close());

/** HMAC-SHA256 of the seeded token under the seeded secret, made with Python's hmac (the first one with OpenSSL, too). */
const PROOF = '828a5d7ca622feded4b6e9b1c7e38077ce8053abf36a1b2542b2ef1fea32681a';
/** The same over `token|1795257357`. */
const TIMED_PROOF = 'a366dc53b6c9b05a59060f749a9161b4b19f6d6bb3810561a9a2ddc4e140c44d';

const raw = async (path: string, headers: Record<string, string> = { authorization: `Bearer ${PAGE_TOKEN}` }) => {
	const answer = await fetch(`${messenger.base}${path}`, { headers });
	return { status: answer.status, headers: answer.headers, body: (await answer.json()) as { id?: string; error?: { code: number; error_subcode?: number; type: string; fbtrace_id: string; message: string } } };
};

describe('versions', () => {
	it.each(['/v26.0/me', '/v25.0/me', '/v21.0/me', '/v2.6/me', '/me'])('%s is the Page', async (path) => {
		expect((await raw(path)).body).toEqual({ id: PAGE, name: 'Sandbox Sports' });
		expect(messenger.events().at(-1)?.request?.path).toBe(path);
	});

	it('says which call came without a version, or with an ended one', async () => {
		await raw('/me');
		expect(messenger.lastRule()).toEqual(RULES.versionMissing);
		await raw('/v20.0/me');
		expect(messenger.lastRule()).toEqual(RULES.versionEnded);
		await raw('/v26.0/me');
		expect(messenger.lastRule()).toBeUndefined();
		await raw('/v26.0/me?pretty=1');
		expect(messenger.lastRule()).toEqual(RULES.droppedOptions);
	});

	it('refuses a path that there is none, and reading several ids at the root', async () => {
		expect((await raw('/v25.0/me/nowhere')).body.error).toMatchObject({ code: 2500, type: 'OAuthException' });
		expect(messenger.lastRule()).toEqual(RULES.unknownPath);
		expect((await raw(`/v25.0/?ids=${PAGE},${ADA}`)).body.error).toMatchObject({ code: 100 });
		expect(messenger.lastRule()).toEqual(RULES.rootIds);
	});
});

describe('tokens', () => {
	it('takes the token in the header and in the query, and tells of the leak', async () => {
		expect((await raw('/v25.0/me')).status).toBe(200);
		expect(messenger.events().some(({ kind }) => kind === 'note')).toBe(false);
		expect((await raw(`/v25.0/me?access_token=${PAGE_TOKEN}`, {})).status).toBe(200);
		await messenger.note('the access token stood in the URL of GET /me');
		expect(JSON.stringify(messenger.events())).not.toContain(PAGE_TOKEN);
	});

	it('lets the parameter count where two are sent', async () => {
		const answer = await raw('/v25.0/me?access_token=sandbox-other-page-token');
		expect(answer.body.id).toBe(OTHER_PAGE);
		expect(messenger.lastRule()).toEqual(RULES.tokenTwice);
	});

	it('refuses in the envelope: message, type, code, fbtrace_id', async () => {
		const { status, headers, body } = await raw('/v25.0/me', { authorization: 'Bearer wrong' });
		expect(status).toBe(401);
		expect(body).toEqual({ error: { message: expect.any(String), type: 'OAuthException', code: 190, fbtrace_id: expect.stringMatching(/^A[\w-]{22}$/) } });
		expect(headers.get('x-fb-trace-id')).toBeTruthy();
		expect(headers.get('facebook-api-version')).toBe('v25.0');
		expect(messenger.lastRule()).toEqual(RULES.tokenUnknown);
	});

	it('refuses a call without a token', async () => {
		expect((await raw('/v25.0/me', {})).body.error?.code).toBe(2500);
		expect((await raw(`/v25.0/${PAGE}/personas`, {})).body.error?.code).toBe(104);
		expect(messenger.lastRule()).toEqual(RULES.tokenMissing);
	});

	it.each([['expired', 463], ['password', 460], ['invalid', 467]])('a token that is %s: 190/%i, mid-run', async (fate, subcode) => {
		expect((await messenger.send(ADA)).status).toBe(200);
		await messenger.control('POST', '/messenger/tokens', { token: PAGE_TOKEN, state: fate });
		expect((await messenger.send(ADA)).body.error).toMatchObject({ code: 190, error_subcode: subcode });
		expect(messenger.lastRule()).toEqual(RULES.tokenDead);
		expect((await messenger.chat(ADA)).length).toBe(2);
	});

	it('seeds an expired one', async () => {
		expect((await raw('/v25.0/me', { authorization: 'Bearer sandbox-page-token-expired' })).body.error).toMatchObject({ code: 190, error_subcode: 463 });
	});

	it('refuses the token of another Page for an explicit Page id, and sends from the other for me', async () => {
		const message = { recipient: { id: ADA }, messaging_type: 'RESPONSE', message: { text: 'x' } };
		const other = { authorization: 'Bearer sandbox-other-page-token' };
		expect((await messenger.graph('POST', `/${PAGE}/messages`, message, other)).body.error).toMatchObject({ code: 100, error_subcode: 33 });
		expect(messenger.lastRule()).toEqual(RULES.otherPage);
		// A PSID belongs to one Page: on the other it is nobody.
		expect((await messenger.graph('POST', '/me/messages', message, other)).body.error).toMatchObject({ code: 100, error_subcode: 2018001 });
	});

	it.each(['sandbox-user-token', APP_TOKEN])('%s cannot send', async (token) => {
		await messenger.control('POST', '/messenger/tokens', { token: 'sandbox-user-token', permissions: ['pages_messaging'] });
		const { error } = (await messenger.graph('POST', '/me/messages', { recipient: { id: ADA }, message: { text: 'x' } }, { authorization: `Bearer ${token}` })).body;
		expect([10, 190]).toContain(error?.code);
		expect((await messenger.chat(ADA)).length).toBe(1);
	});
});

describe('permissions', () => {
	it.each([
		['POST', `/${PAGE}/messages`, { recipient: { id: ADA }, message: { text: 'x' } }, 'pages_messaging'],
		['POST', `/${PAGE}/subscribed_apps`, { subscribed_fields: 'messages' }, 'pages_manage_metadata'],
		['GET', `/${ADA}?fields=name`, undefined, 'pages_messaging'],
		['GET', `/${PAGE}/conversations`, undefined, 'pages_messaging'],
		['POST', `/${PAGE}/personas`, { name: 'x', profile_picture_url: 'https://example.com/x.png' }, 'pages_messaging'],
		['GET', '/me/messenger_profile?fields=greeting', undefined, 'pages_messaging'],
		['GET', `/${PAGE}/message_templates`, undefined, 'pages_utility_messaging'],
	])('%s %s names the missing one', async (method, path, body, permission) => {
		const answer = await messenger.graph(method, path, body, { authorization: 'Bearer sandbox-page-token-read-only' });
		expect(answer.body.error).toMatchObject({ code: 10, message: expect.stringContaining(permission) });
		expect(answer.body.error).not.toHaveProperty('error_subcode');
		expect(messenger.lastRule()).toEqual(RULES.permission);
	});
});

describe('appsecret_proof', () => {
	const status = async (query: string) => await raw(`/v25.0/me?${query}`);

	it('takes the vector, and no other', async () => {
		expect((await status(`appsecret_proof=${PROOF}`)).status).toBe(200);
		expect((await status(`appsecret_proof=${PROOF.toUpperCase()}`)).body.error).toMatchObject({ code: 100, type: 'GraphMethodException' });
		expect(messenger.lastRule()).toEqual(RULES.proofWrong);
		expect((await status(`appsecret_proof=${PROOF}`)).status).toBe(200);
		expect(JSON.stringify(messenger.events())).not.toContain(PROOF);
	});

	it('takes the time-bound vector', async () => {
		expect((await status(`appsecret_proof=${TIMED_PROOF}&appsecret_time=1795257357`)).status).toBe(200);
		expect(messenger.lastRule()).toEqual(RULES.proofTimed);
		expect((await status(`appsecret_proof=${TIMED_PROOF}&appsecret_time=1795257358`)).body.error?.code).toBe(100);
		expect((await status(`appsecret_proof=${PROOF}&appsecret_time=1795257357`)).body.error?.code).toBe(100);
	});

	it('is asked for once the app demands it', async () => {
		await messenger.control('POST', '/messenger/app', { requireAppSecretProof: true });
		expect((await status('')).body.error).toMatchObject({ code: 100, message: expect.stringContaining('appsecret_proof') });
		expect(messenger.lastRule()).toEqual(RULES.proofRequired);
		expect((await status(`appsecret_proof=${PROOF}`)).status).toBe(200);
		expect((await messenger.graph('GET', `/${APP}/subscriptions`, undefined, { authorization: `Bearer ${APP_TOKEN}` })).status).toBe(200);
	});

	it('is not checked beside an app token', async () => {
		expect((await messenger.graph('GET', `/${APP}/subscriptions?appsecret_proof=any`, undefined, { authorization: `Bearer ${APP_TOKEN}` })).status).toBe(200);
		expect(messenger.lastRule()).toEqual(RULES.proofAppToken);
	});

	it('is made right by an independent client', async () => {
		await messenger.control('POST', '/messenger/app', { requireAppSecretProof: true });
		expect(await messenger.client({ appSecret: SECRET }).getPageInfo()).toEqual({ id: PAGE, name: 'Sandbox Sports' });
		await expect(messenger.client({ appSecret: 'wrong' }).getPageInfo()).rejects.toThrow('100 GraphMethodException');
		await expect(messenger.client().getPageInfo()).rejects.toThrow('100 GraphMethodException');
	});
});

describe('errors', () => {
	it('can come with any HTTP status: the code tells', async () => {
		for (const errorStatus of [200, 500]) {
			await messenger.control('POST', '/messenger/app', { errorStatus });
			const answer = await messenger.send(ADA, 'x'.repeat(2001));
			expect(answer.status).toBe(errorStatus);
			expect(answer.body.error?.code).toBe(100);
		}
		await messenger.control('POST', '/messenger/app', { errorStatus: null });
		expect((await messenger.send(ADA, 'x'.repeat(2001))).status).toBe(400);
	});

	it('can be switched on by code and subcode, for one call and a number of times', async () => {
		await messenger.control('POST', '/messenger/errors', { error: '613/2018338', call: 'POST messages', times: 1 });
		expect((await raw('/v25.0/me')).status).toBe(200);
		expect((await messenger.send(ADA)).body.error).toMatchObject({ code: 613, error_subcode: 2018338 });
		expect((await messenger.chat(ADA)).length).toBe(1);
		expect((await messenger.send(ADA)).status).toBe(200);
	});

	it('1/1357046: the message was sent all the same', async () => {
		await messenger.control('POST', '/messenger/errors', { error: '1/1357046', times: 1, acted: true });
		expect((await messenger.send(ADA, 'once')).body.error).toMatchObject({ code: 1, error_subcode: 1357046 });
		expect((await messenger.chat(ADA)).map(({ text }) => text)).toEqual(['Hello', 'once']);
	});

	it('2 is passing, and says so', async () => {
		await messenger.control('POST', '/messenger/errors', { error: '2', times: 1 });
		expect((await messenger.send(ADA)).body.error).toMatchObject({ code: 2, is_transient: true });
	});

	it('takes only errors of the table, and forgets them', async () => {
		expect((await messenger.control('POST', '/messenger/errors', { error: '12345' })).status).toBe(400);
		await messenger.control('POST', '/messenger/errors', { error: '4' });
		expect((await messenger.send(ADA)).body.error?.code).toBe(4);
		await messenger.control('DELETE', '/messenger/errors');
		expect((await messenger.send(ADA)).status).toBe(200);
	});

	it.each([[429, 80006], [401, 190], [403, 10], [404, 100], [500, 1], [503, 2], [502, 2]])('a fault of status %i says code %i', async (status, code) => {
		await messenger.control('POST', '/faults', { vendor: 'messenger', route: 'POST /*/messages', status, retryAfter: 600, times: 1 });
		const answer = await messenger.send(ADA);
		expect([answer.status, answer.body.error?.code]).toEqual([status, code]);
		expect(answer.headers.get('retry-after')).toBeNull();
		if (status === 429) expect(JSON.parse(answer.headers.get('x-business-use-case-usage') ?? '')).toMatchObject({ [PAGE]: [{ type: 'messenger', estimated_time_to_regain_access: 10 }] });
		expect((await messenger.send(ADA)).status).toBe(200);
	});

	it('acts and loses the answer', async () => {
		await messenger.control('POST', '/faults', { vendor: 'messenger', route: 'POST /*/messages', reset: 'after', times: 1 });
		await expect(messenger.send(ADA, 'lost')).rejects.toThrow();
		expect((await messenger.chat(ADA)).at(-1)?.text).toBe('lost');
	});
});

describe('debug_token and accounts', () => {
	const inspect = async (token: string) => (await messenger.graph<{ data: object }>('GET', `/debug_token?input_token=${encodeURIComponent(token)}`, undefined, { authorization: `Bearer ${APP_TOKEN}` })).body.data;

	it('tells what a token is', async () => {
		expect(await inspect(PAGE_TOKEN)).toMatchObject({ app_id: APP, type: 'PAGE', is_valid: true, expires_at: 0, profile_id: PAGE, scopes: expect.arrayContaining(['pages_messaging', 'pages_manage_metadata']) });
		expect(await inspect('sandbox-page-token-read-only')).toMatchObject({ scopes: ['pages_show_list', 'pages_read_engagement'] });
		expect(await inspect('sandbox-page-token-expired')).toMatchObject({ is_valid: false, error: { code: 190, subcode: 463 } });
		expect(await inspect('nonsense')).toMatchObject({ is_valid: false, error: { code: 190 } });
		expect(await inspect('sandbox-second-app-token')).toMatchObject({ is_valid: false });
	});

	it('hands out Page tokens to a user token', async () => {
		const { body } = await messenger.graph<{ data: Array<{ id: string; access_token: string }> }>('GET', '/me/accounts', undefined, { authorization: 'Bearer sandbox-user-token' });
		expect(body.data.map(({ id, access_token: token }) => [id, token])).toEqual([[PAGE, PAGE_TOKEN], [OTHER_PAGE, 'sandbox-other-page-token']]);
		expect((await messenger.graph('GET', '/me/accounts')).body.error?.code).toBe(190);
		expect((await messenger.graph('GET', '/me', undefined, { authorization: 'Bearer sandbox-user-token' })).body).toMatchObject({ name: 'Nora Lindqvist' });
	});
});

describe('the Page', () => {
	it('answers fields, and fails whole on one that it does not have', async () => {
		expect((await messenger.graph('GET', '/me?fields=id,name,messaging_feature_status')).body).toEqual({ id: PAGE, name: 'Sandbox Sports', messaging_feature_status: { hop_v2: false, msgr_multi_app: false, ig_multi_app: false } });
		expect((await messenger.graph('GET', '/me?fields=id,name,tasks')).body.error).toMatchObject({ code: 100, message: expect.stringContaining('(tasks)') });
		expect(messenger.lastRule()).toEqual(RULES.unknownField);
	});

	it.each(['123', OTHER_PAGE, ADA.slice(0, -1), 'm_unknown', 't_unknown'])('%s is not visible: 100/33', async (id) => {
		expect((await messenger.graph('GET', `/${id}`)).body.error).toMatchObject({ code: 100, error_subcode: 33 });
		expect((await messenger.graph('DELETE', `/${id}`)).body.error).toMatchObject({ code: 100, error_subcode: 33 });
	});
});
