import { CleverTapTrigger } from '../../../nodes/CleverTap/CleverTapTrigger.node';
import { deliver, type Delivery } from '../../support/delivery';
import { setUp } from '../../support/n8n';

const SECRET = 'a-long-random-webhook-secret';
const HEADERS = { 'x-webhook-secret': SECRET, 'content-type': 'application/json' };
const basic = (password: string, name = 'n8n') => ({ authorization: `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}` });

const ADA = { Identity: 'cust-42', Email: 'ada@example.com', ObjectId: 'o1', ProfileData: { SendbirdID: 'cust-42', Tier: 'Gold' }, Event_properties: { order_id: 7 }, Push_token: 'tok' };
const BODY = { targetId: 1457433898, key_values: { template: 'order', message_id: 'm1' }, profiles: ADA };

const post = async (body: unknown = BODY, more: Partial<Delivery> = {}) =>
	await deliver({
		nodeType: new CleverTapTrigger(),
		parameters: {},
		credentials: { webhookSecret: SECRET },
		headers: HEADERS,
		workflowId: `wf-${Math.random()}`,
		...more,
		body: typeof body === 'string' ? body : JSON.stringify(body),
	});

describe('the secret', () => {
	it.each<[string, Record<string, string>]>([
		['as a header', HEADERS],
		['as the password of Basic authentication', basic(SECRET)],
		['with a colon in it', basic('a:b:c')],
	])('%s: let in', async (name, headers) => {
		const webhookSecret = name.startsWith('with') ? 'a:b:c' : SECRET;
		const { status, outputs } = await post(BODY, { headers, credentials: { webhookSecret } });
		expect(status).toBeUndefined();
		expect(outputs[0]).toHaveLength(1);
	});

	it.each<[string, Record<string, string>]>([
		['a wrong header', { 'x-webhook-secret': 'another' }],
		['a nearly right one', { 'x-webhook-secret': SECRET.slice(0, -1) }],
		['an empty one', { 'x-webhook-secret': '' }],
		['a wrong password', basic('another')],
		['the secret as name', basic('', SECRET)],
		['Basic without a colon', { authorization: `Basic ${Buffer.from(SECRET).toString('base64')}` }],
		['Bearer', { authorization: `Bearer ${SECRET}` }],
		['nothing', {}],
	])('%s: 401, and nothing starts', async (_, headers) => {
		const { status, returned, outputs, warnings } = await post(BODY, { headers });
		expect(status).toBe(401);
		expect(returned).toEqual({ noWebhookResponse: true });
		expect(outputs).toEqual([]);
		expect(warnings.join()).not.toContain(SECRET);
	});

	it.each([undefined, ''])('not set in the credential (%p): nothing is taken in, whatever is sent', async (webhookSecret) => {
		for (const headers of [{ 'x-webhook-secret': '' }, { 'x-webhook-secret': 'undefined' }, basic(''), {}] as Array<Record<string, string>>) {
			expect(await post(BODY, { credentials: { webhookSecret }, headers })).toMatchObject({ status: 401, outputs: [], warnings: [expect.stringContaining('credential has no webhook secret')] });
		}
	});

	it('is asked for before the body is read, of the test call too', async () => {
		expect(await post('not JSON', { headers: {} })).toMatchObject({ status: 401, outputs: [] });
		expect(await post({ is_test: true, profiles: [] }, { headers: {} })).toMatchObject({ status: 401, outputs: [] });
	});
});

describe('the call on Create', () => {
	const TEST = { is_test: true, targetId: 1234, key_values: { key: 'value' }, profiles: [1, 2, 3, 4, 5].map(() => ({ Identity: 'UserId', Email: 'a@example.com', push_token: 'Token' })) };

	it('is answered 200 and dropped', async () => {
		const { status, returned } = await post(TEST);
		expect(status).toBeUndefined();
		expect(returned).toEqual({ webhookResponse: { dropped: true } });
	});

	it('starts the workflow where that is wanted', async () => {
		const { outputs } = await post(TEST, { parameters: { emitTest: true } });
		expect(outputs[0]).toHaveLength(5);
		expect(outputs[0][0]).toMatchObject({ isTest: true, customer: { identity: 'UserId', pushToken: 'Token' } });
	});
});

