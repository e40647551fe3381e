import { RULES } from '../../../sandbox/messenger/rules';
import { ADA, ANNA_BLOCKED, APP, INBOX, JOERG, MARY_NEVER, PAGE, SECOND_APP, startCallback, startMessenger, type Callback, type Messenger } from './harness';

const ALL = 'messages,messaging_postbacks,messaging_optins,messaging_referrals,message_deliveries,message_reads,message_echoes,message_edits,message_reactions,messaging_handovers,standby,feed,message_template_status_update';

let messenger: Messenger;
let callback: Callback;
beforeAll(async () => {
	messenger = await startMessenger();
});
beforeEach(async () => {
	await messenger.reset();
	callback = await startCallback();
	await messenger.subscribe(callback.url, ALL);
});
afterEach(async () => await callback.close());
afterAll(async () => await messenger.close());

const inbound = { sender: { id: ADA }, recipient: { id: PAGE }, timestamp: expect.any(Number) };
const outbound = { sender: { id: PAGE }, recipient: { id: ADA }, timestamp: expect.any(Number) };

describe('what a person does', () => {
	it('a message, with ids as strings and the time in ms', async () => {
		const { mid } = (await messenger.person<{ mid: string }>(ADA, 'messages', { text: 'Hi' })).body;
		const event = await callback.first('message');
		expect(event).toEqual({ ...inbound, message: { mid, text: 'Hi' } });
		expect(Math.abs(Number(event.timestamp) - Date.now())).toBeLessThan(5000);
		expect(callback.taken[0].entries[0]).toMatchObject({ id: PAGE, time: expect.any(Number) });
	});

	it('attachments of any kind, payload or not', async () => {
		const attachments = [{ type: 'image', payload: { url: 'https://scontent.xx.fbcdn.net/a.jpg' } }, { type: 'sticker', payload: { sticker_id: 369239263222822 } }, { type: 'fallback', payload: null }, { type: 'fallback' }];
		await messenger.person(ADA, 'messages', { attachments });
		expect((await callback.first('message')).message).toEqual({ mid: expect.any(String), attachments });
	});

	it('an answer to a message', async () => {
		const { mid } = (await messenger.chat(ADA))[0];
		await messenger.person(ADA, 'messages', { text: 'That one', replyTo: mid });
		expect((await callback.first('message')).message).toMatchObject({ reply_to: { mid } });
	});

	it('a quick reply is a message, offered once', async () => {
		expect((await messenger.person(ADA, 'messages', { quickReply: 'YES' })).status).toBe(409);
		await messenger.send(ADA, '', { message: { text: 'Well?', quick_replies: [{ content_type: 'text', title: 'Yes', payload: 'YES' }] } });
		await messenger.person(ADA, 'messages', { quickReply: 'YES' });
		await callback.until(() => callback.events().some((event) => 'message' in event && !('is_echo' in (event.message as object))));
		const answered = callback.events().find((event) => 'quick_reply' in ((event.message ?? {}) as object));
		expect(answered).toEqual({ ...inbound, message: { mid: expect.any(String), text: 'Yes', quick_reply: { payload: 'YES' } } });
		expect((await messenger.person(ADA, 'messages', { quickReply: 'YES' })).status).toBe(409);
	});

	it('a postback', async () => {
		await messenger.person(ADA, 'postbacks', { title: 'Buy', payload: 'BUY' });
		expect(await callback.first('postback')).toEqual({ ...inbound, postback: { mid: expect.any(String), title: 'Buy', payload: 'BUY' } });
	});

	it('opt-ins: a ref, a user_ref, a marketing token', async () => {
		await messenger.person(ADA, 'optins', { ref: 'signed-ref' });
		expect(await callback.first('optin')).toEqual({ ...inbound, optin: { ref: 'signed-ref' } });
		await messenger.person(ADA, 'optins', { ref: 'r', userRef: 'box-1' });
		await callback.until(() => callback.events().length === 2);
		expect(callback.events()[1]).toEqual({ ...inbound, sender: { user_ref: 'box-1' }, optin: { ref: 'r', user_ref: 'box-1' } });
		const { notificationMessagesToken: token } = (await messenger.person<{ notificationMessagesToken: string }>(ADA, 'optins', { type: 'notification_messages', title: 'Sales' })).body;
		await callback.until(() => callback.events().length === 3);
		expect(callback.events()[2].optin).toMatchObject({ type: 'notification_messages', title: 'Sales', notification_messages_token: token });
	});

	it('an m.me link into the thread, and an ad', async () => {
		expect((await messenger.person(ADA, 'referrals', { ref: 'signed-ref' })).body).toEqual({ ok: true, as: 'referral' });
		expect(await callback.first('referral')).toEqual({ ...inbound, referral: { ref: 'signed-ref', source: 'SHORTLINK', type: 'OPEN_THREAD' } });
		await messenger.person(ADA, 'referrals', { ref: 'ad', source: 'ADS', adId: '77' });
		await callback.until(() => callback.events().length === 2);
		expect(callback.events()[1].referral).toEqual({ ref: 'ad', source: 'ADS', type: 'OPEN_THREAD', ad_id: '77' });
	});

	it('an m.me link without a thread: with Get Started', async () => {
		await messenger.graph('POST', '/me/messenger_profile', { get_started: { payload: 'START' } });
		expect((await messenger.person(MARY_NEVER, 'referrals', { ref: 'signed-ref' })).body).toEqual({ ok: true, as: 'postback' });
		expect((await callback.first('postback')).postback).toEqual({ mid: expect.any(String), title: 'Get Started', payload: 'START', referral: { ref: 'signed-ref', source: 'SHORTLINK', type: 'OPEN_THREAD' } });
	});

	it('an m.me link without a thread: with the first message, and only that', async () => {
		expect((await messenger.person(MARY_NEVER, 'referrals', { ref: 'signed-ref' })).body).toEqual({ ok: true, as: 'first message' });
		await messenger.person(MARY_NEVER, 'messages', { text: 'one' });
		await messenger.person(MARY_NEVER, 'messages', { text: 'two' });
		await callback.until(() => callback.events().length === 2);
		expect(callback.events().map(({ message }) => (message as { referral?: { ref: string } }).referral?.ref)).toEqual(['signed-ref', undefined]);
	});

	it('reading: a watermark, no mid', async () => {
		await messenger.send(ADA);
		await messenger.person(ADA, 'reads');
		const { read } = await callback.first('read');
		expect(read).toEqual({ watermark: expect.any(Number) });
		expect((await messenger.chat(ADA)).at(-1)?.readAt).toBe((read as { watermark: number }).watermark);
	});

	it('reactions, put on and taken away', async () => {
		const { mid } = (await messenger.chat(ADA))[0];
		await messenger.person(ADA, 'reactions', { mid, emoji: '👍' });
		expect(await callback.first('reaction')).toEqual({ ...inbound, reaction: { mid, action: 'react', reaction: 'like', emoji: '👍' } });
		expect((await messenger.chat(ADA))[0].reactions).toEqual([{ by: 'person', reaction: '👍' }]);
		await messenger.person(ADA, 'reactions', { mid });
		await callback.until(() => callback.events().length === 2);
		expect(callback.events()[1].reaction).toEqual({ mid, action: 'unreact' });
		expect((await messenger.person(ADA, 'reactions', { mid: 'm_none' })).status).toBe(404);
	});

	it('an edit keeps the mid, a message taken back says so', async () => {
		const { mid } = (await messenger.person<{ mid: string }>(ADA, 'messages', { text: 'tpyo' })).body;
		await messenger.person(ADA, 'edits', { mid, text: 'typo' });
		expect(await callback.first('message_edit')).toEqual({ ...inbound, message_edit: { mid, text: 'typo', num_edit: 1 } });
		expect((await messenger.chat(ADA)).at(-1)).toMatchObject({ text: 'typo', edits: 1 });
		await messenger.person(ADA, 'unsends', { mid });
		await callback.until(() => callback.events().length === 3);
		expect(callback.events()[2].message).toEqual({ mid, is_deleted: true });
		expect((await messenger.chat(ADA)).at(-1)).toMatchObject({ deleted: true });
		expect((await messenger.person(ADA, 'edits', { mid, text: 'x' })).status).toBe(404);
	});

	it('comments are changes of the Page', async () => {
		const { id } = (await messenger.person<{ id: string }>(JOERG, 'comments', { text: 'Nice' })).body;
		await callback.until(() => callback.events('changes').length === 1);
		expect(callback.events('changes')[0]).toMatchObject({ field: 'feed', value: { item: 'comment', verb: 'add', comment_id: id, message: 'Nice', from: { id: JOERG } } });
	});

	it.each(['messages', 'postbacks', 'reads'])('%s: not while the Page is blocked, nor by a stranger, nor in another shape', async (what) => {
		const body = { text: 'x', title: 'x', payload: 'x' };
		expect((await messenger.person(ANNA_BLOCKED, what, body)).status).toBe(409);
		expect((await messenger.person('123', what, body)).status).toBe(404);
		if (what !== 'reads') expect((await messenger.person(ADA, what, {})).status).toBe(400);
	});
});

