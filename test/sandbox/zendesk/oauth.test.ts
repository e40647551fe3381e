import { basic, Zendesk, type ErrorJson, type UserJson } from './helpers';

describe('OAuth and scopes', () => {
	let zendesk: Zendesk;
	const good = { grant_type: 'client_credentials', client_id: 'sandbox_client', client_secret: 'sandbox-client-secret' };

	beforeAll(async () => {
		zendesk = await Zendesk.start();
	});
	afterAll(async () => await zendesk.sandbox.close());
	beforeEach(async () => await zendesk.reset());

	const formToken = async (form: Record<string, string>, headers: Record<string, string> = {}) =>
		await fetch(`${zendesk.base}/oauth/tokens`, { method: 'POST', headers, body: new URLSearchParams(form) });

	test('a JSON request yields a bearer token of 30 minutes that acts as the admin API user', async () => {
		const { status, body } = await zendesk.requestToken({ ...good, scope: 'tickets:read users:read' });
		expect(status).toBe(200);
		expect(body).toEqual({ access_token: expect.stringMatching(/^[0-9a-f]{64}$/), token_type: 'bearer', scope: 'tickets:read users:read', expires_in: 1800 });
		zendesk.token = body.access_token;
		const me = await zendesk.api<{ user: { role: string; id: number } }>('GET', '/users/me');
		expect(me.body.user).toMatchObject({ role: 'admin', id: expect.any(Number) });
	});

	test('a form-encoded request does too, with the secret in the body or as Basic', async () => {
		expect((await formToken({ ...good, scope: 'read' })).status).toBe(200);
		const byHeader = await formToken({ grant_type: 'client_credentials' }, { authorization: basic('sandbox_client', 'sandbox-client-secret') });
		expect(byHeader.status).toBe(200);
		expect(zendesk.lastRule).toContain('no scope asked for');
	});

	test('a wrong secret is 401, another grant is 400, and the secret never reaches the log', async () => {
		const wrong = await zendesk.requestToken({ ...good, client_secret: 'nope' });
		expect([wrong.status, wrong.body.error]).toEqual([401, 'invalid_client']);
		const password = await zendesk.requestToken({ ...good, grant_type: 'password' });
		expect([password.status, password.body.error]).toEqual([400, 'unsupported_grant_type']);
		expect(JSON.stringify(zendesk.events)).not.toContain('sandbox-client-secret');
	});

	test.each([300, 172_800])('expires_in %d is out of bounds', async (seconds) => {
		expect((await zendesk.requestToken({ ...good, expires_in: seconds })).status).toBe(400);
		expect((await zendesk.requestToken({ ...good, expires_in: 301 })).body.expires_in).toBe(301);
	});

	test('tokens expire as the world ages', async () => {
		expect((await zendesk.api('GET', '/tickets')).status).toBe(200);
		await zendesk.age(1801);
		const { status, body } = await zendesk.api('GET', '/tickets');
		expect([status, body.error]).toEqual([401, 'invalid_token']);
	});

	test('Basic and nothing at all are 401, but users/me is an anonymous 200', async () => {
		for (const authorization of [basic('a@example.com/token', 'x'), '']) {
			const refused = await zendesk.api('GET', '/tickets', undefined, { authorization });
			expect([refused.status, refused.body.error]).toEqual([401, "Couldn't authenticate you"]);
			const me = await zendesk.api<{ user: UserJson }>('GET', '/users/me.json', undefined, { authorization });
			expect(me.status).toBe(200);
			expect(me.body.user).toMatchObject({ id: null, name: 'Anonymous user' });
		}
	});

	test('a bad bearer is 401 even on users/me', async () => {
		const { status, body } = await zendesk.api('GET', '/users/me', undefined, { authorization: 'Bearer wrong' });
		expect([status, body.error]).toEqual([401, 'invalid_token']);
	});

	test('a call that the role may not make is 403 in the other shape, whatever the scopes', async () => {
		const agent = basic('nora@sandbox.example.com/token', 'sandbox-api-token');
		await zendesk.control('POST', '/zendesk/settings', { apiTokens: 'on' });
		const refused = await zendesk.api<{ error: { title: string } }>('GET', '/webhooks', undefined, { authorization: agent });
		expect([refused.status, refused.body.error.title]).toEqual([403, 'Forbidden']);
		expect((await zendesk.api('GET', '/tickets', undefined, { authorization: agent })).status).toBe(200);
	});

	describe('scopes', () => {
		const statusWith = async (scope: string, method: string, path: string, body?: unknown) => {
			await zendesk.logIn('sandbox_client', 'sandbox-client-secret', scope);
			return (await zendesk.api(method, path, body)).status;
		};

		test.each([
			['read', 'GET', '/tickets', 200],
			['read', 'POST', '/tickets', 403],
			['write', 'GET', '/tickets', 403],
			['tickets:read', 'GET', '/tickets', 200],
			['tickets:read', 'GET', '/users', 403],
			['tickets:read', 'GET', '/webhooks', 403],
			['webhooks:read', 'GET', '/webhooks', 200],
			['tickets:write', 'PUT', '/users/1', 403],
			['users:write', 'POST', '/tickets', 403],
			['tickets:read', 'GET', '/groups', 200],
			['tickets:write', 'GET', '/groups', 403],
		])('%s: %s %s → %d', async (scope, method, path, status) => {
			expect(await statusWith(scope, method, path, method === 'GET' ? undefined : { ticket: { comment: { body: 'x' } }, user: {} })).toBe(status);
		});

		test('an unknown scope still yields a token, which opens nothing', async () => {
			const answer = await zendesk.requestToken({ ...good, scope: 'tickets.read,write' });
			expect([answer.status, answer.body.scope]).toEqual([200, 'tickets.read,write']);
			zendesk.token = answer.body.access_token;
			const refused = await zendesk.api('GET', '/tickets');
			expect([refused.status, refused.body]).toEqual([403, { error: 'Forbidden', description: 'You are missing the following required scopes: tickets:read, read' }]);
		});

		test('strict: ticket fields and groups want read, or their own scope', async () => {
			const strict = async (scope: string, path: string) => {
				await zendesk.logIn('sandbox_client', 'sandbox-client-secret', scope);
				const { status, body } = await zendesk.api('GET', path);
				return status === 200 ? 200 : body.description;
			};
			await zendesk.control('POST', '/zendesk/settings', { undocumentedScopes: 'strict' });
			expect(await strict('tickets:read', '/ticket_fields')).toBe('You are missing the following required scopes: read');
			expect(await strict('tickets:read', '/groups')).toBe('You are missing the following required scopes: groups:read, read');
			expect(await strict('groups:read', '/groups')).toBe(200);
			expect(await strict('read', '/ticket_fields')).toBe(200);
			expect(await strict('tickets:read', '/tickets')).toBe(200);
		});

		test('the reader client is granted reading only, whatever it asks', async () => {
			const answer = await zendesk.requestToken({ ...good, client_id: 'sandbox_reader', client_secret: 'sandbox-reader-secret', scope: 'read write' });
			expect(answer.body.scope).toBe('read');
			zendesk.token = answer.body.access_token;
			expect((await zendesk.api('POST', '/tickets', { ticket: { comment: { body: 'x' } } })).status).toBe(403);
		});
	});

	test('unknown paths, broken JSON and ids that are no integers have their envelopes', async () => {
		const path = await zendesk.api('GET', '/nothing/here');
		expect([path.status, path.body]).toEqual([404, { error: 'InvalidEndpoint', description: 'Not found' }]);
		const id = await zendesk.api<{ error: { message: string } }>('GET', '/tickets/abc');
		expect([id.status, id.body.error.message]).toEqual([400, expect.stringContaining('Invalid parameter: id must be an integer from api/v2/tickets/show')]);
		const broken = await fetch(`${zendesk.base}/api/v2/tickets`, {
			method: 'POST',
			headers: { authorization: `Bearer ${zendesk.token}`, 'content-type': 'application/json' },
			body: '{"ticket": ',
		});
		expect(broken.status).toBe(400);
		const missing = await zendesk.api<ErrorJson>('GET', '/tickets/999999');
		expect([missing.status, missing.body]).toEqual([404, { error: 'RecordNotFound', description: 'Not found' }]);
	});
});
