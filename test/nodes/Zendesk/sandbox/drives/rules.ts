import { z } from 'zod';
import { Receiver } from '../../../../sandbox/zendesk/helpers';
import { byId, type Driver } from '../../../../support/drives';
import { agentReplies, idsOf, newTicket, type ZendeskDrives } from '../zendesk';

const EVERY = { returnAll: true };
const HOOK = 'https://n8n.example.com/webhook/1/webhook';

const newWebhook = async (node: Driver, endpoint = HOOK, more = {}) =>
	z.object({ id: z.string() }).parse(await node.one('webhook.create', { name: 'Ours', endpoint, subscriptions: 'conditional_ticket_events', webhookAuthentication: 'bearer', ...more })).id;

const ALL = '[{"field": "comment_is_public", "operator": "is", "value": "requester_can_see_comment"}]';
const newTrigger = async (node: Driver, webhookId: string, more = {}) =>
	String((await node.one('trigger.create', { title: 'Tell n8n', all: ALL, actions: JSON.stringify([{ field: 'notification_webhook', value: [webhookId, '{"ticket_id": "{{ticket.id}}"}'] }]), ...more })).id);

async function withReceiver(work: (receiver: Receiver) => Promise<void>): Promise<void> {
	const receiver = await new Receiver().start();
	try {
		await work(receiver);
	} finally {
		await receiver.close();
	}
}

export const trigger: ZendeskDrives = {
	create: async (node, sandbox) => {
		await withReceiver(async (receiver) => {
			await newTrigger(node, await newWebhook(node, receiver.url));
			const ticketId = await newTicket(node, sandbox);
			const [{ text }] = await receiver.count(1);
			expect(JSON.parse(text)).toEqual({ ticket_id: ticketId });
		});
	},
	delete: async (node) => {
		const triggerId = byId(await newTrigger(node, await newWebhook(node)));
		await node.one('trigger.delete', { triggerId });
		expect(await node.failure('trigger.get', { triggerId })).toMatchObject({ class: 'notFound' });
	},
	get: async (node) => {
		expect(await node.one('trigger.get', { triggerId: byId(await newTrigger(node, await newWebhook(node))) })).toMatchObject({ title: 'Tell n8n', active: true });
	},
	getMany: async (node) => {
		const id = await newTrigger(node, await newWebhook(node), { active: false });
		expect((await node.all('trigger.getMany', EVERY)).map(({ title }) => title)).toContain('Notify requester of received request (standard)');
		expect(idsOf(await node.all('trigger.getMany', { ...EVERY, more: { active: false } }))).toEqual([id]);
	},
	update: async (node) => {
		const webhookId = await newWebhook(node);
		const triggerId = byId(await newTrigger(node, webhookId, { any: '[{"field": "status", "operator": "is", "value": "open"}]' }));
		// Zendesk replaces all conditions by those sent, so what is not changed is sent again.
		await node.one('trigger.update', { triggerId, more: { title: 'Tell n8n more', all: '[{"field": "update_type", "operator": "is", "value": "Change"}]' } });
		expect(await node.one('trigger.get', { triggerId })).toMatchObject({ title: 'Tell n8n more', conditions: { all: [{ field: 'update_type' }], any: [{ field: 'status' }] }, actions: [{ field: 'notification_webhook' }] });
	},
};

export const triggerCategory: ZendeskDrives = {
	create: async (node) => {
		const { id } = await node.one('triggerCategory.create', { name: 'Messages', position: 1 });
		const made = await newTrigger(node, await newWebhook(node), { categoryId: byId(id) });
		expect(idsOf(await node.all('trigger.getMany', { ...EVERY, more: { active: true, categoryId: byId(id) } }))).toEqual([made]);
	},
	getMany: async (node) => {
		expect(await node.one('triggerCategory.getMany', EVERY)).toMatchObject({ name: 'Initial category' });
	},
};

export const webhook: ZendeskDrives = {
	create: async (node, sandbox) => {
		const id = await newWebhook(node);
		const held = z.object({ webhooks: z.array(z.object({ id: z.string(), endpoint: z.string() })) }).parse((await sandbox.control('GET', '/zendesk/webhooks')).body);
		expect(held.webhooks).toContainEqual({ id, endpoint: HOOK });
		expect(await node.failure('webhook.create', { name: 'Mixed', endpoint: HOOK, subscriptions: 'conditional_ticket_events, zen:event-type:ticket.status_changed' })).toMatchObject({ class: 'invalidInput' });
	},
	delete: async (node) => {
		const webhookId = byId(await newWebhook(node));
		await node.one('webhook.delete', { webhookId });
		expect(await node.failure('webhook.get', { webhookId })).toMatchObject({ class: 'notFound' });
	},
	get: async (node) => {
		const told = await node.one('webhook.get', { webhookId: byId(await newWebhook(node)) });
		expect(told).toMatchObject({ name: 'Ours', endpoint: HOOK, authentication: { type: 'bearer_token' } });
		expect(JSON.stringify(told)).not.toContain('a-long-random-text');
	},
	getMany: async (node) => {
		const id = await newWebhook(node);
		expect(idsOf(await node.all('webhook.getMany', { ...EVERY, more: { nameContains: 'Ours' } }))).toEqual([id]);
		expect(await node.one('webhook.getMany', { ...EVERY, more: { status: 'inactive' } })).toMatchObject({ name: 'Warehouse export (other team)' });
		await node.all('webhook.create', { name: '={{ $json.name }}', endpoint: HOOK, subscriptions: 'conditional_ticket_events' }, Array.from({ length: 101 }, (_, index) => ({ name: `Many ${index}` })));
		expect(await node.all('webhook.getMany', EVERY)).toHaveLength(103);
	},
	checkSecret: async (node) => {
		const webhookId = byId(await newWebhook(node));
		const secret = await node.one('webhook.checkSecret', { webhookId });
		expect(secret).toMatchObject({ fingerprint: expect.stringMatching(/^[0-9a-f]{12}$/) });
		expect(await node.one('webhook.checkSecret', { webhookId })).toEqual(secret);
	},
	resetSecret: async (node) => {
		const webhookId = byId(await newWebhook(node));
		const { fingerprint: before } = await node.one('webhook.checkSecret', { webhookId });
		const { fingerprint } = await node.one('webhook.resetSecret', { webhookId });
		expect(fingerprint).not.toBe(before);
		expect(await node.one('webhook.checkSecret', { webhookId })).toMatchObject({ fingerprint });
	},
	test: async (node) => {
		await withReceiver(async (receiver) => {
			const answered = await node.one('webhook.test', { webhookId: byId(await newWebhook(node, receiver.url)), payload: '{"hello": "n8n"}' });
			expect(answered).toMatchObject({ status: 200 });
			expect(JSON.parse((await receiver.count(1))[0].text)).toEqual({ hello: 'n8n' });
		});
	},
	listInvocations: async (node, sandbox) => {
		await withReceiver(async (receiver) => {
			const webhookId = await newWebhook(node, receiver.url);
			await newTrigger(node, webhookId);
			await agentReplies(sandbox, await newTicket(node, sandbox), 'Hello');
			await receiver.count(2);
			expect(await node.all('webhook.listInvocations', { webhookId: byId(webhookId), ...EVERY })).toHaveLength(2);
		});
	},
};
