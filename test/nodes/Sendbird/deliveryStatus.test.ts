import type { IDataObject } from 'n8n-workflow';
import { SendbirdTrigger } from '../../../nodes/Sendbird/SendbirdTrigger.node';
import { deliver } from '../../support/delivery';

const OUR_OWN = 'our-own-braze-key-0123456789';
const ACCOUNT = 'OUR-PROJ-ECT';
const PASSCODE = 'our-own-passcode-0123456789';
const SECRETS = { deliveryStatusApiKey: OUR_OWN, deliveryStatusAccountId: ACCOUNT, deliveryStatusPassword: PASSCODE, apiToken: 'notifications-token' };

const AS_BRAZE = { authorization: `Bearer ${OUR_OWN}`, 'content-type': 'application/json' };
const AS_CLEVERTAP = { 'x-clevertap-account-id': ACCOUNT, 'x-clevertap-passcode': PASSCODE };

interface Post {
	body: unknown;
	headers?: Record<string, string>;
	credentials?: IDataObject;
	workflowId?: string;
	webhookName?: string;
}

let workflows = 0;

const post = async ({ body, headers = AS_BRAZE, credentials = SECRETS, workflowId = `wf-${workflows++}`, webhookName = 'setup' }: Post) =>
	await deliver({ nodeType: new SendbirdTrigger(), parameters: { source: 'deliveryStatus' }, credentials, headers, body: typeof body === 'string' ? body : JSON.stringify(body), workflowId, webhookName });

const brazeEvent = (status: string, more: object = {}) => ({ external_id: 'cust-42', name: 'Sale', time: '2026-09-21T14:13:20Z', properties: { status }, ...more });
const cleverTapEvent = (status: string, more: object = {}) => ({ type: 'event', identity: 'cust-42', evtName: 'Sale', evtData: { status, target_id: 123123 }, ts: 1790000000, ...more });

it('its base URL takes what Braze\'s and CleverTap\'s take', () => {
	const { webhooks = [] } = new SendbirdTrigger().description;
	expect(webhooks.map(({ httpMethod, path }) => `${httpMethod} ${path}`)).toEqual(['POST webhook', 'POST webhook/users/track', 'POST webhook/1/upload']);
	expect(webhooks.map(({ ndvHideUrl }) => ndvHideUrl ?? false)).toEqual([false, true, true]);
});

describe('as Braze', () => {
	it('an item a status, and Braze\'s own answer', async () => {
		const sent = brazeEvent('SENT');
		const read = brazeEvent('READ', { external_id: undefined, braze_id: 'b1', user_alias: { alias_name: 'ada', alias_label: 'app' }, properties: { status: 'read', campaign_id: 'c9', notification_id: 'n1' } });
		const { status, answer, returned, outputs } = await post({ body: { events: [sent, read] } });
		expect([status, answer, returned.noWebhookResponse]).toEqual([201, { message: 'success', events_processed: 2 }, true]);
		expect(outputs[0]).toMatchObject([
			{ event: 'deliveryStatus', via: 'braze', status: 'SENT', customer: { externalId: 'cust-42' }, eventName: 'Sale', targetId: '', occurredAt: '2026-09-21T14:13:20.000Z', raw: sent },
			{ event: 'deliveryStatus', status: 'READ', customer: { brazeId: 'b1', aliasName: 'ada', aliasLabel: 'app' }, targetId: 'c9', deliveryId: 'n1' },
		]);
		expect(outputs[1]).toEqual([]);
	});

	it('READ before SENT: both pass', async () => {
		const workflowId = 'wf-order';
		expect((await post({ workflowId, body: { events: [brazeEvent('READ')] } })).outputs[0]).toMatchObject([{ status: 'READ' }]);
		expect((await post({ workflowId, body: { events: [brazeEvent('SENT')] } })).outputs[0]).toMatchObject([{ status: 'SENT' }]);
	});

	it('of two hours ago is as good as any; times come in several forms', async () => {
		const old = new Date(Date.now() - 2 * 3_600_000).toISOString();
		for (const [time, iso] of [[old, old], [1790000000, '2026-09-21T14:13:20.000Z'], [1790000000123, '2026-09-21T14:13:20.123Z'], ['1790000000', '2026-09-21T14:13:20.000Z'], ['2026-09-21 14:13:20', '2026-09-21T14:13:20.000Z']]) {
			expect((await post({ body: { events: [brazeEvent('SENT', { time })] } })).outputs[0]).toMatchObject([{ occurredAt: iso }]);
		}
	});

	it('a bad record is told at its place and leaves by the second output; the others pass', async () => {
		const { status, answer, outputs } = await post({ body: { events: [brazeEvent('SENT'), 'nonsense', { name: 'Sale', properties: {} }, brazeEvent('READ')] } });
		expect([status, answer]).toEqual([
			201,
			{ message: 'success', events_processed: 2, errors: [{ type: 'it is no object', input_array: 'events', index: 1 }, { type: 'it has no status', input_array: 'events', index: 2 }] },
		]);
		expect(outputs[0].map(({ status: told }) => told)).toEqual(['SENT', 'READ']);
		expect(outputs[1]).toMatchObject([{ event: 'unreadable', raw: '"nonsense"' }, { event: 'unreadable', error: { vendor: 'Sendbird Notifications' } }]);
	});

	it.each(['{"events":', '[]', '{"attributes":[]}', ''])('a body of no use (%p): 400, and one failed event', async (body) => {
		const { status, answer, outputs, returned } = await post({ body });
		expect([status, answer, returned.noWebhookResponse]).toEqual([400, { message: expect.stringContaining('"events"') }, true]);
		expect(outputs).toMatchObject([[], [{ event: 'unreadable', raw: body }]]);
	});
});

