import { ZendeskSupportTrigger } from '../../../../nodes/Zendesk/ZendeskSupportTrigger.node';
import { deliver } from '../../../support/delivery';

const SECRET = 'the-secret-that-only-we-and-zendesk-know';
let workflows = 0;

interface Post {
	authorization?: string;
	registration?: string;
	staticData?: Record<string, string>;
	webhookSecret?: string;
	body?: object | string;
	workflowId?: string;
}

const BODY = { version: 'n8n-ticket-trigger-1', event: 'agentReply', status: '', ticket_id: '77', external_id: 'sms:cust-42:1', requester_id: '901', comment_id: '501', author_id: '5', current_user_id: '5', updated_at: '2026-11-21T12:00:00Z' };

const post = async ({ authorization = `Bearer ${SECRET}`, registration = 'ticketTrigger', staticData = { webhookId: 'w1', bearer: SECRET }, webhookSecret = '', body = BODY, workflowId }: Post = {}) =>
	await deliver({
		nodeType: new ZendeskSupportTrigger(),
		parameters: { event: 'agentReply', channel: 'sms', registration, statuses: [] },
		credentials: { webhookSecret },
		headers: { 'x-zendesk-webhook-invocation-id': 'inv-1', ...(authorization === '' ? {} : { authorization }) },
		body: typeof body === 'string' ? body : JSON.stringify(body),
		staticData,
		workflowId: workflowId ?? `wf-${workflows++}`,
	});

it('a delivery with our own secret starts the workflow with ids', async () => {
	expect((await post()).outputs).toMatchObject([[{ event: 'agentReply', ticketId: '77', commentId: '501', text: '', customer: { key: 'cust-42' } }], []]);
});

it('of a set-up beforehand the credential\'s secret counts', async () => {
	expect((await post({ registration: 'setUp', staticData: {}, webhookSecret: SECRET })).outputs[0]).toHaveLength(1);
	expect(await post({ registration: 'setUp', staticData: { bearer: SECRET }, webhookSecret: 'another-secret-text' })).toMatchObject({ status: 401, outputs: [] });
});

describe('401, and nothing starts', () => {
	it.each<[string, Post]>([
		['without a token', { authorization: '' }],
		['with another token', { authorization: 'Bearer something-else' }],
		['with the token as Basic', { authorization: `Basic ${SECRET}` }],
		['with a beginning of it', { authorization: `Bearer ${SECRET.slice(0, -1)}` }],
		['where none is remembered', { staticData: {} }],
		['where none is remembered and none is sent', { staticData: {}, authorization: 'Bearer ' }],
		['where the credential has none', { registration: 'setUp', authorization: 'Bearer ' }],
	])('%s', async (_, how) => {
		const { status, outputs, warnings } = await post(how);
		expect([status, outputs, warnings.length]).toEqual([401, [], 1]);
		expect(warnings[0]).not.toContain(SECRET);
	});
});

it('a repeat in this process, and what is not ours, is taken and dropped', async () => {
	expect((await post({ workflowId: 'twice' })).outputs[0]).toHaveLength(1);
	expect((await post({ workflowId: 'twice' })).returned).toEqual({ webhookResponse: { dropped: true } });
	expect((await post({ body: { ...BODY, author_id: '901' } })).returned).toEqual({ webhookResponse: { dropped: true } });
});

it('a body that is not ours leaves by the second output, answered 400', async () => {
	expect(await post({ body: '{"ticket_id":77}' })).toMatchObject({ status: 400, outputs: [[], [{ event: 'unreadable' }]] });
});
