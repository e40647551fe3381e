import { closedNetwork } from '../../support/network';
import { api, CONTINUE, credentials, oneOf, runWith } from './zendesk';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const SECRET = 'a-long-random-text-of-the-credential';
const withSecret = (webhookSecret = SECRET) => ({ zendeskSupportOAuth2Api: { ...credentials().zendeskSupportOAuth2Api, webhookSecret } });
const CREATE = { resource: 'webhook', operation: 'create', name: 'n8n', endpoint: 'https://n8n.test/webhook/x' };
const shown = { id: 'w1', name: 'n8n', endpoint: 'https://n8n.test/webhook/x', authentication: { type: 'bearer_token', data: { token: SECRET }, add_position: 'header' }, signing_secret: { algorithm: 'SHA256', secret: 'signing-secret' } };
const harmless = { id: 'w1', name: 'n8n', endpoint: 'https://n8n.test/webhook/x', authentication: { type: 'bearer_token', add_position: 'header' } };

describe('no secret ever stands in an item', () => {
	it('Get and Get Many, whatever Zendesk shows', async () => {
		api().get('/api/v2/webhooks/w1').reply(200, { webhook: shown });
		expect(await oneOf({ resource: 'webhook', operation: 'get', webhookId: 'w1' })).toEqual(harmless);
		api().get('/api/v2/webhooks').query({ 'page[size]': 50, 'filter[name_contains]': 'n8n', 'filter[status]': 'active' }).reply(200, { webhooks: [shown], meta: { has_more: false } });
		expect(await oneOf({ resource: 'webhook', operation: 'getMany', more: { nameContains: 'n8n', status: 'active' } })).toEqual(harmless);
	});

	it('Create: the bearer token goes from credential to Zendesk', async () => {
		api()
			.post('/api/v2/webhooks', {
				webhook: { name: 'n8n', endpoint: 'https://n8n.test/webhook/x', subscriptions: ['conditional_ticket_events'], http_method: 'POST', request_format: 'json', status: 'active', authentication: { type: 'bearer_token', data: { token: SECRET }, add_position: 'header' } },
			})
			.reply(201, { webhook: shown });
		const { main } = await runWith({ ...CREATE, webhookAuthentication: 'bearer' }, { credentials: withSecret() });
		expect(main.flat().map(({ json }) => json)).toEqual([harmless]);
	});

	it.each([['', /holds none/], ['short', /16 characters/]])('Create with a bearer token "%s" in the credential is refused', async (secret, why) => {
		const { main } = await runWith({ ...CREATE, webhookAuthentication: 'bearer' }, { credentials: withSecret(secret), settings: CONTINUE });
		expect(main.flat()[0].json.error).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(why), fix: expect.stringContaining('Webhook Secret') });
	});

	it('signing secrets: a fingerprint tells whether they changed', async () => {
		const secret = (method: 'get' | 'post', value: string) => api()[method]('/api/v2/webhooks/w1/signing_secret').reply(200, { signing_secret: { algorithm: 'SHA256', secret: value } });
		secret('get', 'old-signing-secret');
		const before = await oneOf({ resource: 'webhook', operation: 'checkSecret', webhookId: 'w1' });
		secret('post', 'new-signing-secret');
		const reset = await oneOf({ resource: 'webhook', operation: 'resetSecret', webhookId: 'w1' });
		secret('get', 'new-signing-secret');
		const after = await oneOf({ resource: 'webhook', operation: 'checkSecret', webhookId: 'w1' });
		expect(before).toEqual({ webhookId: 'w1', algorithm: 'SHA256', fingerprint: expect.stringMatching(/^[0-9a-f]{12}$/) });
		expect(after.fingerprint).toBe(reset.fingerprint);
		expect(after.fingerprint).not.toBe(before.fingerprint);
		expect(JSON.stringify([before, reset, after])).not.toContain('signing-secret');
	});
});

describe('Create', () => {
	it.each([
		[{ endpoint: 'n8n.test/x' }, /^Endpoint: /],
		[{ subscriptions: '' }, /^Subscriptions: is missing/],
		[{ subscriptions: 'conditional_ticket_events, zen:event-type:ticket.created' }, /^Subscriptions: may not mix/],
		[{ subscriptions: 'zen:event-type:ticket.created', more: { httpMethod: 'GET' } }, /^HTTP Method: /],
	])('refuses what Zendesk would: %o', async (given, why) => {
		expect(await oneOf({ ...CREATE, ...given })).toMatchObject({ error: { class: 'invalidInput', message: expect.stringMatching(why) } });
	});
});

it('Test sends one request and tells what was answered', async () => {
	api().post('/api/v2/webhooks/test', { request: { payload: '{"a":1}' } }).query({ webhook_id: 'w1' }).reply(200, { response: { status: 200, payload: 'ok' } });
	expect(await oneOf({ resource: 'webhook', operation: 'test', webhookId: 'w1', payload: '{"a":1}' })).toEqual({ status: 200, payload: 'ok' });
});

it('List Invocations, of a time and a state', async () => {
	api()
		.get('/api/v2/webhooks/w1/invocations')
		.query({ 'page[size]': 50, 'filter[status]': 'failed', 'filter[from_ts]': '2026-11-20T00:00:00.000Z', 'filter[to_ts]': '2026-11-21T00:00:00.000Z' })
		.reply(200, { invocations: [{ id: 'i1', status: 'failed' }], meta: { has_more: false } });
	expect(await oneOf({ resource: 'webhook', operation: 'listInvocations', webhookId: 'w1', more: { status: 'failed', from: '2026-11-20', to: '2026-11-21' } })).toEqual({ id: 'i1', status: 'failed' });
});

it('Delete', async () => {
	api().delete('/api/v2/webhooks/w1').reply(204);
	expect(await oneOf({ resource: 'webhook', operation: 'delete', webhookId: 'w1' })).toEqual({ id: 'w1', deleted: true });
});
