import { resources } from '../../../nodes/Sendbird/resources';
import { closedNetwork } from '../../support/network';
import { waits } from '../../support/quickSleep';
import nock from 'nock';
import { chat, CHAT_HOST, CHAT_BEARER, failureOf, NOTIFICATIONS_BEARER, notifications, one, runSendbird, sendbirdError } from './sendbird';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const GET = { resource: 'user', operation: 'get', userId: 'u1' };
const CREATE = { resource: 'user', operation: 'create', userId: 'u1' };

describe('the code tells, whatever the status', () => {
	it.each([
		[400105, 'invalidInput'],
		[400108, 'forbidden'],
		[400111, 'invalidInput'],
		[400201, 'notFound'],
		[400202, 'conflict'],
		[400300, 'recipientGone'],
		[400301, 'notFound'],
		[400302, 'unauthorized'],
		[400304, 'unauthorized'],
		[400306, 'policy'],
		[400401, 'unauthorized'],
		[400403, 'invalidInput'],
		[400700, 'policy'],
		[400750, 'policy'],
		[400920, 'invalidInput'],
		[400930, 'notFound'],
		[400999, 'invalidInput'],
	])('400 with %d: %s', async (code, failureClass) => {
		chat().post('/v3/users').reply(400, sendbirdError(code));
		expect(await failureOf(CREATE)).toMatchObject({ class: failureClass, status: 400, code: String(code), fix: expect.stringMatching(/./) });
	});

	it.each([403, 400])('%d with 403100: forbidden; a token of another host, or an application that is not there', async (status) => {
		chat().post('/v3/users').reply(status, sendbirdError(403100));
		expect(await failureOf(CREATE)).toMatchObject({ class: 'forbidden', code: '403100', fix: expect.stringMatching(/Settings > Application > General.*not available/) });
	});

	it('403101: Notifications is not switched on', async () => {
		notifications().get('/v1/templates/t').reply(400, sendbirdError(403101));
		expect(await failureOf({ resource: 'template', operation: 'get', templateKey: 't' })).toMatchObject({ class: 'forbidden', fix: expect.stringContaining('not switched on') });
	});

	it('an error with HTTP 200 is an error', async () => {
		chat().post('/v3/users').reply(200, sendbirdError(400202));
		expect(await failureOf(CREATE)).toMatchObject({ class: 'conflict' });
	});

	it('a proxy\'s page is no success', async () => {
		chat().get('/v3/users/u1').reply(200, '<html>hello</html>');
		expect(await failureOf(GET)).toMatchObject({ class: 'unavailable', message: expect.stringContaining('no JSON object') });
	});
});

describe('the token of the other host', () => {
	it('on the chat host: the fix names both', async () => {
		chat().get('/v3/users/u1').reply(400, sendbirdError(400401, 'Invalid api token'));
		expect(await failureOf(GET)).toMatchObject({ class: 'unauthorized', fix: expect.stringMatching(/Settings > Application > General.*Notifications.*does not work here/) });
	});

	it('on the notifications host', async () => {
		notifications().get('/v1/templates/t').reply(400, sendbirdError(400401));
		expect(await failureOf({ resource: 'template', operation: 'get', templateKey: 't' })).toMatchObject({ class: 'unauthorized', vendor: 'Sendbird Notifications', fix: expect.stringContaining('Business Messaging > Authentication') });
	});

	it('is never shown', async () => {
		chat().post('/v3/users').reply(400, sendbirdError(400401, `Invalid api token ${CHAT_BEARER}`));
		expect(JSON.stringify(await failureOf(CREATE))).not.toContain(CHAT_BEARER);
		notifications().get('/v1/templates/t').reply(400, sendbirdError(400401, `Invalid api token ${NOTIFICATIONS_BEARER}`));
		expect(JSON.stringify(await failureOf({ resource: 'template', operation: 'get', templateKey: 't' }))).not.toContain(NOTIFICATIONS_BEARER);
	});
});

describe('rate limits', () => {
	it.each([[429, 500910], [429, 429], [400, 500910]])('HTTP %d with code %d: waits the seconds of X-RateLimit-RetryAfter, also for a write', async (status, code) => {
		chat().post('/v3/users').reply(status, sendbirdError(code), { 'X-RateLimit-RetryAfter': '7' }).post('/v3/users').reply(200, { user_id: 'u1' });
		expect(await one(CREATE)).toEqual({ user_id: 'u1' });
		expect(waits.filter((ms) => ms > 0)).toEqual([7000]);
	});

	it('a wait longer than the user allows fails the item with the wait', async () => {
		chat().post('/v3/users').reply(429, sendbirdError(500910), { 'X-RateLimit-RetryAfter': '90' });
		expect(await failureOf(CREATE)).toMatchObject({ class: 'rateLimited', retryAfter: 90 });
	});
});

it('a base URL of another place is used, with or without the version, and the call carries the execution\'s ID', async () => {
	for (const baseUrl of ['http://127.0.0.1:4010/sendbird', 'http://127.0.0.1:4010/sendbird/v3/']) {
		nock('http://127.0.0.1:4010', { reqheaders: { 'x-n8n-execution-id': 'execution-7', 'api-token': NOTIFICATIONS_BEARER } }).get('/sendbird/v1/templates/t').reply(200, { key: 't' });
		await one({ resource: 'template', operation: 'get', templateKey: 't' }, { credential: { baseUrl } });
	}
});

it('what deletes or broadcasts says so', () => {
	const dangerous = Object.entries(resources).flatMap(([resource, { operations }]) => Object.entries(operations).flatMap(([name, { about }]) => (about.dangerous ? [`${resource}.${name}`] : [])));
	expect(dangerous.sort()).toEqual(['announcement.schedule', 'groupChannel.delete', 'message.delete', 'user.delete', 'user.deleteMetadata', 'webhookSetting.update']);
});

it('every operation says which endpoints it calls', () => {
	for (const { operations } of Object.values(resources)) {
		for (const { about } of Object.values(operations)) {
			expect(about.calls?.length).toBeGreaterThan(0);
			for (const call of about.calls ?? []) expect(call).toMatch(/^(GET|POST|PUT|DELETE) \//);
		}
	}
});

it('a stopped workflow names what to do', async () => {
	nock(CHAT_HOST).get('/v3/users/u1').reply(400, sendbirdError(400301));
	const { error } = await runSendbird(GET);
	expect(error?.message).toContain('[notFound]');
});
