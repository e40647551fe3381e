import { createHmac } from 'crypto';
import { MessengerTrigger } from '../../../nodes/Messenger/MessengerTrigger.node';
import { deliver } from '../../support/delivery';
import { APP, PAGE, PSID, SIGNED_WITH, VERIFY } from './messenger';
import { batch, event, message } from './pageEvents';

interface Post {
	body?: string;
	/** What arrives in place of what was signed. */
	sent?: string;
	signature?: string | null;
	secret?: string;
	parameters?: Record<string, unknown>;
	workflowId?: string;
	legacyOnly?: boolean;
}

const credentials = { pageId: PAGE, appId: APP, appSecret: SIGNED_WITH, verifyToken: VERIFY };
const ALL = ['messages', 'messaging_postbacks', 'message_echoes', 'message_reads'];

let workflows = 0;

async function post({ body = batch(message()), sent, signature, secret = SIGNED_WITH, parameters = {}, workflowId, legacyOnly }: Post = {}) {
	const right = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
	const headers: Record<string, string> = { 'x-hub-signature': `sha1=${createHmac('sha1', secret).update(body).digest('hex')}` };
	if (signature !== null && !legacyOnly) headers['x-hub-signature-256'] = signature ?? right;
	return await deliver({
		nodeType: new MessengerTrigger(),
		parameters: { webhookFields: ALL, onlyThisPage: true, ...parameters },
		credentials,
		headers,
		body: sent ?? body,
		workflowId: workflowId ?? `wf-${workflows++}`,
	});
}

/** As Meta sends it: umlauts, emoji and slashes escaped. The digest was made with openssl over these bytes. */
const VECTOR = `{"object":"page","entry":[{"id":"${PAGE}","time":1790000000123,"messaging":[{"sender":{"id":"${PSID}"},"recipient":{"id":"${PAGE}"},"timestamp":1790000000000,"message":{"mid":"m_1","text":"\\u00e4\\u00f6\\u00e5 \\ud83d\\ude00 https:\\/\\/example.com\\/a"}}]}]}`;
const DIGEST = 'sha256=3ccacff58ed77c6b1b08202bff3b17c1e6ae0ed7328fae2c0fe3d7c932825490';

describe('the signature', () => {
	it('holds over the very bytes, with escaped umlauts, emoji and slashes', async () => {
		const { outputs, status } = await post({ body: VECTOR, signature: DIGEST });
		expect(status).toBeUndefined();
		expect(outputs).toMatchObject([[{ event: 'message', text: 'äöå 😀 https://example.com/a', psid: PSID }], []]);
	});

	it('does not hold over what JSON makes of them: each of the three alone tells', async () => {
		for (const text of ['\\u00e4', '\\ud83d\\ude00', '\\/']) {
			const body = batch(message()).replace('"Hello"', `"${text}"`);
			const reserialised = JSON.stringify(JSON.parse(body));
			expect(reserialised).not.toBe(body);
			expect((await post({ body })).outputs[0]).toHaveLength(1);
			expect(await post({ body, sent: reserialised })).toMatchObject({ status: 401, outputs: [] });
		}
	});

	it.each<[string, Post]>([
		['missing', { signature: null }],
		['the legacy SHA-1 alone', { legacyOnly: true }],
		['of another secret', { secret: 'another-secret' }],
		['cut short', { signature: 'sha256=3ccacff5' }],
		['in another form', { signature: `sha1=${'0'.repeat(40)}` }],
		['a byte changed', { sent: batch(message()).replace('Hello', 'Hallo') }],
	])('%s: 401, and nothing starts', async (_, how) => {
		const { status, outputs, returned, warnings } = await post(how);
		expect(status).toBe(401);
		expect(outputs).toEqual([]);
		expect(returned).toEqual({ noWebhookResponse: true });
		expect(warnings.join()).not.toContain(SIGNED_WITH);
	});

	it('no app secret, no intake', async () => {
		const body = batch(message());
		const headers = { 'x-hub-signature-256': `sha256=${createHmac('sha256', '').update(body).digest('hex')}` };
		const { status, outputs } = await deliver({ nodeType: new MessengerTrigger(), parameters: {}, credentials: { pageId: PAGE, appSecret: '' }, headers, body });
		expect([status, outputs]).toEqual([401, []]);
	});
});

