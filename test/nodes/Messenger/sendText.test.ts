import nock from 'nock';
import { Messenger } from '../../../nodes/Messenger/Messenger.node';
import { runNode } from '../../support/engine';
import { closedNetwork, RESET } from '../../support/network';
import { waits } from '../../support/quickSleep';
import { api, credentials, failureOf, graphError, MARK, MESSAGES, oneOf, PAGE_PROOF, proved, PSID, runMessenger, takes, BEARER } from './messenger';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const SEND = { resource: 'message', operation: 'sendText', psid: PSID, text: 'Grüße 😀' };

it('names the Page, carries the token in the header and the proof in the query, and marks the message as ours', async () => {
	const paths: string[] = [];
	const scope = takes({ recipient: { id: PSID }, messaging_type: 'RESPONSE', message: { text: 'Grüße 😀', metadata: MARK } }, 'm_1');
	scope.on('request', (request: { path: string }) => paths.push(request.path));
	expect(await oneOf(SEND)).toEqual({ messageId: 'm_1', recipientId: PSID, messageIds: ['m_1'] });
	expect(paths).toEqual([`${MESSAGES}?appsecret_proof=${PAGE_PROOF}`]);
	expect(paths[0]).not.toContain(BEARER);
});

it('sends as update, as Human Agent, under a persona, quoting, in silence and with own metadata', async () => {
	takes({
		recipient: { id: PSID },
		messaging_type: 'MESSAGE_TAG',
		tag: 'HUMAN_AGENT',
		notification_type: 'SILENT_PUSH',
		persona_id: '99',
		reply_to: { mid: 'm_0' },
		message: { text: 'x', metadata: `${MARK}:order 7` },
	});
	await oneOf({ ...SEND, text: 'x', sendAs: 'HUMAN_AGENT', more: { notificationType: 'SILENT_PUSH', personaId: '99', replyTo: 'm_0', metadata: 'order 7' } });
	takes({ recipient: { id: PSID }, messaging_type: 'UPDATE', message: { text: 'x', metadata: MARK } });
	await oneOf({ ...SEND, text: 'x', sendAs: 'UPDATE' });
});

it('sends to the reference of an opt-in, which is answered without a PSID', async () => {
	api().post(MESSAGES, { recipient: { user_ref: 'ref-1' }, messaging_type: 'RESPONSE', message: { text: 'x', metadata: MARK } }).query(proved()).reply(200, { message_id: 'm_7' });
	expect(await oneOf({ resource: 'message', operation: 'sendText', sendTo: 'user_ref', userRef: 'ref-1', text: 'x' })).toMatchObject({ messageId: 'm_7', recipientId: '' });
});

const textsSent = (): string[] => {
	const texts: string[] = [];
	api()
		.post(MESSAGES, ({ message }: { message: { text: string } }) => texts.push(message.text) > 0)
		.query(proved())
		.times(3)
		.reply(200, () => ({ message_id: `m_${texts.length}`, recipient_id: PSID }));
	return texts;
};

it('2,001 characters go out in two parts and 5,000 in three, in their order', async () => {
	takes(({ message }) => message.text === 'a'.repeat(2000), 'm_1');
	takes(({ message }) => message.text === 'a', 'm_2');
	expect(await oneOf({ ...SEND, text: 'a'.repeat(2001) })).toMatchObject({ messageId: 'm_2', messageIds: ['m_1', 'm_2'] });
	const texts = textsSent();
	await oneOf({ ...SEND, text: `${'a'.repeat(1999)} ${'b'.repeat(1999)} ${'c'.repeat(1000)}` });
	expect(texts).toEqual(['a'.repeat(1999), 'b'.repeat(1999), 'c'.repeat(1000)]);
});

