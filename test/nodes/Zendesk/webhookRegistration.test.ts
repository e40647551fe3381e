import type { IDataObject } from 'n8n-workflow';
import { ZendeskSupportTrigger } from '../../../nodes/Zendesk/ZendeskSupportTrigger.node';
import { closedNetwork } from '../../support/network';
import { hookContext } from '../../support/n8n';
import { api, credentials, NOT_FOUND } from './zendesk';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const WEBHOOK_ID = '0c4f9f0e-2f5c-4f53-8f8d-5a4c9d5e7b22';
const ENDPOINT = `http://n8n.test/webhook/${WEBHOOK_ID}/webhook`;
const COMMENT_ADDED = ['zen:event-type:ticket.comment_added'];

function trigger(event = 'agentReply', remembered: IDataObject = {}) {
	const nodeType = new ZendeskSupportTrigger();
	const { context, staticData } = hookContext({ nodeType, parameters: { event, channel: 'sms' }, credentials: credentials(), staticData: remembered, settings: { webhookId: WEBHOOK_ID } });
	const { checkExists, create, delete: remove } = nodeType.webhookMethods.default;
	return { staticData, checkExists: async () => await checkExists.call(context), create: async () => await create.call(context), remove: async () => await remove.call(context) };
}

const webhook = (more: object = {}) => ({ id: 'w1', name: 'n8n: Test', endpoint: ENDPOINT, status: 'active', subscriptions: COMMENT_ADDED, ...more });
const others = (count: number) => Array.from({ length: count }, (_, index) => webhook({ id: `other-${index}`, endpoint: `https://others.test/${index}` }));
const list = (webhooks: object[], cursor?: string, after?: string) =>
	api()
		.get('/api/v2/webhooks')
		.query({ 'page[size]': 100, ...(after ? { 'page[after]': after } : {}) })
		.reply(200, { webhooks, meta: { has_more: cursor !== undefined, after_cursor: cursor ?? null } });
const secret = (id = 'w1', value = 'signing-1') => api().get(`/api/v2/webhooks/${id}/signing_secret`).reply(200, { signing_secret: { algorithm: 'SHA256', secret: value } });

describe('checkExists', () => {
	it('is true where Zendesk calls this very address for these events; the secret is fetched anew', async () => {
		const node = trigger('agentReply', { webhookId: 'old', secret: 'old-secret' });
		list([...others(2), webhook()]);
		secret();
		expect(await node.checkExists()).toBe(true);
		expect(node.staticData()).toMatchObject({ webhookId: 'w1', endpoint: ENDPOINT, secret: 'signing-1' });
	});

	it('finds ours on the second page: an account can have hundreds', async () => {
		list(others(100), 'c1');
		list([webhook()], undefined, 'c1');
		secret();
		expect(await trigger().checkExists()).toBe(true);
	});

	it('is false among others\' webhooks, and touches none of them', async () => {
		list([...others(100)], 'c1');
		list([webhook({ endpoint: `${ENDPOINT}/more` }), webhook({ endpoint: ENDPOINT.replace('http:', 'https:') })], undefined, 'c1');
		expect(await trigger().checkExists()).toBe(false);
	});

	it('is false where ours was deleted by hand, whatever we remember', async () => {
		list(others(1));
		expect(await trigger('agentReply', { webhookId: 'w1', secret: 's' }).checkExists()).toBe(false);
	});

	it.each([['for other events', { subscriptions: ['zen:event-type:ticket.status_changed'] }], ['switched off', { status: 'inactive' }], ['for more events', { subscriptions: [...COMMENT_ADDED, 'zen:event-type:ticket.created'] }]])(
		'ours %s is removed, to be made anew',
		async (_, more) => {
			list([webhook(more)]);
			api().delete('/api/v2/webhooks/w1').reply(204);
			expect(await trigger().checkExists()).toBe(false);
		},
	);
});

describe('create', () => {
	it.each([['agentReply', 'zen:event-type:ticket.comment_added'], ['statusChanged', 'zen:event-type:ticket.status_changed']])('%s: makes a webhook for that event alone and keeps its secret', async (event, type) => {
		const node = trigger(event);
		api()
			.post('/api/v2/webhooks', { webhook: { name: 'n8n: Test', endpoint: ENDPOINT, http_method: 'POST', request_format: 'json', status: 'active', subscriptions: [type] } })
			.reply(201, { webhook: webhook({ id: 'w9' }) });
		secret('w9', 'signing-9');
		expect(await node.create()).toBe(true);
		expect(node.staticData()).toEqual({ webhookId: 'w9', endpoint: ENDPOINT, secret: 'signing-9' });
	});

	it('without a secret there is no trigger: it fails', async () => {
		const node = trigger();
		api().post('/api/v2/webhooks').reply(201, { webhook: webhook() });
		api().get('/api/v2/webhooks/w1/signing_secret').reply(403, { error: 'Forbidden' });
		await expect(node.create()).rejects.toThrow(/Forbidden/);
		expect(node.staticData().secret).toBeUndefined();
	});

	it('a refusal says what to do, where the person who publishes sees it', async () => {
		api().post('/api/v2/webhooks').reply(403, { error: { title: 'Forbidden', message: 'no access' } });
		const error: unknown = await trigger().create().catch((thrown: unknown) => thrown);
		expect(error).toBeInstanceOf(Error);
		const { message, description } = error as Error & { description?: string };
		expect(`${message} ${description ?? ''}`).toMatch(/Forbidden.*webhooks:write/s);
	});

	it('is not sent again after a lost answer: the next publishing finds it by its address', async () => {
		api().post('/api/v2/webhooks').reply(500);
		await expect(trigger().create()).rejects.toThrow(/not known/);
	});
});

describe('delete', () => {
	const REMEMBERED = { webhookId: 'w1', endpoint: ENDPOINT, secret: 's' };

	it('removes the webhook that was made here, and forgets its secret', async () => {
		const node = trigger('agentReply', { ...REMEMBERED });
		api().delete('/api/v2/webhooks/w1').reply(204);
		expect(await node.remove()).toBe(true);
		expect(node.staticData()).toEqual({});
	});

	it('one that is gone already is fine', async () => {
		const node = trigger('agentReply', { ...REMEMBERED });
		api().delete('/api/v2/webhooks/w1').reply(404, NOT_FOUND);
		expect(await node.remove()).toBe(true);
		expect(node.staticData()).toEqual({});
	});

	it('with nothing remembered nothing is removed', async () => {
		expect(await trigger().remove()).toBe(true);
	});

	it('a refusal is an error that names where to remove it by hand, and what is remembered stays', async () => {
		const node = trigger('agentReply', { ...REMEMBERED });
		api().delete('/api/v2/webhooks/w1').reply(403, { error: 'Forbidden' });
		await expect(node.remove()).rejects.toThrow(/Admin Center/);
		expect(node.staticData()).toMatchObject({ webhookId: 'w1' });
	});
});