describe('what the Page does', () => {
	it('a delivery, then an echo with app_id and metadata', async () => {
		const { message_id: mid } = (await messenger.send(ADA, '', { message: { text: 'Hi', metadata: '{"run":"7"}' } })).body;
		await callback.until(() => callback.events().length === 2);
		expect(callback.events()).toEqual([
			{ ...inbound, delivery: { mids: [mid], watermark: expect.any(Number) } },
			{ ...outbound, message: { mid, is_echo: true, app_id: Number(APP), metadata: '{"run":"7"}', text: 'Hi' } },
		]);
	});

	it('a human in the Page inbox is an echo with its app id', async () => {
		await messenger.person(ADA, 'inbox', { text: 'A human here' });
		expect(await callback.first('message')).toMatchObject({ ...outbound, message: { is_echo: true, app_id: Number(INBOX), text: 'A human here' } });
		expect((await messenger.chat(ADA)).at(-1)?.by).toBe('Page inbox');
	});

	it('the id of a saved attachment comes back as a number', async () => {
		const { attachment_id: id } = (await messenger.graph<{ attachment_id: string }>('POST', `/${PAGE}/message_attachments`, { message: { attachment: { type: 'image', payload: { url: 'https://example.com/a.png' } } } })).body;
		await messenger.send(ADA, '', { message: { attachment: { type: 'image', payload: { attachment_id: id } } } });
		expect((await callback.first('message')).message).toMatchObject({ is_echo: true, attachments: [{ type: 'image', payload: { attachment_id: Number(id) } }] });
	});

	it('a utility template that was approved is a change', async () => {
		await messenger.graph('POST', `/${PAGE}/message_templates`, { name: 'hello', language: 'en_US', category: 'UTILITY', components: [{ type: 'BODY', text: 'Hello' }] });
		await messenger.age(4);
		await callback.until(() => callback.events('changes').length === 1);
		expect(callback.events('changes')[0]).toMatchObject({ field: 'message_template_status_update', value: { event: 'APPROVED', message_template_name: 'hello' } });
	});
});

