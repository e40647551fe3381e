import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { ZendeskSupportTrigger } from '../../../../nodes/Zendesk/ZendeskSupportTrigger.node';
import { ticketTriggerBody } from '../../../../nodes/Zendesk/ticketTrigger/body';
import { closedNetwork } from '../../../support/network';
import { hookContext } from '../../../support/n8n';
import { api, credentials, NOT_FOUND } from '../zendesk';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../../support/quickSleep')>('../../../support/quickSleep').quick);
closedNetwork();

const WEBHOOK_ID = '0c4f9f0e-2f5c-4f53-8f8d-5a4c9d5e7b22';
const ENDPOINT = `http://n8n.test/webhook/${WEBHOOK_ID}/webhook`;
const BODY = ticketTriggerBody({ event: 'agentReply', status: '' });
const PUBLIC = { field: 'comment_is_public', operator: 'is', value: 'requester_can_see_comment' };
const NOT_API = { field: 'current_via_id', operator: 'is_not', value: '5' };
const BY_HAND = { field: 'current_tags', operator: 'includes', value: 'vip' };
const NOTIFY = { field: 'notification_webhook', value: ['w1', BODY] };
const TAG = { field: 'current_tags', value: 'sms' };

function node(parameters: INodeParameters = {}, remembered: IDataObject = {}, given = credentials()) {
	const nodeType = new ZendeskSupportTrigger();
	const { context, staticData } = hookContext({ nodeType, parameters: { event: 'agentReply', registration: 'ticketTrigger', channel: 'sms', ...parameters }, credentials: given, staticData: remembered, settings: { webhookId: WEBHOOK_ID } });
	const { checkExists, create, delete: remove } = nodeType.webhookMethods.default;
	return { staticData, checkExists: async () => await checkExists.call(context), create: async () => await create.call(context), remove: async () => await remove.call(context) };
}

const webhook = (more: object = {}) => ({ id: 'w1', name: 'n8n', endpoint: ENDPOINT, status: 'active', subscriptions: ['conditional_ticket_events'], ...more });
const trigger = (more: object = {}) => ({ id: 5, title: 'n8n: Test: Node', active: true, category_id: '9', conditions: { all: [PUBLIC, NOT_API], any: [] }, actions: [NOTIFY], ...more });
const REMEMBERED = { webhookId: 'w1', endpoint: ENDPOINT, bearer: 'our-secret', triggerId: '5', categoryId: '9', madeCategory: true, wroteAll: [PUBLIC, NOT_API], wroteAny: [] };

const list = (path: string, key: string, rows: object[], next?: string, after?: string) =>
	api().get(path).query({ 'page[size]': 100, ...(after ? { 'page[after]': after } : {}) }).reply(200, { [key]: rows, meta: { has_more: next !== undefined, after_cursor: next ?? null } });
const webhooks = (...rows: object[]) => list('/api/v2/webhooks', 'webhooks', rows);
const categories = (...rows: object[]) => list('/api/v2/trigger_categories', 'trigger_categories', rows);
const triggers = (...rows: object[]) => list('/api/v2/triggers', 'triggers', rows);
const shown = (row?: object) => (row ? api().get('/api/v2/triggers/5').reply(200, { trigger: row }) : api().get('/api/v2/triggers/5').reply(404, NOT_FOUND));

/** Keeps the secret that the node made up. */
function newWebhook(secrets: string[], id = 'w1') {
	return api().post('/api/v2/webhooks', ({ webhook: sent }: { webhook: { authentication: { data: { token: string } } } }) => {
		secrets.push(sent.authentication.data.token);
		expect(sent).toEqual({ name: 'n8n: Test: Node', endpoint: ENDPOINT, http_method: 'POST', request_format: 'json', status: 'active', subscriptions: ['conditional_ticket_events'], authentication: { type: 'bearer_token', data: { token: expect.stringMatching(/^[\w-]{43}$/) }, add_position: 'header' } });
		return true;
	}).reply(201, { webhook: webhook({ id }) });
}

const newTrigger = (more: object = {}) =>
	api().post('/api/v2/triggers', { trigger: { title: 'n8n: Test: Node', category_id: '9', active: true, conditions: { all: [PUBLIC, NOT_API], any: [] }, actions: [NOTIFY], ...more } }).reply(201, { trigger: trigger() });

