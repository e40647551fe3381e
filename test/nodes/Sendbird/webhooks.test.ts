import { createHmac } from 'crypto';
import { SendbirdTrigger } from '../../../nodes/Sendbird/SendbirdTrigger.node';
import { deliver } from '../../support/delivery';

const MASTER = 'chat-master-token-0123456789abcdef';
const SECONDARY = 'a-secondary-token-0123456789abcdef';
const NOTIFICATIONS = 'notifications-token-0123456789abcdef';

interface Post {
	body?: string;
	/** What arrives in place of what was signed. */
	sent?: string;
	signature?: string | null;
	key?: string;
	parameters?: Record<string, unknown>;
	credentials?: Record<string, string>;
	workflowId?: string;
	webhookName?: string;
}

let workflows = 0;

const sign = (body: string, key = MASTER): string => createHmac('sha256', key).update(body).digest('hex');

const message = (id = 1, more: object = {}): string =>
	JSON.stringify({
		category: 'group_channel:message_send',
		sender: { user_id: 'u1', nickname: 'Ada' },
		payload: { message_id: id, message: 'Hi', created_at: 1790000000123 },
		channel: { channel_url: 'ch1', name: 'Orders' },
		app_id: 'A',
		...more,
	});

async function post({ body = message(), sent, signature, key, parameters = {}, credentials = { apiToken: MASTER }, workflowId, webhookName }: Post = {}) {
	return await deliver({
		nodeType: new SendbirdTrigger(),
		parameters: { source: 'chatWebhooks', events: ['group_channel:message_send', 'user:block'], ...parameters },
		credentials,
		headers: signature === null ? {} : { 'x-sendbird-signature': signature ?? sign(body, key) },
		body: sent ?? body,
		workflowId: workflowId ?? `wf-${workflows++}`,
		webhookName,
	});
}

/** Escaped umlauts, emoji and slashes; the digest was made with openssl over these bytes. */
const VECTOR = '{"category":"group_channel:message_send","sender":{"user_id":"u1","nickname":"Ada"},"payload":{"message_id":7,"message":"\\u00e4\\u00f6 \\ud83d\\ude00 https:\\/\\/example.com","created_at":1790000000123},"channel":{"channel_url":"ch1"},"app_id":"A"}';
const DIGEST = '28816c6fe8d784ad2c8fc529aacdd688cbeda3f4fe29f2aecb43e750a1684dd6';

describe('the signature', () => {
	it('holds over the very bytes', async () => {
		const { outputs, status } = await post({ body: VECTOR, signature: DIGEST });
		expect(status).toBeUndefined();
		expect(outputs).toMatchObject([[{ event: 'group_channel:message_send', text: 'äö 😀 https://example.com', customer: { userId: 'u1', nickname: 'Ada' }, channelUrl: 'ch1', messageId: '7', occurredAt: '2026-09-21T14:13:20.123Z', dedupeKey: 'group_channel:message_send:7' }], []]);
		expect((await post({ body: VECTOR, signature: DIGEST.toUpperCase() })).outputs[0]).toHaveLength(1);
	});

	it('does not hold over what JSON makes of them: each of the three alone tells', async () => {
		for (const text of ['\\u00e4', '\\ud83d\\ude00', '\\/']) {
			const body = message().replace('"Hi"', `"${text}"`);
			const reserialised = JSON.stringify(JSON.parse(body));
			expect(reserialised).not.toBe(body);
			expect((await post({ body })).outputs[0]).toHaveLength(1);
			expect(await post({ body, sent: reserialised })).toMatchObject({ status: 401, outputs: [] });
		}
	});

	it.each<[string, Post]>([
		['missing', { signature: null }],
		['of another token', { key: SECONDARY }],
		['cut short', { signature: DIGEST.slice(0, 40) }],
		['in base64', { signature: createHmac('sha256', MASTER).update(message()).digest('base64') }],
		['a byte changed', { sent: message().replace('Hi', 'Ho') }],
	])('%s: 401, and nothing starts', async (_, how) => {
		const { status, outputs, returned, warnings } = await post(how);
		expect([status, outputs, returned]).toEqual([401, [], { noWebhookResponse: true }]);
		expect(warnings.join()).not.toContain(MASTER);
	});

	it('no token, no intake', async () => {
		expect(await post({ credentials: { apiToken: '' }, key: '' })).toMatchObject({ status: 401, outputs: [] });
	});

	it('is made with the master token where the API token is a secondary one', async () => {
		const credentials = { apiToken: SECONDARY, signingToken: MASTER };
		expect((await post({ credentials })).outputs[0]).toHaveLength(1);
		expect((await post({ credentials, key: SECONDARY })).status).toBe(401);
	});
});

