import type { INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { closedNetwork, RESET } from '../../support/network';
import { failureOf, INTEGRATION_BEARER, NOTIFICATIONS_HOST, one } from './sendbird';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const SINGLE = '/clevertap/notifications/single';
const BODY = { template: { key: 'sale' }, targets: ['u1'], event_name: 'Sale' };
const RELAY: INodeParameters = { resource: 'relay', operation: 'send', url: `${NOTIFICATIONS_HOST}${SINGLE}`, body: JSON.stringify(BODY) };
const integration = () => nock(NOTIFICATIONS_HOST, { reqheaders: { 'api-token': INTEGRATION_BEARER }, badheaders: ['x-token-kind'] });

it('posts the body to the pasted address, with the integration\'s token', async () => {
	integration().post(SINGLE, BODY).reply(200, { id: 1 }).post('/braze/some/path').query({ a: 'b' }).reply(200, '');
	expect(await one(RELAY)).toEqual({ accepted: true, answer: { id: 1 } });
	expect(await one({ ...RELAY, url: `${NOTIFICATIONS_HOST}/braze/some/path?a=b` })).toEqual({ accepted: true, answer: {} });
});

it('behind a base URL with a path of its own', async () => {
	nock('http://127.0.0.1:4010', { reqheaders: { 'api-token': INTEGRATION_BEARER, 'x-n8n-execution-id': 'execution-7' } }).post(`/sendbird-notifications${SINGLE}`, BODY).reply(200, {});
	await one({ ...RELAY, url: `http://127.0.0.1:4010/sendbird-notifications${SINGLE}` }, { credential: { baseUrl: 'http://127.0.0.1:4010/sendbird-notifications' } });
});

it.each([
	['another host', 'https://evil.test/clevertap/notifications/single', 'sent nowhere else'],
	['a host that only begins like it', `${NOTIFICATIONS_HOST}.evil.test${SINGLE}`, 'sent nowhere else'],
	['a host behind a user name', `${NOTIFICATIONS_HOST}@evil.test${SINGLE}`, 'sent nowhere else'],
	['another protocol', `${NOTIFICATIONS_HOST}${SINGLE}`.replace('https', 'http'), 'sent nowhere else'],
	['no URL', 'clevertap/notifications/single', 'whole URL'],
	['the misspelt address of CleverTap\'s guide', `${NOTIFICATIONS_HOST}/clevertap/notifications/mutli`, 'spelt "multi"'],
])('%s is refused before any call: the token goes to Sendbird only', async (_, url, message) => {
	expect(await failureOf({ ...RELAY, url })).toMatchObject({ class: 'invalidInput', message: expect.stringContaining(message) });
});

it('needs the integration\'s token', async () => {
	expect(await failureOf(RELAY, { credential: { integrationToken: '' } })).toMatchObject({ class: 'invalidInput', fix: expect.stringContaining('Business Messaging > Integrations') });
});

it('a lost answer is unknown, and not sent again', async () => {
	integration().post(SINGLE).replyWithError(RESET);
	expect(await failureOf(RELAY)).toMatchObject({ class: 'unknownOutcome' });
});