describe('create', () => {
	it('makes webhook, category and trigger, with a secret of our own', async () => {
		const secrets: string[] = [];
		const one = node();
		webhooks();
		newWebhook(secrets);
		categories();
		api().post('/api/v2/trigger_categories', { trigger_category: { name: 'n8n' } }).reply(201, { trigger_category: { id: '9', name: 'n8n' } });
		triggers();
		newTrigger();
		expect(await one.create()).toBe(true);
		expect(one.staticData()).toEqual({ ...REMEMBERED, bearer: secrets[0] });
	});

	it('another node\'s secret is another one; a category that is there is used and not ours', async () => {
		const secrets: string[] = [];
		for (let at = 0; at < 2; at++) {
			const one = node();
			webhooks();
			newWebhook(secrets);
			categories({ id: '9', name: 'n8n' });
			triggers();
			newTrigger();
			await one.create();
			expect(one.staticData()).toMatchObject({ categoryId: '9', madeCategory: false });
		}
		expect(secrets[0]).not.toBe(secrets[1]);
	});

	it('an account without categories gets a trigger without one', async () => {
		webhooks();
		newWebhook([]);
		api().get('/api/v2/trigger_categories').query(true).reply(403, { errors: [{ code: 'TriggerCategoriesNotEnabled', title: 'no' }] });
		triggers();
		newTrigger({ category_id: undefined });
		expect(await node().create()).toBe(true);
	});

	it('with the user\'s conditions beside ours, and for several statuses one trigger', async () => {
		webhooks();
		newWebhook([]);
		categories({ id: '9', name: 'n8n' });
		triggers();
		const body = ticketTriggerBody({ event: 'statusChanged', status: '' });
		api()
			.post('/api/v2/triggers', { trigger: { title: 'n8n: Test: Node', category_id: '9', active: true, conditions: { all: [BY_HAND], any: [{ field: 'status', operator: 'value', value: 'solved' }, { field: 'status', operator: 'value', value: 'hold' }] }, actions: [{ field: 'notification_webhook', value: ['w1', body] }] } })
			.reply(201, { trigger: trigger() });
		await node({ event: 'statusChanged', statuses: ['solved', 'hold'], leaveOutApi: false, conditionsAll: JSON.stringify([BY_HAND]) }).create();
	});

	it('finds its webhook behind 100 others, gives it a new secret, and leaves the others alone', async () => {
		list('/api/v2/webhooks', 'webhooks', Array.from({ length: 100 }, (_, at) => webhook({ id: `o${at}`, endpoint: `https://o.test/${at}` })), 'c1');
		list('/api/v2/webhooks', 'webhooks', [webhook()], undefined, 'c1');
		api().patch('/api/v2/webhooks/w1', ({ webhook: sent }: { webhook: { status: string; authentication: object } }) => sent.status === 'active' && 'data' in sent.authentication).reply(200, { webhook: webhook() });
		categories({ id: '9', name: 'n8n' });
		triggers(trigger({ id: 6, actions: [{ field: 'notification_webhook', value: ['other', '{}'] }] }));
		newTrigger();
		expect(await node().create()).toBe(true);
	});

	it('a webhook for events at this address is of the other kind: removed and made anew', async () => {
		webhooks(webhook({ subscriptions: ['zen:event-type:ticket.comment_added'] }));
		api().delete('/api/v2/webhooks/w1').reply(204);
		newWebhook([]);
		categories({ id: '9', name: 'n8n' });
		triggers();
		newTrigger();
		await node().create();
	});

	it('a trigger that stands is brought up to date: all conditions and actions are resent, and what people added stays', async () => {
		webhooks(webhook());
		api().patch('/api/v2/webhooks/w1').reply(200, {});
		categories({ id: '9', name: 'n8n' });
		shown(trigger({ title: 'Renamed', category_id: '7', conditions: { all: [PUBLIC, NOT_API, BY_HAND], any: [BY_HAND] }, actions: [TAG, { field: 'notification_webhook', value: ['w1', 'old'] }] }));
		api().put('/api/v2/triggers/5', { trigger: { title: 'Renamed', category_id: '7', active: true, conditions: { all: [PUBLIC, BY_HAND], any: [BY_HAND] }, actions: [TAG, NOTIFY] } }).reply(200, { trigger: trigger() });
		const one = node({ leaveOutApi: false }, { ...REMEMBERED });
		await one.create();
		expect(one.staticData()).toMatchObject({ wroteAll: [PUBLIC], triggerId: '5', madeCategory: true });
	});

	it('one whose memory was lost is found by the webhook that it calls', async () => {
		webhooks(webhook());
		api().patch('/api/v2/webhooks/w1').reply(200, {});
		categories({ id: '9', name: 'n8n' });
		triggers(trigger());
		api().put('/api/v2/triggers/5').reply(200, { trigger: trigger() });
		const one = node();
		await one.create();
		expect(one.staticData()).toMatchObject({ triggerId: '5' });
	});

	it('conditions that are no list are told while somebody publishes, before anything is made', async () => {
		await expect(node({ conditionsAll: '{"field":"x"}' }).create()).rejects.toThrow(/Conditions \(All\)/);
		await expect(node({ event: 'statusChanged', statuses: ['solved', 'hold'], conditionsAny: JSON.stringify([BY_HAND]) }).create()).rejects.toThrow(/several Statuses/);
	});
});

