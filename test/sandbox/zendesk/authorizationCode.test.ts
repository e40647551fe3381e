import { createHash, randomBytes } from 'node:crypto';
import { Zendesk, type UserJson } from './helpers';

interface TokenJson {
	access_token: string;
	refresh_token?: string;
	scope: string;
	expires_in: number;
	refresh_token_expires_in?: number;
	error?: string;
}

const BACK = 'https://n8n.example.com/rest/oauth2-credential/callback';

describe('authorization code, PKCE and refresh', () => {
	let zendesk: Zendesk;

	beforeAll(async () => {
		zendesk = await Zendesk.start();
	});
	afterAll(async () => await zendesk.sandbox.close());
	beforeEach(async () => {
		await zendesk.reset();
		await zendesk.control('POST', '/zendesk/settings', { consent: 'allow' });
	});

	const verifier = randomBytes(32).toString('base64url');
	const challenge = createHash('sha256').update(verifier).digest('base64url');
	const pkce = { code_challenge: challenge, code_challenge_method: 'S256' };
	const asked = { response_type: 'code', client_id: 'sandbox_client', redirect_uri: BACK, scope: 'tickets:read users:read', state: 'xyz' };

	const authorize = async (query: Record<string, string>) =>
		await fetch(`${zendesk.base}/oauth/authorizations/new?${new URLSearchParams(query).toString()}`, { redirect: 'manual' });
	const backFrom = (response: Response) => new URL(response.headers.get('location') ?? 'none:').searchParams;
	const codeOf = async (query: Record<string, string> = asked) => backFrom(await authorize(query)).get('code') ?? '';
	const exchange = async (body: object) => await zendesk.requestToken(body) as unknown as { status: number; body: TokenJson };
	const confidential = { client_id: 'sandbox_client', client_secret: 'sandbox-client-secret' };
	const codeGrant = (code: string, more: object = {}) => ({ grant_type: 'authorization_code', code, redirect_uri: BACK, ...confidential, ...more });
	const refreshGrant = (token: string | undefined, more: object = {}) => ({ grant_type: 'refresh_token', refresh_token: token, ...confidential, ...more });
	const statusWith = async (token: string) => (await zendesk.api('GET', '/users/me', undefined, { authorization: `Bearer ${token}` })).status;

	test('the page asks; Allow leads back with code and state, the code becomes a token pair', async () => {
		await zendesk.control('POST', '/zendesk/settings', { consent: 'ask' });
		const html = await (await authorize(asked)).text();
		expect(html).toContain('sandbox_client asks for access');
		const fields = Object.fromEntries([...html.matchAll(/name="([a-z_]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]));
		const [, action] = /action="([^"]+)"/.exec(html) ?? [];
		const answered = await fetch(action, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ ...fields, decision: 'allow' }) });
		expect(answered.status).toBe(302);
		expect(backFrom(answered).get('state')).toBe('xyz');
		const { status, body } = await exchange(codeGrant(backFrom(answered).get('code') ?? ''));
		expect(status).toBe(200);
		expect(body).toEqual({
			access_token: expect.any(String), refresh_token: expect.any(String), token_type: 'bearer', scope: 'tickets:read users:read', expires_in: 1800, refresh_token_expires_in: 2_592_000,
		});
	});

	test('Deny comes back as access_denied', async () => {
		await zendesk.control('POST', '/zendesk/settings', { consent: 'deny' });
		const back = backFrom(await authorize(asked));
		expect([back.get('error'), back.get('state'), back.get('code')]).toEqual(['access_denied', 'xyz', null]);
	});

	test('the token acts as whoever was logged in at the page', async () => {
		await zendesk.control('POST', '/zendesk/settings', { consentUser: 'nora@sandbox.example.com' });
		zendesk.token = (await exchange(codeGrant(await codeOf()))).body.access_token;
		expect((await zendesk.api<{ user: UserJson }>('GET', '/users/me')).body.user).toMatchObject({ name: 'Nora Lindqvist', role: 'agent' });
	});

	test('a code is good once, for 120 s, for its own client and address', async () => {
		const code = await codeOf();
		expect((await exchange(codeGrant(code))).status).toBe(200);
		expect((await exchange(codeGrant(code))).body.error).toBe('invalid_grant');
		expect((await exchange(codeGrant(await codeOf(), { redirect_uri: 'https://other.example.com' }))).body.error).toBe('invalid_grant');
		expect((await exchange(codeGrant(await codeOf(), { client_id: 'sandbox_reader', client_secret: 'sandbox-reader-secret' }))).body.error).toBe('invalid_grant');
		const late = await codeOf();
		await zendesk.age(121);
		expect((await exchange(codeGrant(late))).body.error).toBe('invalid_grant');
	});

	test('a public client must prove itself, and has no client credentials', async () => {
		const open = { ...asked, client_id: 'sandbox_public' };
		const refused = await authorize(open);
		expect([refused.status, ((await refused.json()) as TokenJson).error]).toEqual([400, 'invalid_request']);
		const grant = (code: string, proof: string) => ({ grant_type: 'authorization_code', code, redirect_uri: BACK, client_id: 'sandbox_public', code_verifier: proof });
		expect((await exchange(grant(await codeOf({ ...open, ...pkce }), 'wrong'))).body.error).toBe('invalid_grant');
		expect((await exchange(grant(await codeOf({ ...open, ...pkce }), verifier))).status).toBe(200);
		expect((await exchange({ grant_type: 'client_credentials', client_id: 'sandbox_public' })).body.error).toBe('unauthorized_client');
	});

	test.each([{ client_id: 'nobody' }, { redirect_uri: 'nonsense' }, { response_type: 'token' }])('%j is refused on the page, and nobody is sent anywhere', async (wrong) => {
		const refused = await authorize({ ...asked, ...wrong });
		expect([refused.status, refused.headers.get('location')]).toEqual([400, null]);
	});

	test('a refresh ends the pair before; the second of two at once loses', async () => {
		const first = (await exchange(codeGrant(await codeOf()))).body;
		const [one, two] = await Promise.all([exchange(refreshGrant(first.refresh_token)), exchange(refreshGrant(first.refresh_token))]);
		expect([one.status, two.status].sort()).toEqual([200, 400]);
		const won = one.status === 200 ? one : two;
		expect([await statusWith(first.access_token), await statusWith(won.body.access_token)]).toEqual([401, 200]);
		await zendesk.age(1801);
		expect(await statusWith(won.body.access_token)).toBe(401);
		expect((await exchange(refreshGrant(won.body.refresh_token))).status).toBe(200);
	});

	test('a refresh token ends after its own time, which has bounds', async () => {
		const { body } = await exchange(codeGrant(await codeOf(), { refresh_token_expires_in: 604_801 }));
		expect(body.refresh_token_expires_in).toBe(604_801);
		await zendesk.age(604_802);
		expect((await exchange(refreshGrant(body.refresh_token))).body.error).toBe('invalid_grant');
		expect((await exchange(codeGrant(await codeOf(), { refresh_token_expires_in: 604_800 }))).status).toBe(400);
	});

	test('revoked: by an administrator mid-run, by the API, by itself', async () => {
		const pair = async () => (await exchange(codeGrant(await codeOf({ ...asked, scope: 'read write' })))).body;
		const first = await pair();
		expect((await zendesk.control<{ revoked: number }>('POST', '/zendesk/oauth/revoke', { client: 'sandbox_client' })).body.revoked).toBe(2);
		expect(await statusWith(first.access_token)).toBe(401);
		expect((await exchange(refreshGrant(first.refresh_token))).body.error).toBe('invalid_grant');
		await zendesk.logIn();
		const second = await pair();
		const { tokens } = (await zendesk.api<{ tokens: Array<{ id: number; token: string }> }>('GET', '/oauth/tokens')).body;
		const listed = tokens.find(({ token }) => second.access_token.startsWith(token));
		expect(listed?.token).toHaveLength(10);
		expect((await zendesk.api('DELETE', `/oauth/tokens/${listed?.id}`)).status).toBe(204);
		expect(await statusWith(second.access_token)).toBe(401);
		expect((await zendesk.api('DELETE', '/oauth/tokens/current')).status).toBe(204);
		expect(await statusWith(zendesk.token)).toBe(401);
	});
});
