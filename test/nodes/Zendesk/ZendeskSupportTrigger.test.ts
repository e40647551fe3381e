import { createHmac } from 'crypto';
import { ZendeskSupportTrigger } from '../../../nodes/Zendesk/ZendeskSupportTrigger.node';
import { deliver } from '../../support/delivery';
import { commentAdded, detail, statusChanged } from './ticketEvents';

const SECRET = 'our-own-signing-secret';
const KNOWN_TO_EVERYBODY = 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==';

interface Post {
	body?: string;
	secret?: string;
	stored?: string;
	ageSeconds?: number;
	signature?: string | null;
	sent?: string;
	parameters?: Record<string, unknown>;
	workflowId?: string;
}

let workflows = 0;

/** Signs `body` and delivers it, or `sent` in its place. Each in a workflow of its own, unless one is named. */
async function post({ body = commentAdded(), secret = SECRET, stored = SECRET, ageSeconds = 0, signature, sent, parameters = {}, workflowId }: Post = {}) {
	const timestamp = new Date(Date.now() - ageSeconds * 1000).toISOString();
	const right = createHmac('sha256', secret).update(`${timestamp}${body}`, 'utf8').digest('base64');
	const headers: Record<string, string> = { 'x-zendesk-webhook-invocation-id': 'inv-1', 'x-zendesk-webhook-signature-timestamp': timestamp };
	if (signature !== null) headers['x-zendesk-webhook-signature'] = signature ?? right;
	return await deliver({
		nodeType: new ZendeskSupportTrigger(),
		parameters: { event: 'agentReply', channel: 'sms', windowSeconds: 300, statuses: [], ...parameters },
		headers,
		body: sent ?? body,
		staticData: stored === '' ? {} : { webhookId: 'w1', secret: stored },
		workflowId: workflowId ?? `wf-${workflows++}`,
	});
}

describe('a delivery that is signed by Zendesk, now', () => {
	it('starts the workflow with the reply, answering at once', async () => {
		const { status, outputs } = await post();
		expect(status).toBeUndefined();
		expect(outputs).toMatchObject([[{ event: 'agentReply', text: 'Schöne Grüße & "Zitat"\n\n- eins', commentId: '501', deliveryId: 'inv-1', customer: { key: 'cust-42' } }], []]);
	});

	it('may be a little late, as far as the node allows', async () => {
		expect((await post({ ageSeconds: 290 })).outputs[0]).toHaveLength(1);
		expect((await post({ ageSeconds: 3000, parameters: { windowSeconds: 3600 } })).outputs[0]).toHaveLength(1);
	});
});

describe('401, and nothing starts', () => {
	it.each<[string, Post]>([
		['unsigned', { signature: null }],
		['wrongly signed', { signature: 'AAAA' }],
		['signed with another secret', { secret: 'another-secret' }],
		['signed with the public test secret', { secret: KNOWN_TO_EVERYBODY }],
		['the public test secret stored, too', { secret: KNOWN_TO_EVERYBODY, stored: KNOWN_TO_EVERYBODY }],
		['no secret stored', { stored: '' }],
		['stale', { ageSeconds: 310 }],
		['from the future', { ageSeconds: -310 }],
		['re-serialised with blanks', { sent: JSON.stringify(JSON.parse(commentAdded()), null, 1) }],
		['re-serialised with escaped umlauts', { sent: commentAdded().replace(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`) }],
		['a byte changed', { sent: commentAdded().replace('"501"', '"502"') }],
	])('%s', async (_, how) => {
		const { status, returned, outputs, warnings } = await post(how);
		expect(status).toBe(401);
		expect(returned).toEqual({ noWebhookResponse: true });
		expect(outputs).toEqual([]);
		expect(warnings).toHaveLength(1);
		expect(warnings[0]).not.toContain(SECRET);
	});

	it('also for what is not ours: nobody learns which tickets are', async () => {
		expect(await post({ body: commentAdded({ is_public: false }), signature: null })).toMatchObject({ status: 401, outputs: [] });
	});
});

describe('taken and dropped', () => {
	it.each([
		['our own writes', commentAdded({ author: { id: '901', is_staff: false } })],
		['internal notes', commentAdded({ is_public: false })],
		['another channel', commentAdded({}, { detail: detail({ external_id: 'messenger:x:1' }) })],
		['e-mail tickets', commentAdded({}, { detail: detail({ external_id: null }) })],
	])('%s', async (_, body) => {
		const { status, returned } = await post({ body });
		expect(status).toBeUndefined();
		expect(returned).toEqual({ webhookResponse: { dropped: true } });
	});

	it('a repeat of the same comment, in this process', async () => {
		expect((await post({ workflowId: 'wf-repeat' })).outputs[0]).toHaveLength(1);
		expect((await post({ workflowId: 'wf-repeat' })).returned).toEqual({ webhookResponse: { dropped: true } });
		expect((await post({ workflowId: 'wf-repeat', body: commentAdded({ id: '502' }) })).outputs[0]).toHaveLength(1);
	});
});

describe('status changes', () => {
	const solved = { parameters: { event: 'statusChanged', statuses: ['solved'] } };

	it('that were asked for start the workflow', async () => {
		expect((await post({ ...solved, body: statusChanged('SOLVED') })).outputs[0]).toMatchObject([{ event: 'statusChanged', status: 'solved' }]);
		expect((await post({ ...solved, body: statusChanged('PENDING') })).outputs).toEqual([]);
	});

	it('solved, opened and solved again counts twice', async () => {
		for (const id of ['e1', 'e2']) expect((await post({ ...solved, workflowId: 'wf-twice', body: statusChanged('SOLVED', 'OPEN', { id }) })).outputs[0]).toHaveLength(1);
	});
});

it('what is signed but cannot be read leaves by the second output, answered 400', async () => {
	const { status, outputs } = await post({ body: '{"id":"x"}' });
	expect(status).toBe(400);
	expect(outputs).toMatchObject([[], [{ event: 'unreadable', error: { class: 'invalidInput', vendor: 'Zendesk Support' }, raw: '{"id":"x"}' }]]);
});