describe('checkExists', () => {
	it('is true where webhook and trigger stand as wanted and the secret is known', async () => {
		webhooks(webhook());
		shown(trigger());
		expect(await node({}, { ...REMEMBERED }).checkExists()).toBe(true);
	});

	it('also where somebody added a condition', async () => {
		webhooks(webhook());
		shown(trigger({ conditions: { all: [PUBLIC, NOT_API, BY_HAND], any: [] } }));
		expect(await node({}, { ...REMEMBERED }).checkExists()).toBe(true);
	});

	it.each<[string, () => unknown, IDataObject, INodeParameters]>([
		['the webhook was deleted by hand', () => webhooks(), REMEMBERED, {}],
		['the webhook is switched off', () => webhooks(webhook({ status: 'inactive' })), REMEMBERED, {}],
		['the secret is not known', () => webhooks(webhook()), {}, {}],
		['the trigger was deleted', () => [webhooks(webhook()), shown()], REMEMBERED, {}],
		['the trigger was switched off', () => [webhooks(webhook()), shown(trigger({ active: false }))], REMEMBERED, {}],
		['the form wants other conditions now', () => [webhooks(webhook()), shown(trigger())], REMEMBERED, { leaveOutApi: false }],
	])('is false where %s; nothing is touched', async (_, answers, remembered, parameters) => {
		answers();
		expect(await node(parameters, { ...remembered }).checkExists()).toBe(false);
	});
});

describe('delete', () => {
	it('removes trigger, webhook and the category that is empty now, and forgets the secret', async () => {
		const one = node({}, { ...REMEMBERED });
		shown(trigger());
		api().delete('/api/v2/triggers/5').reply(204).delete('/api/v2/webhooks/w1').reply(204).delete('/api/v2/trigger_categories/9').reply(204);
		triggers(trigger({ id: 6, category_id: '8' }));
		expect(await one.remove()).toBe(true);
		expect(one.staticData()).toEqual({});
	});

	it('leaves a category that others use, and a trigger that does something else as well', async () => {
		const one = node({}, { ...REMEMBERED });
		shown(trigger({ actions: [TAG, NOTIFY] }));
		api().put('/api/v2/triggers/5', { trigger: { title: 'n8n: Test: Node', conditions: { all: [PUBLIC, NOT_API], any: [] }, actions: [TAG] } }).reply(200, {});
		api().delete('/api/v2/webhooks/w1').reply(404, NOT_FOUND);
		triggers(trigger({ actions: [TAG] }));
		expect(await one.remove()).toBe(true);
	});

	it('works after what was made, not after what the form says now', async () => {
		const one = node({ registration: 'eventSubscription' }, { ...REMEMBERED, madeCategory: false });
		shown();
		api().delete('/api/v2/webhooks/w1').reply(204);
		expect(await one.remove()).toBe(true);
	});

	it('a refusal names where to remove it by hand, and what is remembered stays', async () => {
		const one = node({}, { ...REMEMBERED });
		shown(trigger());
		api().delete('/api/v2/triggers/5').reply(403, { error: 'Forbidden' });
		await expect(one.remove()).rejects.toThrow(/Admin Center/);
		expect(one.staticData()).toMatchObject({ webhookId: 'w1', triggerId: '5' });
	});
});

describe('set up beforehand', () => {
	const withSecret = (webhookSecret: string) => ({ zendeskSupportOAuth2Api: { ...credentials().zendeskSupportOAuth2Api, webhookSecret } });

	it('asks Zendesk nothing, and makes and removes nothing', async () => {
		const one = node({ registration: 'setUp' }, {}, withSecret('a-long-random-text'));
		expect([await one.checkExists(), await one.create(), await one.remove(), one.staticData()]).toEqual([true, true, true, {}]);
	});

	it('without a secret in the credential does not publish', async () => {
		await expect(node({ registration: 'setUp' }, {}, withSecret('')).checkExists()).rejects.toThrow(/Webhook Secret/);
	});
});