describe('as CleverTap', () => {
	it('an item a status, and CleverTap\'s own answer', async () => {
		const { status, answer, outputs } = await post({ headers: AS_CLEVERTAP, body: { d: [cleverTapEvent('SENT'), cleverTapEvent('READ', { identity: undefined, objectId: 'o1' })] } });
		expect([status, answer]).toEqual([200, { status: 'success', processed: 2, unprocessed: [] }]);
		expect(outputs[0]).toMatchObject([
			{ event: 'deliveryStatus', via: 'cleverTap', status: 'SENT', customer: { identity: 'cust-42' }, eventName: 'Sale', targetId: '123123', occurredAt: '2026-09-21T14:13:20.000Z', raw: cleverTapEvent('SENT') },
			{ status: 'READ', customer: { objectId: 'o1' } },
		]);
	});

	it('the sample of CleverTap\'s guide: a record alone, without identity and time', async () => {
		const sample = { evtName: 'My First Campaign', evtData: { status: 'READ', target_id: 123123 } };
		const before = Date.now();
		const { outputs, answer } = await post({ headers: AS_CLEVERTAP, body: sample });
		expect(answer).toMatchObject({ processed: 1 });
		expect(outputs[0]).toMatchObject([{ status: 'READ', customer: {}, eventName: 'My First Campaign', targetId: '123123', dedupeKey: '', raw: sample }]);
		expect(Date.parse(String(outputs[0][0].occurredAt))).toBeGreaterThanOrEqual(before);
	});

	it('bad records are handed back', async () => {
		const bad = { evtName: 'Sale' };
		const { answer, outputs } = await post({ headers: AS_CLEVERTAP, body: { d: [cleverTapEvent('SENT'), bad] } });
		expect(answer).toEqual({ status: 'partial', processed: 1, unprocessed: [{ status: 'fail', code: 512, error: 'it has no status', record: bad }] });
		expect(outputs.map(({ length }) => length)).toEqual([1, 1]);
		expect(await post({ headers: AS_CLEVERTAP, body: { d: [bad] } })).toMatchObject({ answer: { status: 'fail', processed: 0 } });
	});

	it('a body of no use: 400 in its shape', async () => {
		expect(await post({ headers: AS_CLEVERTAP, body: '{' })).toMatchObject({ status: 400, answer: { status: 'fail', code: 400 }, outputs: [[], [{ event: 'unreadable' }]] });
	});
});

