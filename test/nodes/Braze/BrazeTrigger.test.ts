import { BrazeTrigger } from '../../../nodes/Braze/BrazeTrigger.node';
import { deliver, type Delivery } from '../../support/delivery';

const SECRET = 'a-long-random-webhook-secret';
const BODY = JSON.stringify({ kind: 'first', dispatch_id: 'd1', user_id: 'cust-42', text: 'Hello "you"\n\\' });

const post = async (more: Partial<Delivery> = {}) =>
	await deliver({
		nodeType: new BrazeTrigger(),
		parameters: { answer: 'lastNode' },
		credentials: { webhookSecret: SECRET },
		headers: { authorization: `Bearer ${SECRET}`, 'content-type': 'text/plain' },
		body: BODY,
		...more,
	});

describe('the secret', () => {
	it('right: the event leaves by the first output', async () => {
		const { status, outputs, returned } = await post();
		expect(status).toBeUndefined();
		expect(returned.noWebhookResponse).toBeUndefined();
		expect(outputs).toMatchObject([[{ event: 'message', text: 'Hello "you"\n\\', customer: { key: 'cust-42' }, deliveryId: 'd1:cust-42' }], []]);
	});

	it.each([
		['wrong', { authorization: 'Bearer another-long-random-secret' }],
		['nearly right', { authorization: `Bearer ${SECRET.slice(0, -1)}` }],
		['under another scheme', { authorization: `Basic ${SECRET}` }],
		['without a scheme', { authorization: SECRET }],
		['empty', { authorization: 'Bearer ' }],
		['missing', {}],
	])('%s: 401, and nothing starts', async (_, headers: Record<string, string>) => {
		const { status, returned, outputs, warnings } = await post({ headers });
		expect(status).toBe(401);
		expect(returned).toEqual({ noWebhookResponse: true });
		expect(outputs).toEqual([]);
		expect(warnings.join()).not.toContain(SECRET);
	});

	it.each([undefined, ''])('not set in the credential (%p): nothing is taken in, whatever is sent', async (webhookSecret) => {
		for (const headers of [{ authorization: 'Bearer ' }, { authorization: 'Bearer undefined' }, {}] as Array<Record<string, string>>) {
			expect(await post({ credentials: { webhookSecret }, headers })).toMatchObject({ status: 401, outputs: [], warnings: [expect.stringContaining('credential has no webhook secret')] });
		}
	});

	it('is asked for before the body is read', async () => {
		expect(await post({ headers: {}, body: 'not JSON' })).toMatchObject({ status: 401, outputs: [] });
	});
});

describe('a body that cannot be read', () => {
	it.each(['', '{"text": "he said "no""}', 'null'])('%p becomes one failed event on the second output, and Braze is told 400 so that it does not try again', async (body) => {
		const { status, returned, outputs } = await post({ body });
		expect(status).toBe(400);
		expect(returned.noWebhookResponse).toBe(true);
		expect(outputs).toMatchObject([[], [{ event: 'unreadable', raw: body, error: { class: 'invalidInput', vendor: 'Braze' } }]]);
	});
});

describe('a repeat', () => {
	it('is dropped when we answer at once', async () => {
		const at = { parameters: { answer: 'onReceived' }, workflowId: 'wf-at-once' };
		expect((await post(at)).outputs).toHaveLength(2);
		expect((await post(at)).returned).toEqual({ webhookResponse: { dropped: true } });
	});

	it('runs again when the answer waits for the workflow: the first run may have failed', async () => {
		const at = { workflowId: 'wf-at-the-end' };
		expect((await post(at)).outputs[0]).toHaveLength(1);
		expect((await post(at)).outputs[0]).toHaveLength(1);
	});

	it('is told by its delivery, not by its words: "ok" twice is two messages', async () => {
		const at = { parameters: { answer: 'onReceived' }, workflowId: 'wf-ok' };
		for (const dispatch of ['d1', 'd2']) {
			expect((await post({ ...at, body: JSON.stringify({ dispatch_id: dispatch, user_id: 'u', text: 'ok' }) })).outputs[0]).toHaveLength(1);
		}
	});

	it('without a dispatch (a test send) is never dropped', async () => {
		const at = { parameters: { answer: 'onReceived' }, workflowId: 'wf-test', body: JSON.stringify({ user_id: 'u', text: 'ok' }) };
		expect((await post(at)).outputs[0]).toHaveLength(1);
		expect((await post(at)).outputs[0]).toHaveLength(1);
	});

	it('is no repeat in another workflow', async () => {
		for (const workflowId of ['wf-a', 'wf-b']) {
			expect((await post({ parameters: { answer: 'onReceived' }, workflowId })).outputs[0]).toHaveLength(1);
		}
	});
});

it('has nothing to register at Braze, and says so', async () => {
	const { checkExists, create, delete: remove } = new BrazeTrigger().webhookMethods.default;
	expect(await Promise.all([checkExists(), create(), remove()])).toEqual([true, true, true]);
});
