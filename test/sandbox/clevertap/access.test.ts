/* eslint-disable @n8n/community-nodes/no-restricted-imports -- fetch sets the host itself */
import { request } from 'node:http';
import { RULES } from '../../../sandbox/clevertap/rules';
import { ACCOUNT, day, PASSCODE, startCleverTap, type CleverTap } from './harness';

let clevertap: CleverTap;
beforeAll(async () => {
	clevertap = await startCleverTap();
});
beforeEach(async () => await clevertap.reset());
afterAll(async () => await clevertap.close());

const REFUSED = { status: 'fail', error: 'Invalid Credentials', code: 401 };
const ada = '/1/profile.json?identity=cust-42';

describe('who is let in', () => {
	it('the account with any of its passcodes', async () => {
		expect((await clevertap.get(ada)).status).toBe(200);
		expect((await clevertap.get(ada, { 'X-CleverTap-Passcode': 'sandbox-clevertap-sendbird' })).status).toBe(200);
	});

	it.each([
		['an unknown account', { 'X-CleverTap-Account-Id': 'AAA-BBB-CCCZ' }, RULES.credentialsWrong],
		['a wrong passcode', { 'X-CleverTap-Passcode': 'nope' }, RULES.credentialsWrong],
		['a passcode that was rotated away', { 'X-CleverTap-Passcode': 'sandbox-clevertap-old' }, RULES.credentialsWrong],
		['no passcode', { 'X-CleverTap-Passcode': '' }, RULES.credentialsMissing],
		['no account', { 'X-CleverTap-Account-Id': '' }, RULES.credentialsMissing],
	])('not %s', async (_, headers, rule) => {
		const answer = await clevertap.get(ada, headers);
		expect([answer.status, answer.body]).toEqual([401, REFUSED]);
		expect(clevertap.lastRule()).toEqual(rule);
	});

	it('a passcode can be made and rotated', async () => {
		const old = { 'X-CleverTap-Passcode': PASSCODE };
		await clevertap.control('POST', '/account', { passcode: { value: PASSCODE, active: false } });
		expect((await clevertap.get(ada, old)).status).toBe(401);
		await clevertap.control('POST', '/account', { passcode: { value: 'fresh', name: 'n8n' } });
		expect((await clevertap.get(ada, { 'X-CleverTap-Passcode': 'fresh' })).status).toBe(200);
	});
});

describe('the six regions', () => {
	it.each(['in1', 'sg1', 'us1', 'aps3', 'mec1'])('%s: a right passcode is a wrong one there', async (region) => {
		const answer = await clevertap.get(`/${region}${ada}`);
		expect([answer.status, answer.body]).toEqual([401, REFUSED]);
		expect(clevertap.lastRule()).toEqual(RULES.regionWrong);
	});

	it('eu1 is the seeded one, and what it did is logged as it was called', async () => {
		expect((await clevertap.get(`/eu1${ada}`)).status).toBe(200);
		expect(clevertap.events().at(-1)?.request?.path).toBe(`/eu1${ada}`);
	});

	it('the account may live elsewhere', async () => {
		await clevertap.control('POST', '/account', { region: 'in1' });
		expect((await clevertap.get(`/eu1${ada}`)).status).toBe(401);
		expect((await clevertap.get(`/in1${ada}`)).status).toBe(200);
		expect((await clevertap.get(ada)).status).toBe(200);
	});

	it.each([['in1.api.clevertap.com', 401], ['eu1.api.clevertap.com', 200], ['api.clevertap.com', 200]])('by host header too: %s', async (host, status) => {
		const headers = { host, 'x-clevertap-account-id': ACCOUNT, 'x-clevertap-passcode': PASSCODE };
		const answered = await new Promise<number | undefined>((resolve, reject) => {
			request(`${clevertap.base}${ada}`, { headers }, (answer) => {
				answer.resume();
				resolve(answer.statusCode);
			}).on('error', reject).end();
		});
		expect(answered).toBe(status);
	});

	it('a region that nobody confirms is an unknown path', async () => {
		const answer = await clevertap.get(`/sk1${ada}`);
		expect([answer.status, answer.text]).toEqual([200, '']);
	});
});

describe('paths, methods, bodies', () => {
	it.each(['/1/nothing.json', '/1/counts/event.json', '/3/upload', '/'])('%s is 200 with nothing in it', async (path) => {
		const answer = await clevertap.post(path, {});
		expect([answer.status, answer.text]).toEqual([200, '']);
		expect(clevertap.lastRule()).toEqual(RULES.unknownPath);
	});

	it('a known path with another method is 405', async () => {
		const answer = await clevertap.get('/1/upload');
		expect([answer.status, answer.body]).toEqual([405, { status: 'fail', error: 'Method Not Allowed', code: 405 }]);
		expect((await clevertap.post('/1/profile.json', {})).status).toBe(405);
	});

	it.each(['{"d": [', '[]', '"text"', 'null'])('the body %s is 400', async (body) => {
		const answer = await clevertap.post('/1/upload', body);
		expect(answer.status).toBe(400);
		expect(answer.body).toMatchObject({ status: 'fail', code: 400 });
		expect(clevertap.lastRule()).toEqual(RULES.malformed);
	});

	it('a GET with a content type is taken, and the log tells', async () => {
		expect((await clevertap.get(ada, { 'content-type': 'application/json' })).status).toBe(200);
		expect(clevertap.lastRule()).toEqual(RULES.contentTypeOnGet);
		await clevertap.get(ada);
		expect(clevertap.lastRule()).toBeUndefined();
	});
});

describe('faults', () => {
	it.each([[400], [401], [403], [429], [500], [503]])('%i in CleverTap’s shape, without Retry-After', async (status) => {
		await clevertap.fault({ route: 'POST /1/upload', status, retryAfter: 7, times: 1 });
		const answer = await clevertap.upload();
		expect(answer.status).toBe(status);
		expect(answer.body).toMatchObject({ status: 'fail', code: status, error: expect.stringMatching(/./) });
		expect(answer.headers.get('retry-after')).toBeNull();
		expect((await clevertap.upload()).status).toBe(200);
	});

	it('match routes without their region', async () => {
		await clevertap.fault({ route: 'POST /1/upload', status: 503, times: 1 });
		expect((await clevertap.post('/eu1/1/upload', { d: [] })).status).toBe(503);
	});
});

it('the passcode stays out of the log', async () => {
	await clevertap.get(ada);
	await clevertap.post('/1/counts/events.json', { event_name: 'x', from: day(), to: day() });
	expect(JSON.stringify(clevertap.events())).not.toContain(PASSCODE);
});
