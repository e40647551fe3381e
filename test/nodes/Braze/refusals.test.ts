import nock from 'nock';
import { Braze } from '../../../nodes/Braze/Braze.node';
import { runNode } from '../../support/engine';
import { closedNetwork } from '../../support/network';
import { api, CONTINUE, KEY, runBraze } from './braze';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const TRACK = { resource: 'user', operation: 'trackAttributes', userId: 'u0', connection: { longestWait: 0 } };
const SEND = { resource: 'campaign', operation: 'triggerSend', campaign: { __rl: true, mode: 'id', value: 'c' }, userId: 'u0', connection: { longestWait: 0 } };

const failureOf = async (parameters: typeof TRACK | typeof SEND) => (await runBraze(parameters, [{}], CONTINUE)).main[1][0].json.error;

describe('what Braze refuses is told with its class and what to do', () => {
	it('a wrong key, or a key of another cluster', async () => {
		api().post('/users/track').times(2).reply(401, { message: 'Invalid API Key' });
		expect(await failureOf(TRACK)).toMatchObject({ class: 'unauthorized', status: 401, message: 'Braze: Invalid API Key', fix: expect.stringContaining('instance') });
	});

	it.each([[TRACK, '/users/track', 'users.track'], [SEND, '/campaigns/trigger/send', 'campaigns.trigger.send']])('a missing permission, by its name in the dashboard', async (parameters, path, permission) => {
		api().post(path).reply(403, { message: 'Access Denied' });
		expect(await failureOf(parameters)).toMatchObject({ class: 'forbidden', status: 403, fix: expect.stringContaining(`"${permission}"`) });
	});

	it('a wrong host', async () => {
		api().post('/users/track').reply(404, '<html>nginx</html>', { 'Content-Type': 'text/html' });
		expect(await failureOf(TRACK)).toMatchObject({ class: 'notFound', status: 404, message: 'Braze: HTTP 404', fix: expect.stringContaining('REST host') });
	});

	it('an unknown campaign', async () => {
		api().post('/campaigns/trigger/send').reply(400, { message: 'Invalid Campaign ID' });
		expect(await failureOf(SEND)).toMatchObject({ class: 'invalidInput', status: 400, message: 'Braze: Invalid Campaign ID', fix: expect.stringContaining('API-triggered') });
	});

	it('too many calls', async () => {
		const reset = Math.floor(Date.now() / 1000) + 40;
		api().post('/users/track').reply(429, { message: 'slow' }, { 'x-ratelimit-reset': String(reset) });
		const failure = await failureOf(TRACK);
		expect(failure).toMatchObject({ class: 'rateLimited', status: 429 });
		expect(failure).toMatchObject({ retryAfter: expect.any(Number) });
		expect(Number((failure as { retryAfter: number }).retryAfter)).toBeGreaterThan(35);
	});
});

describe('an answer that is not Braze\'s', () => {
	it.each([[TRACK, '/users/track'], [SEND, '/campaigns/trigger/send']])('is no success, whatever its status', async (parameters, path) => {
		api().post(path).reply(200, '<html>Welcome to nginx</html>', { 'Content-Type': 'text/html' });
		const { main } = await runBraze(parameters, [{}], CONTINUE);
		expect(main[0]).toEqual([]);
		expect(main[1][0].json.error).toMatchObject({ vendor: 'Braze' });
	});

	it('is no unknown user', async () => {
		api().post('/users/export/ids').reply(200, '<html>Welcome to nginx</html>', { 'Content-Type': 'text/html' });
		const { main } = await runBraze({ resource: 'user', operation: 'exportByIds', userId: 'u0' }, [{}], CONTINUE);
		expect(main[1][0].json.error).not.toMatchObject({ class: 'notFound' });
	});
});

it('a custom host is called with the execution\'s id', async () => {
	nock('http://127.0.0.1:4010', { reqheaders: { authorization: `Bearer ${KEY}`, 'x-n8n-execution-id': 'execution-7' } }).post('/braze/users/track').reply(201, { message: 'success' });
	const credentials = { brazeMessagingApi: { instance: 'custom', baseUrl: 'http://127.0.0.1:4010/braze/', apiKey: KEY } };
	expect((await runNode({ nodeType: new Braze(), parameters: TRACK, credentials })).error).toBeUndefined();
});