describe('Meta\'s verification of the callback', () => {
	const verify = async (query: Record<string, string | object>, verifyToken = VERIFY) =>
		await deliver({ nodeType: new MessengerTrigger(), parameters: {}, credentials: { ...credentials, verifyToken }, headers: {}, body: '', webhookName: 'setup', query: { ...query } as Record<string, string> });

	it.each([
		['with dots', { 'hub.mode': 'subscribe', 'hub.verify_token': VERIFY, 'hub.challenge': '1158201444' }],
		['with underscores', { hub_mode: 'subscribe', hub_verify_token: VERIFY, hub_challenge: '1158201444' }],
		['as an object', { hub: { mode: 'subscribe', verify_token: VERIFY, challenge: '1158201444' } }],
	])('%s is answered with the challenge, as plain text', async (_, query) => {
		expect(await verify(query)).toMatchObject({ status: 200, answer: '1158201444', contentType: 'text/plain', outputs: [] });
	});

	it.each([
		['another token', { 'hub.mode': 'subscribe', 'hub.verify_token': 'guessed', 'hub.challenge': '1' }],
		['no token', { 'hub.mode': 'subscribe', 'hub.challenge': '1' }],
		['another mode', { 'hub.mode': 'unsubscribe', 'hub.verify_token': VERIFY, 'hub.challenge': '1' }],
		['no challenge', { 'hub.mode': 'subscribe', 'hub.verify_token': VERIFY }],
	])('%s: 403', async (_, query) => {
		expect(await verify(query)).toMatchObject({ status: 403, answer: undefined });
	});

	it('an empty verify token matches nothing', async () => {
		expect(await verify({ 'hub.mode': 'subscribe', 'hub.verify_token': '', 'hub.challenge': '1' }, '')).toMatchObject({ status: 403 });
	});

	it('is listed before the deliveries: Meta asks while they are being registered', () => {
		expect(new MessengerTrigger().description.webhooks?.map(({ name, httpMethod }) => [name, httpMethod])).toEqual([['setup', 'GET'], ['default', 'POST']]);
	});
});

describe('a delivery', () => {
	it('of three events becomes three items, in the order of what happened', async () => {
		const body = batch(message({ mid: 'm_c', text: 'c' }, 3000), message({ mid: 'm_a', text: 'a' }, 1000), message({ mid: 'm_b', text: 'b' }, 2000));
		expect((await post({ body })).outputs[0].map(({ text }) => text)).toEqual(['a', 'b', 'c']);
	});

	it('with one bad event loses only that one, which leaves by the second output; Meta hears 200', async () => {
		const body = batch(message({ mid: 'm_1' }), event({ message: { text: 'no mid' } }), 'nonsense', message({ mid: 'm_2' }));
		const { status, outputs } = await post({ body });
		expect(status).toBeUndefined();
		expect(outputs[0].map(({ mid }) => mid)).toEqual(['m_1', 'm_2']);
		expect(outputs[1]).toMatchObject([{ event: 'unreadable', error: { class: 'invalidInput' }, raw: expect.stringContaining('no mid') }, { event: 'unreadable', raw: '"nonsense"' }]);
	});

	it('that cannot be read at all is answered 200 too: Meta unsubscribes the app after an hour of anything else', async () => {
		for (const body of ['{"object":', '[]', '{"object":"page","entry":[{"messaging":"x"}]}']) {
			const { status, outputs } = await post({ body });
			expect([status, outputs[0], outputs[1].length]).toEqual([undefined, [], 1]);
		}
	});

	it('that comes again is dropped, event by event', async () => {
		const workflowId = 'wf-repeat';
		expect((await post({ workflowId, body: batch(message({ mid: 'm_1' }), message({ mid: 'm_2' })) })).outputs[0]).toHaveLength(2);
		expect((await post({ workflowId, body: batch(message({ mid: 'm_2' }), message({ mid: 'm_3' })) })).outputs[0]).toMatchObject([{ mid: 'm_3' }]);
		expect((await post({ workflowId, body: batch(message({ mid: 'm_1' })) })).returned).toEqual({ webhookResponse: { dropped: true } });
		expect((await post({ workflowId: 'another', body: batch(message({ mid: 'm_1' })) })).outputs[0]).toHaveLength(1);
	});

	it('"ok" twice is two messages', async () => {
		const workflowId = 'wf-ok';
		for (const mid of ['m_8', 'm_9']) expect((await post({ workflowId, body: batch(message({ mid, text: 'ok' })) })).outputs[0]).toHaveLength(1);
	});

	it('of fields that were not chosen is dropped', async () => {
		expect((await post({ body: batch(event({ delivery: { watermark: 1 } })) })).returned).toEqual({ webhookResponse: { dropped: true } });
	});

	it('of another Page is dropped, unless all Pages are wanted', async () => {
		const body = batch(message()).replaceAll(PAGE, '999');
		expect((await post({ body })).returned).toEqual({ webhookResponse: { dropped: true } });
		expect((await post({ body, parameters: { onlyThisPage: false } })).outputs[0]).toMatchObject([{ pageId: '999', customer: { key: `999.${PSID}` } }]);
	});
});