describe('a campaign', () => {
	it('for one customer: profiles is an object', async () => {
		const { outputs } = await post();
		expect(outputs).toEqual([
			[
				{
					event: 'campaignWebhook',
					customer: { identity: 'cust-42', objectId: 'o1', email: 'ada@example.com', pushToken: 'tok' },
					text: '',
					targetId: '1457433898',
					keyValues: { template: 'order', message_id: 'm1' },
					profile: { SendbirdID: 'cust-42', Tier: 'Gold' },
					eventProperties: { order_id: 7 },
					isTest: false,
					occurredAt: expect.stringMatching(/^\d{4}-.*Z$/),
					deliveryId: '1457433898:cust-42:m1',
					dedupeKey: '1457433898:cust-42:m1',
					raw: BODY,
				},
			],
			[],
		]);
	});

	it('for many: an item a customer, each with its own part', async () => {
		const { outputs } = await post({ targetId: 7, key_values: {}, profiles: [ADA, { ObjectId: 'o2' }, { email: 'x@example.com' }] });
		expect(outputs[0].map(({ customer }) => customer)).toEqual([
			{ identity: 'cust-42', objectId: 'o1', email: 'ada@example.com', pushToken: 'tok' },
			{ identity: '', objectId: 'o2', email: '', pushToken: '' },
			{ identity: '', objectId: '', email: 'x@example.com', pushToken: '' },
		]);
		expect(outputs[0][1].raw).toEqual({ targetId: 7, key_values: {}, profiles: { ObjectId: 'o2' } });
	});

	it('with keys in any case', async () => {
		const { outputs } = await post({ TARGETID: 7, Key_Values: { a: 1 }, Profiles: { IDENTITY: 'c', profiledata: { x: 1 }, EVENT_PROPERTIES: { y: 2 }, push_token: 't' } });
		expect(outputs[0][0]).toMatchObject({ targetId: '7', keyValues: { a: 1 }, customer: { identity: 'c', pushToken: 't' }, profile: { x: 1 }, eventProperties: { y: 2 } });
	});

	it('with a body of the author\'s own that names the customer itself', async () => {
		const { outputs } = await post({ identity: 'cust-42', key_values: { message_id: 'm1' }, hello: 'world' });
		expect(outputs[0][0]).toMatchObject({ customer: { identity: 'cust-42' }, raw: { hello: 'world' } });
	});

	it('one profile that is of no use takes no other down', async () => {
		const { status, outputs } = await post({ targetId: 7, profiles: [ADA, { Tier: 'Gold' }, 'x'] });
		expect(status).toBeUndefined();
		expect(outputs.map((output) => output.length)).toEqual([1, 2]);
		expect(outputs[1][0]).toMatchObject({ event: 'unreadable', error: { class: 'invalidInput', vendor: 'CleverTap', message: expect.stringContaining('neither Identity') } });
		expect(outputs[1][0].raw).toContain('"Tier":"Gold"');
	});

	it('with nobody in it starts nothing', async () => {
		expect((await post({ targetId: 7, profiles: [] })).returned).toEqual({ webhookResponse: { dropped: true } });
	});
});

describe('a body that cannot be read', () => {
	it.each(['', '{"targetId": 7, "key_values": {"text": "he said "no""}}', 'null', '[]', '{"targetId": 7}', '{"profiles": "x"}'])('%p becomes one failed event on the second output, and CleverTap is told 400, which its campaign shows', async (body) => {
		const { status, returned, outputs } = await post(body);
		expect(status).toBe(400);
		expect(returned.noWebhookResponse).toBe(true);
		expect(outputs).toMatchObject([[], [{ event: 'unreadable', raw: body, error: { class: 'invalidInput', vendor: 'CleverTap' } }]]);
	});

	it('reaches the node although it says it is JSON: what n8n asks a node of version 1 before it parses is answered with yes', async () => {
		const { workflow, node } = setUp({ nodeType: new CleverTapTrigger(), parameters: {}, credentials: {} });
		await workflow.expression.acquireIsolate();
		try {
			expect(node.typeVersion).toBe(1);
			expect(workflow.expression.getSimpleParameterValue(workflow.getNode('Node') ?? node, '={{$parameter["options"]["binaryData"]}}', 'internal', {}, undefined, false)).toBe(true);
		} finally {
			await workflow.expression.releaseIsolate();
		}
	});
});

describe('a repeat', () => {
	const twice = async (first: unknown, second: unknown, parameters: Record<string, unknown> = {}) => {
		const at = { parameters, workflowId: `wf-${Math.random()}` };
		await post(first, at);
		return (await post(second, at)).outputs[0]?.length ?? 0;
	};
	const body = (more: object) => ({ ...BODY, ...more });

	it('with the same id among its key values is dropped; another one starts', async () => {
		expect(await twice(BODY, BODY)).toBe(0);
		expect(await twice(BODY, body({ key_values: { message_id: 'm2' } }))).toBe(1);
		expect(await twice(BODY, body({ profiles: { ...ADA, Identity: 'cust-43' } }))).toBe(1);
	});

	it('without such an id is none: the same campaign may speak to the same customer twice', async () => {
		const same = body({ key_values: { text: 'ok' } });
		expect(await twice(same, same)).toBe(1);
		expect((await post(same)).outputs[0][0]).toMatchObject({ dedupeKey: '', deliveryId: '' });
	});

	it('by another key value, in any case', async () => {
		const same = body({ key_values: { Order_ID: 42 } });
		expect(await twice(same, same, { dedupeKeyValue: 'order_id' })).toBe(0);
	});

	it('by campaign and customer, for those who choose so', async () => {
		const same = body({ key_values: {} });
		expect(await twice(same, same, { dedupeBy: 'campaignAndCustomer' })).toBe(0);
		expect(await twice(same, body({ key_values: {}, targetId: 8 }), { dedupeBy: 'campaignAndCustomer' })).toBe(1);
	});

	it('is never dropped where nothing is to', async () => {
		expect(await twice(BODY, BODY, { dedupeBy: 'nothing' })).toBe(1);
	});

	it('in a call with others leaves the others in', async () => {
		expect(await twice(BODY, body({ profiles: [ADA, { Identity: 'cust-43' }] }))).toBe(1);
	});

	it('is no repeat in another workflow', async () => {
		for (const workflowId of ['wf-a', 'wf-b']) expect((await post(BODY, { workflowId })).outputs[0]).toHaveLength(1);
	});
});

it('has nothing to register at CleverTap, and says so', async () => {
	const { checkExists, create, delete: remove } = new CleverTapTrigger().webhookMethods.default;
	expect(await Promise.all([checkExists(), create(), remove()])).toEqual([true, true, true]);
});

it('answers at once: CleverTap waits for 3 seconds', () => {
	expect(new CleverTapTrigger().description.webhooks).toMatchObject([{ httpMethod: 'POST', responseMode: 'onReceived' }]);
});