it('messages to one person go out one after the other, in the order of the items; another person need not wait', async () => {
	const log: string[] = [];
	const slow = (psid: string, text: string): void => {
		const scope = api().post(MESSAGES, (body: { recipient: { id: string }; message: { text: string } }) => body.recipient.id === psid && body.message.text === text).query(proved());
		const delayed = scope.delay(30).reply(200, { message_id: text });
		delayed.on('request', () => log.push(`asked ${text}`));
		delayed.on('replied', () => log.push(`answered ${text}`));
	};
	for (const text of ['1', '2', '3']) slow(PSID, text);
	slow('42', 'other');
	await runMessenger({ ...SEND, psid: '={{ $json.psid }}', text: '={{ $json.text }}' }, [{ psid: PSID, text: '1' }, { psid: PSID, text: '2' }, { psid: PSID, text: '3' }, { psid: '42', text: 'other' }]);
	expect(log.filter((line) => !line.endsWith('other'))).toEqual(['asked 1', 'answered 1', 'asked 2', 'answered 2', 'asked 3', 'answered 3']);
	expect(log.indexOf('asked other')).toBeLessThan(log.indexOf('answered 2'));
});

describe('a send has no key, so it never goes out twice', () => {
	it('a lost answer is unknown', async () => {
		api().post(MESSAGES).query(proved()).replyWithError(RESET);
		expect(await failureOf(SEND)).toMatchObject({ class: 'unknownOutcome', code: 'ECONNRESET' });
	});

	it.each([
		[500, graphError(2)],
		[200, graphError(1)],
		[400, graphError(1, 99)],
		[500, '<html>bad gateway</html>'],
		[500, graphError(99999)],
	])('trouble at Meta (%i) is unknown', async (status, body) => {
		api().post(MESSAGES).query(proved()).reply(status, body);
		expect(await failureOf(SEND)).toMatchObject({ class: 'unknownOutcome', vendor: 'Facebook Messenger' });
		expect(waits).toEqual([]);
	});

	it('an answer that is not Graph\'s is unknown too', async () => {
		api().post(MESSAGES).query(proved()).reply(200, { ok: true });
		expect(await failureOf(SEND)).toMatchObject({ class: 'unknownOutcome' });
	});

	it('where the second part fails the first is told, and nothing says that all may go out again', async () => {
		takes(() => true, 'm_1');
		api().post(MESSAGES).query(proved()).reply(400, graphError(613));
		expect(await failureOf({ ...SEND, text: 'a'.repeat(2500) })).toMatchObject({
			class: 'unknownOutcome',
			code: '613',
			message: expect.stringContaining('Part 2 of 2'),
			fix: expect.stringContaining('m_1'),
		});
		takes(() => true, 'm_1');
		api().post(MESSAGES).query(proved()).reply(403, graphError(10, 2018278));
		expect(await failureOf({ ...SEND, text: 'a'.repeat(2500) })).toMatchObject({ class: 'windowClosed', message: expect.stringContaining('Part 2 of 2') });
	});

	it('but a throttled one, which Meta did not act on, waits as told and goes out', async () => {
		api()
			.post(MESSAGES)
			.query(proved())
			.reply(400, graphError(80006), { 'X-Business-Use-Case-Usage': JSON.stringify({ [PSID]: [{ type: 'messenger', call_count: 100, estimated_time_to_regain_access: 3 }] }) });
		takes(() => true, 'm_9');
		expect(await oneOf({ ...SEND, connection: { longestWait: 300 } })).toMatchObject({ messageId: 'm_9' });
		expect(waits).toEqual([180_000]);
	});
});

it('a base URL of one\'s own is called at the version, with the execution\'s id', async () => {
	nock('http://127.0.0.1:4010', { reqheaders: { 'x-n8n-execution-id': 'execution-7' } }).post(`/messenger/v27.0/104512345678901/messages`).query(proved()).reply(200, { message_id: 'm_1' });
	const own = credentials({ baseUrl: 'http://127.0.0.1:4010/messenger/', graphVersion: 'v27.0' });
	expect((await runNode({ nodeType: new Messenger(), parameters: SEND, credentials: own })).error).toBeUndefined();
});