describe('the key', () => {
	it.each<[string, Record<string, string>]>([
		['missing', {}],
		['another', { authorization: 'Bearer the-real-braze-key' }],
		['nearly right', { authorization: `Bearer ${OUR_OWN.slice(0, -1)}` }],
		['under another scheme', { authorization: `Basic ${OUR_OWN}` }],
		['of CleverTap, another passcode', { ...AS_CLEVERTAP, 'x-clevertap-passcode': 'guessed' }],
		['of CleverTap, another account', { ...AS_CLEVERTAP, 'x-clevertap-account-id': 'guessed' }],
		['of CleverTap, half', { 'x-clevertap-account-id': ACCOUNT }],
		['of CleverTap with Braze\'s beside it', { ...AS_BRAZE, 'x-clevertap-passcode': 'guessed' }],
	])('%s: 401, and nothing starts', async (_, headers) => {
		for (const body of [{ events: [brazeEvent('SENT')] }, { d: [cleverTapEvent('SENT')] }]) {
			const { status, outputs, returned, warnings } = await post({ headers, body });
			expect([status, outputs, returned]).toEqual([401, [], { noWebhookResponse: true }]);
			expect(warnings.join()).not.toMatch(new RegExp(`${OUR_OWN}|${PASSCODE}`));
		}
	});

	it('none in the credential, no intake: an empty one matches nothing', async () => {
		const none = { deliveryStatusApiKey: '', deliveryStatusAccountId: '', deliveryStatusPassword: '' };
		for (const headers of [{ authorization: 'Bearer ' }, { 'x-clevertap-account-id': '', 'x-clevertap-passcode': '' }] as Array<Record<string, string>>) {
			expect(await post({ headers, credentials: none, body: { events: [] } })).toMatchObject({ status: 401, warnings: [expect.stringContaining('credential has no Delivery Status')] });
		}
		expect(await post({ headers: AS_CLEVERTAP, credentials: { ...SECRETS, deliveryStatusPassword: '' }, body: { d: [] } })).toMatchObject({ status: 401 });
	});

	it('is asked for before the body is read', async () => {
		expect(await post({ headers: {}, body: 'not JSON' })).toMatchObject({ status: 401, outputs: [] });
	});
});

describe('repeats', () => {
	it('ten times the same is one item, and each is answered as taken', async () => {
		const answers = [];
		for (let time = 0; time < 10; time++) answers.push(await post({ workflowId: 'wf-ten', body: { events: [brazeEvent('SENT')] } }));
		expect(answers.flatMap(({ outputs }) => outputs[0] ?? [])).toHaveLength(1);
		expect(answers.map(({ status, answer }) => [status, answer])).toEqual(answers.map(() => [201, { message: 'success', events_processed: 1 }]));
	});

	it('another user, event, status or time is another', async () => {
		const workflowId = 'wf-other';
		const others = [brazeEvent('SENT'), brazeEvent('READ'), brazeEvent('SENT', { external_id: 'u2' }), brazeEvent('SENT', { name: 'News' }), brazeEvent('SENT', { time: '2026-09-21T14:13:21Z' })];
		for (const event of others) expect((await post({ workflowId, body: { events: [event] } })).outputs[0]).toHaveLength(1);
	});

	it('a time that is none counts as missing, and does no harm', async () => {
		for (const time of [0, -5, 1e300, 'yesterday', {}, [], true]) {
			expect((await post({ body: { events: [brazeEvent('SENT', { time })] } })).outputs[0]).toMatchObject([{ status: 'SENT', dedupeKey: '' }]);
		}
	});

	it('what has neither time nor ID is never taken for a repeat: two notifications may look alike', async () => {
		const workflowId = 'wf-blank';
		for (let time = 0; time < 2; time++) expect((await post({ workflowId, body: { events: [brazeEvent('SENT', { time: undefined })] } })).outputs[0]).toHaveLength(1);
	});
});

it('the base URL itself takes both shapes too: what Sendbird appends is not documented', async () => {
	expect((await post({ webhookName: 'default', body: { events: [brazeEvent('SENT')] } })).outputs[0]).toHaveLength(1);
	expect((await post({ webhookName: 'default', headers: AS_CLEVERTAP, body: { d: [cleverTapEvent('SENT')] } })).outputs[0]).toHaveLength(1);
});
