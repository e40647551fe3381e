import { startBraze, type BrazeSandbox } from './harness';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const HEADERS = { Authorization: 'Bearer sandbox-braze-scim-token', 'X-Request-Origin': 'sandbox-origin' };
const ID = 'dfa245b7-24195aec-887bb3ad-602b3340';
const NEW = {
	schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
	userName: 'new@example.com',
	name: { givenName: 'New', familyName: 'Colleague' },
	department: 'finance',
	permissions: { companyPermissions: ['manage_company_settings'] },
};
const scim = async (method: string, path: string, body?: unknown, headers = HEADERS) => await braze.call(method, `/scim/v2/Users${path}`, body, headers);
const search = async (email: string) => (await scim('GET', `?filter=${encodeURIComponent(`userName eq "${email}"`)}`)).body;

it('creates, finds, changes and deletes a dashboard user', async () => {
	const made = await scim('POST', '', NEW);
	expect(made).toMatchObject({ status: 201, body: { userName: 'new@example.com', lastSignInAt: 'Thursday, January 1, 1970 12:00:00 AM' } });
	const id = String(made.body.id);
	expect(await search('NEW@example.com')).toMatchObject({ schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'], totalResults: 1, Resources: [{ id, department: 'finance' }] });
	const changed = await scim('PUT', `/${id}`, { ...NEW, userName: 'other@example.com', department: 'engineering' });
	expect(changed).toMatchObject({ status: 200, body: { userName: 'new@example.com', department: 'engineering' } });
	expect((await scim('GET', `/${id}`)).body).toMatchObject({ department: 'engineering', createdAt: expect.any(String) });
	const gone = await fetch(`${braze.base}/scim/v2/Users/${id}`, { method: 'DELETE', headers: HEADERS });
	expect([gone.status, await gone.text()]).toEqual([204, '']);
	expect(await search('new@example.com')).toMatchObject({ totalResults: 0, Resources: [] });
});

it('answers in SCIM’s form when a user exists already or not at all', async () => {
	expect(await scim('POST', '', { ...NEW, userName: 'marketer@example.com' })).toMatchObject({
		status: 409,
		body: { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], detail: 'User already exists in the database.', status: 409 },
	});
	for (const method of ['GET', 'PUT', 'DELETE']) {
		expect(await scim(method, '/nope', method === 'PUT' ? NEW : undefined)).toMatchObject({ status: 404, body: { detail: 'User not found', status: 404 } });
	}
});

it.each([
	['a REST API key', { ...HEADERS, Authorization: 'Bearer sandbox-braze-key' }],
	['another origin', { ...HEADERS, 'X-Request-Origin': 'elsewhere' }],
	['no origin', { Authorization: HEADERS.Authorization, 'X-Request-Origin': '' }],
])('refuses %s', async (_, headers) => {
	expect((await scim('GET', `/${ID}`, undefined, headers)).status).toBe(401);
});

it('the SCIM token opens nothing else', async () => {
	expect((await braze.call('GET', '/catalogs', undefined, HEADERS)).status).toBe(401);
});

it('refuses another filter, another schema and an update without permissions', async () => {
	expect((await scim('GET', '')).status).toBe(400);
	expect((await scim('POST', '', { ...NEW, schemas: [] })).status).toBe(400);
	expect((await scim('PUT', `/${ID}`, { ...NEW, permissions: undefined })).status).toBe(400);
});

it('has 5,000 calls a day', async () => {
	expect((await scim('GET', `/${ID}`)).headers.get('x-ratelimit-limit')).toBe('5000');
});
