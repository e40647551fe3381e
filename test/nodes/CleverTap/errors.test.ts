import type { INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { testCleverTapMessaging } from '../../../nodes/CleverTap/credentialTest';
import { closedNetwork } from '../../support/network';
import { api, credentials, failed, failureOf, HOST, one, PASSCODE } from './cleverTap';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const READ: INodeParameters = { resource: 'report', operation: 'getRealTimeCount' };
const WRITE: INodeParameters = { resource: 'event', operation: 'upload', userId: 'u', eventName: 'E' };

describe('what CleverTap says', () => {
	it.each([
		[400, 'invalidInput', 'CleverTap\'s message'],
		[403, 'forbidden', 'passcode'],
		[404, 'notFound', 'ID'],
		[409, 'conflict', 'status'],
	])('%i', async (status, name, fix) => {
		api().post('/1/now.json').reply(status, failed('CleverTap says no', status));
		expect(await failureOf(READ)).toMatchObject({ class: name, status, code: String(status), message: 'CleverTap: CleverTap says no', fix: expect.stringContaining(fix) });
	});

	it('401 tells of the region and names the host, not the passcode', async () => {
		// n8n itself asks twice after a 401.
		api().post('/1/now.json').times(2).reply(401, failed(`Invalid Credentials ${PASSCODE}`, 401));
		const failure = await failureOf(READ);
		expect(failure).toMatchObject({ class: 'unauthorized', status: 401, message: expect.stringContaining(HOST), fix: expect.stringContaining('another region') });
		expect(JSON.stringify(failure)).not.toContain(PASSCODE);
	});

	it('429 to the end is told as a full house', async () => {
		api().post('/1/now.json').times(6).reply(429, failed('Too many concurrent requests', 429));
		expect(await failureOf(READ)).toMatchObject({ class: 'rateLimited', fix: expect.stringContaining('15 uploads and 3 calls') });
	});

	it('500 on a read: again', async () => {
		api().post('/1/now.json').reply(500, failed('Server error', 500));
		api().post('/1/now.json').reply(200, { status: 'success', count: 3 });
		expect(await one(READ)).toEqual({ count: 3 });
	});
});

describe('HTTP 200 that is a failure', () => {
	it.each([
		['code 401', failed('Invalid Credentials', 401), 'unauthorized'],
		['code 400', failed('Bad date', 400), 'invalidInput'],
		['a record\'s code, which is no status', failed('Invalid structure', 512), 'invalidInput'],
		['no code', { status: 'fail', error: 'Something' }, 'invalidInput'],
	])('"fail" with %s', async (_, body, name) => {
		api().post('/1/now.json').reply(200, body);
		expect(await failureOf(READ)).toMatchObject({ class: name, status: 200 });
	});

	it('"fail" with 429 is waited for as a real one', async () => {
		api().post('/1/now.json').reply(200, failed('Too many concurrent requests', 429));
		api().post('/1/now.json').reply(200, { status: 'success', count: 1 });
		expect(await one(READ)).toEqual({ count: 1 });
	});

	it('"fail" with 500 on a write that must not be repeated is unknown', async () => {
		api().post('/1/upload').reply(200, failed('Server error', 500));
		expect(await failureOf(WRITE)).toMatchObject({ class: 'unknownOutcome' });
	});

	it.each([READ, WRITE])('an empty one, as for a path that no host knows, names the host', async (parameters) => {
		api().post(/.*/).reply(200, '');
		expect(await failureOf(parameters)).toMatchObject({ class: 'notFound', message: expect.stringContaining(HOST), fix: expect.stringContaining('region') });
	});

	it('a page names the host; after a write nobody knows', async () => {
		api().post(/.*/).twice().reply(200, '<html>hello</html>');
		expect(await failureOf(READ)).toMatchObject({ class: 'unavailable', message: expect.stringContaining(HOST) });
		expect(await failureOf(WRITE)).toMatchObject({ class: 'unknownOutcome', message: expect.stringContaining(HOST) });
	});
});

describe('the host', () => {
	it.each([['eu1', 'https://eu1.api.clevertap.com'], ['bare', 'https://api.clevertap.com'], ['mec1', 'https://mec1.api.clevertap.com'], ['aps3', 'https://aps3.api.clevertap.com']])('of region %s is %s', async (region, host) => {
		nock(host, { badheaders: ['x-n8n-execution-id'] }).post('/1/now.json').reply(200, { status: 'success', count: 0 });
		await one(READ, { credential: { region } });
	});

	it.each(['https://sk1.api.clevertap.com', 'https://sk1.api.clevertap.com/1/', 'https://sk1.api.clevertap.com/'])('of one\'s own as %s, which is told the execution', async (baseUrl) => {
		nock('https://sk1.api.clevertap.com', { reqheaders: { 'x-n8n-execution-id': 'execution-7' } }).post('/1/now.json').reply(200, { status: 'success', count: 0 });
		await one(READ, { credential: { region: 'custom', baseUrl } });
	});
});

describe('the credential\'s test', () => {
	const data = credentials().cleverTapMessagingApi;
	const test = async (answer: () => Promise<{ statusCode: number; body: unknown }>) => {
		const asked: unknown[] = [];
		const context = { helpers: { request: async (options: unknown) => (asked.push(options), await answer()) } };
		const result = await testCleverTapMessaging.call(context as never, { id: '1', name: 'c', type: 'cleverTapMessagingApi', data });
		return { asked, result };
	};

	it('reads the campaigns of one day', async () => {
		const { asked, result } = await test(async () => ({ statusCode: 200, body: { status: 'success', targets: [] } }));
		expect(result.status).toBe('OK');
		expect(asked).toEqual([expect.objectContaining({ method: 'POST', uri: `${HOST}/1/targets/list.json`, body: { from: 20240101, to: 20240101 } })]);
	});

	it.each([
		['401', { statusCode: 401, body: failed('Invalid Credentials', 401) }, 'another region'],
		['nothing', { statusCode: 200, body: '' }, HOST],
		['a 200 that is a failure', { statusCode: 200, body: failed('No', 403) }, 'may not use'],
	])('%s is no success', async (_, answer, message) => {
		const { result } = await test(async () => answer);
		expect(result).toMatchObject({ status: 'Error', message: expect.stringContaining(message) });
	});

	it('nobody there', async () => {
		const { result } = await test(async () => await Promise.reject(new Error('ECONNREFUSED')));
		expect(result).toMatchObject({ status: 'Error', message: expect.stringContaining('Nobody answered') });
	});
});