describe('who is told', () => {
	it('only of subscribed fields', async () => {
		await messenger.graph('POST', `/${PAGE}/subscribed_apps`, { subscribed_fields: 'messages' });
		await messenger.send(ADA);
		await messenger.person(ADA, 'postbacks', { title: 'x', payload: 'X' });
		await messenger.person(ADA, 'messages', { text: 'only this' });
		await callback.first('message');
		expect(callback.events().map((event) => Object.keys(event).at(-1))).toEqual(['message']);
	});

	it('each app on the Page', async () => {
		const second = await startCallback();
		await messenger.subscribe(second.url, 'messages,message_echoes', { appId: SECOND_APP, secret: 'sandbox-second-app-secret', token: 'sandbox-second-app-token' });
		await messenger.send(ADA, 'from the first');
		expect((await second.first('message')).message).toMatchObject({ is_echo: true, app_id: Number(APP) });
		await second.close();
	});

	it('in development only of people with a role', async () => {
		await messenger.control('POST', '/messenger/app', { mode: 'development' });
		await messenger.person(JOERG, 'messages', { text: 'unheard' });
		await messenger.note('is not told');
		await messenger.person(ADA, 'messages', { text: 'heard' });
		expect((await callback.first('message')).message).toMatchObject({ text: 'heard' });
		expect(callback.events()).toHaveLength(1);
		expect(messenger.events().some(({ rule }) => rule?.text === RULES.developmentEvents.text)).toBe(true);
	});
});

describe('what nobody described', () => {
	it('raw events are sent and signed as they are', async () => {
		const events = [{ sender: { id: ADA }, recipient: { id: PAGE }, timestamp: 1, something_new: { a: 'ü' } }, { broken: true }];
		await messenger.control('POST', '/messenger/raw', { events });
		await callback.until(() => callback.events().length === 2);
		expect(callback.events()).toEqual(events);
		await messenger.control('POST', '/messenger/raw', { list: 'changes', events: [{ field: 'x', value: {} }] });
		await callback.until(() => callback.events('changes').length === 1);
		expect((await messenger.control('POST', '/messenger/raw', { events: [] })).status).toBe(400);
	});

	it("the dashboard's Test button sends changes", async () => {
		await messenger.control('POST', '/messenger/test-button', { field: 'messages' });
		await callback.until(() => callback.events('changes').length === 1);
		expect(callback.events('changes')[0]).toMatchObject({ field: 'messages', value: { message: { text: 'test_message' } } });
	});
});

test('somebody new never wrote, and has an id beyond 2^53', async () => {
	const { psid } = (await messenger.control<{ psid: string }>('POST', '/messenger/persons', { firstName: 'Nina' })).body;
	expect(String(Number(psid))).not.toBe(psid);
	expect((await messenger.send(psid)).body.error?.error_subcode).toBe(2018278);
	await messenger.person(psid, 'messages', { text: 'Hi' });
	expect((await messenger.send(psid)).status).toBe(200);
	expect((await messenger.control<{ persons: Array<{ psid: string }> }>('GET', '/messenger/persons')).body.persons.map((each) => each.psid)).toContain(psid);
	expect((await messenger.control('POST', '/messenger/persons', {})).status).toBe(400);
});