describe('a delivery', () => {
	it('that comes three times makes one item; "ok" twice is two messages', async () => {
		const workflowId = 'wf-three';
		const answers = [await post({ workflowId }), await post({ workflowId }), await post({ workflowId })];
		expect(answers.map(({ outputs, returned }) => outputs[0]?.length ?? returned.webhookResponse)).toEqual([1, { dropped: true }, { dropped: true }]);
		expect((await post({ workflowId, body: message(2) })).outputs[0]).toHaveLength(1);
		expect((await post({ workflowId: 'wf-other' })).outputs[0]).toHaveLength(1);
	});

	it('of a kind without an ID is known by its bytes, for a minute: the same may really happen again', async () => {
		const workflowId = 'wf-block';
		const body = JSON.stringify({ category: 'user:block', blocker: { user_id: 'u1' }, blockee: { user_id: 'u2' }, app_id: 'A' });
		const now = jest.spyOn(Date, 'now');
		try {
			now.mockReturnValue(1_790_000_000_000);
			expect((await post({ workflowId, body })).outputs[0]).toMatchObject([{ event: 'user:block', customer: { userId: 'u1' } }]);
			now.mockReturnValue(1_790_000_015_000);
			expect((await post({ workflowId, body })).returned).toEqual({ webhookResponse: { dropped: true } });
			now.mockReturnValue(1_790_000_061_000);
			expect((await post({ workflowId, body })).outputs[0]).toHaveLength(1);
		} finally {
			now.mockRestore();
		}
	});

	it('of a kind that was not chosen is dropped; "all" and a kind typed by hand are not', async () => {
		const body = JSON.stringify({ category: 'group_channel:thread_info_update', app_id: 'A' });
		expect((await post({ body })).returned).toEqual({ webhookResponse: { dropped: true } });
		expect((await post({ body, parameters: { events: ['*'] } })).outputs[0]).toMatchObject([{ event: 'group_channel:thread_info_update', raw: { app_id: 'A' } }]);
		expect((await post({ body, parameters: { otherEvents: 'x:y, group_channel:thread_info_update' } })).outputs[0]).toHaveLength(1);
	});

	it('of an ignored sender is dropped: a workflow\'s own message comes back', async () => {
		expect((await post({ parameters: { ignoredSenders: 'bot, u1' } })).returned).toEqual({ webhookResponse: { dropped: true } });
		expect((await post({ parameters: { ignoredSenders: 'u' } })).outputs[0]).toHaveLength(1);
	});

	it('that cannot be read goes to the second output; Sendbird hears 200 and does not try again', async () => {
		for (const body of ['{"category":', '[]', '{"sender":{}}']) {
			const { status, returned, outputs } = await post({ body });
			expect([status, returned.noWebhookResponse]).toEqual([undefined, undefined]);
			expect(outputs).toMatchObject([[], [{ event: 'unreadable', raw: body, error: { class: 'invalidInput', vendor: 'Sendbird Chat' } }]]);
		}
	});

	it('with strange parts still passes', async () => {
		const { outputs } = await post({ body: JSON.stringify({ category: 'group_channel:message_send', sender: 'u1', channel: [], payload: null }) });
		expect(outputs[0]).toMatchObject([{ customer: { userId: '' }, text: '', messageId: '' }]);
	});

	it('at the address of delivery statuses is refused', async () => {
		expect(await post({ webhookName: 'setup' })).toMatchObject({ status: 401, outputs: [] });
	});
});

describe('webhooks of notifications', () => {
	const body = JSON.stringify({ category: 'notification:send_realtime', app_id: 'A', created_at: 1790000000 });
	const parameters = { source: 'notificationWebhooks', events: [] };

	it('are verified with the API token, or with a secret of their own', async () => {
		expect((await post({ body, parameters })).outputs[0]).toMatchObject([{ event: 'notification:send_realtime', occurredAt: '2026-09-21T14:13:20.000Z' }]);
		const credentials = { apiToken: NOTIFICATIONS, signingSecret: MASTER };
		expect((await post({ body, parameters, credentials })).outputs[0]).toHaveLength(1);
		expect((await post({ body, parameters, credentials, key: NOTIFICATIONS })).status).toBe(401);
	});
});
