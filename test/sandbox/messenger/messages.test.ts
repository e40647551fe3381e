import { RULES } from '../../../sandbox/messenger/rules';
import { ADA, ADA_ELSEWHERE, ALAN_NO_PROFILE, ANNA_BLOCKED, JOERG, OTHER_PAGE, PAGE, PAGE_TOKEN, startMessenger, type Messenger } from './harness';

let messenger: Messenger;
beforeAll(async () => {
	messenger = await startMessenger();
});
beforeEach(async () => await messenger.reset());
afterAll(async () => await messenger.close());

const post = async (body: object) => await messenger.graph('POST', `/${PAGE}/messages`, body);
const message = async (content: object, more: object = {}) => await post({ recipient: { id: ADA }, messaging_type: 'RESPONSE', message: content, ...more });
const last = async (psid = ADA) => (await messenger.chat(psid)).at(-1);

describe('a text', () => {
	it('arrives as it was written, and the answer names it', async () => {
		const text = 'Grüße, "quoted" \\ & <b> 🎉\n\nnew line / slash';
		const answer = await messenger.send(ADA, text, { messaging_type: 'UPDATE' });
		expect(answer.status).toBe(200);
		expect(answer.body).toEqual({ recipient_id: ADA, message_id: expect.stringMatching(/^m_/) });
		expect(await last()).toMatchObject({ mid: answer.body.message_id, direction: 'out', text, by: 'Sandbox Messenger App', messagingType: 'UPDATE' });
		expect(messenger.events().filter(({ kind }) => kind === 'sent')).toMatchObject([{ customer: ADA }]);
	});

	it('has no idempotency: twice is two messages', async () => {
		await messenger.send(ADA, 'again');
		await messenger.send(ADA, 'again');
		expect((await messenger.chat(ADA)).filter(({ text }) => text === 'again')).toHaveLength(2);
	});

	it.each([
		['2,000 letters', 'x'.repeat(2000), 200],
		['2,000 emoji', '🎉'.repeat(2000), 200],
		['2,001 letters', 'x'.repeat(2001), 400],
		['2,001 emoji', '🎉'.repeat(2001), 400],
	])('%s', async (_name, text, status) => {
		expect((await messenger.send(ADA, text)).status).toBe(status);
		if (status === 400) expect(messenger.lastRule()).toEqual(RULES.textLimit);
		else expect((await messenger.note('UTF-16 units')).rule).toEqual(RULES.textUnits);
		expect((await messenger.chat(ADA)).length).toBe(status === 200 ? 2 : 1);
	});

	it('counts as RESPONSE without messaging_type', async () => {
		await post({ recipient: { id: ADA }, message: { text: 'x' } });
		expect(await last()).toMatchObject({ messagingType: 'RESPONSE' });
		expect((await messenger.note('without messaging_type')).rule).toEqual(RULES.typeMissing);
	});
});

describe('the shape', () => {
	it('has message or sender_action', async () => {
		const both = await message({ text: 'x' }, { sender_action: 'typing_on' });
		expect(both.body.error).toMatchObject({ code: 100, error_subcode: 2018014 });
		expect((await post({ recipient: { id: ADA } })).body.error).toMatchObject({ code: 100, error_subcode: 2018015 });
		expect(messenger.lastRule()).toEqual(RULES.messageAndAction);
	});

	it.each([
		['text and attachment', { text: 'x', attachment: { type: 'image', payload: { url: 'https://example.com/a.png' } } }],
		['neither', {}],
		['an empty text', { text: '' }],
		['only metadata', { metadata: 'x' }],
	])('refuses %s', async (_name, content) => {
		expect((await message(content)).body.error).toMatchObject({ code: 100 });
		expect(messenger.lastRule()).toEqual(RULES.textXorAttachment);
	});

	it('refuses unknown keys in message, and takes them beside it', async () => {
		expect((await message({ text: 'x', quickReplies: [] })).body.error).toMatchObject({ code: 100, message: expect.stringContaining('Invalid keys "quickReplies" were found in param "message"') });
		expect((await message({ text: 'x' }, { anything: 1 })).status).toBe(200);
	});

	it.each([
		['no recipient', { message: { text: 'x' } }, 'recipient is required'],
		['a text that is no text', { recipient: { id: ADA }, message: { text: 5 } }, 'message[text]'],
		['an unknown messaging_type', { recipient: { id: ADA }, messaging_type: 'PROMO', message: { text: 'x' } }, 'messaging_type'],
		['an unknown notification_type', { recipient: { id: ADA }, notification_type: 'LOUD', message: { text: 'x' } }, 'notification_type'],
		['an unknown action', { recipient: { id: ADA }, sender_action: 'dance' }, 'sender_action'],
	])('refuses %s', async (_name, body, named) => {
		expect((await post(body)).body.error).toMatchObject({ code: 100, message: expect.stringContaining(named) });
	});

	it('counts a broken body as nothing', async () => {
		const answer = await fetch(`${messenger.base}/v25.0/me/messages`, { method: 'POST', headers: { authorization: `Bearer ${PAGE_TOKEN}`, 'content-type': 'application/json' }, body: '{"recipient":' });
		expect(((await answer.json()) as { error: { code: number } }).error.code).toBe(100);
	});

	it('may be a form, or stand in the query', async () => {
		const form = new URLSearchParams({ recipient: JSON.stringify({ id: ADA }), messaging_type: 'RESPONSE', message: JSON.stringify({ text: 'by form' }), access_token: PAGE_TOKEN });
		expect((await fetch(`${messenger.base}/v25.0/me/messages`, { method: 'POST', body: form })).status).toBe(200);
		form.set('message', JSON.stringify({ text: 'by query' }));
		expect((await fetch(`${messenger.base}/v25.0/me/messages?${form}`, { method: 'POST' })).status).toBe(200);
		expect((await messenger.chat(ADA)).map(({ text }) => text)).toEqual(['Hello', 'by form', 'by query']);
		expect(JSON.stringify(messenger.events())).not.toContain(PAGE_TOKEN);
	});
});

describe('the recipient', () => {
	it.each([['a stranger', '123'], ['a person of another Page', ADA_ELSEWHERE], ['a Page', OTHER_PAGE]])('%s is nobody: 100/2018001', async (_name, id) => {
		expect((await messenger.send(id)).body.error).toMatchObject({ code: 100, error_subcode: 2018001 });
		expect(messenger.lastRule()).toEqual(RULES.recipientUnknown);
	});

	it('is nobody when a client made a number of the PSID', async () => {
		expect((await post({ recipient: { id: Number(ADA) }, message: { text: 'x' } })).body.error).toMatchObject({ code: 100, error_subcode: 2018001 });
		expect((await messenger.note('is a number')).rule).toEqual(RULES.recipientNumber);
	});

	it.each([{}, { id: ADA, user_ref: 'x' }])('%j names not exactly one', async (recipient) => {
		expect((await post({ recipient, message: { text: 'x' } })).body.error).toMatchObject({ code: 100 });
		expect(messenger.lastRule()).toEqual(RULES.recipientKinds);
	});

	it('by user_ref gets the message, and is not named in the answer', async () => {
		await messenger.person(JOERG, 'optins', { ref: 'r', userRef: 'checkbox-1' });
		expect((await post({ recipient: { user_ref: 'checkbox-1' }, message: { text: 'Welcome' } })).body).toEqual({ message_id: expect.any(String) });
		expect((await last(JOERG))?.text).toBe('Welcome');
		expect((await post({ recipient: { user_ref: 'other' }, message: { text: 'x' } })).body.error).toMatchObject({ error_subcode: 2018001 });
	});

	it('by marketing token needs no window', async () => {
		const { notificationMessagesToken: token } = (await messenger.person<{ notificationMessagesToken: string }>(JOERG, 'optins', { type: 'notification_messages' })).body;
		await messenger.age(30 * 24 * 3600);
		expect((await post({ recipient: { notification_messages_token: token }, message: { text: 'News' } })).status).toBe(200);
	});

	it('who blocked the Page: 551/1545041', async () => {
		expect((await messenger.send(ANNA_BLOCKED)).body.error).toMatchObject({ code: 551, error_subcode: 1545041 });
		await messenger.person(ANNA_BLOCKED, 'block', { blocked: false });
		expect((await messenger.send(ANNA_BLOCKED)).status).toBe(200);
		await messenger.person(ANNA_BLOCKED, 'block');
		expect((await messenger.send(ANNA_BLOCKED)).body.error?.code).toBe(551);
	});

	it('without a role, of an app in development: 200/2018028', async () => {
		await messenger.control('POST', '/messenger/app', { mode: 'development' });
		expect((await messenger.send(JOERG)).body.error).toMatchObject({ code: 200, error_subcode: 2018028 });
		expect((await messenger.send(ADA)).status).toBe(200);
	});

	it('of a restricted Page: 10/1893063', async () => {
		await messenger.control('POST', `/messenger/page/${PAGE}`, { restricted: true });
		expect((await messenger.send(ADA)).body.error).toMatchObject({ code: 10, error_subcode: 1893063 });
	});
});

describe('what goes along', () => {
	const reply = (title: string, payload = 'P') => ({ content_type: 'text', title, payload });

	it('13 quick replies, not 14; titles are cut to 20', async () => {
		const many = Array.from({ length: 13 }, (_, index) => reply(`An answer number ${index} that is long`));
		expect((await message({ text: 'Which?', quick_replies: many })).status).toBe(200);
		expect((await last())?.quickReplies?.[0]).toEqual({ contentType: 'text', title: 'An answer number 0 t', payload: 'P' });
		expect((await message({ text: 'Which?', quick_replies: [...many, reply('14')] })).body.error).toMatchObject({ code: 100 });
		expect(messenger.lastRule()).toEqual(RULES.quickReplies);
	});

	it.each([
		['a payload of 1,001', [reply('x', 'y'.repeat(1001))]],
		['no payload', [{ content_type: 'text', title: 'x' }]],
		['no title', [{ content_type: 'text', payload: 'x' }]],
		['an unknown kind', [{ content_type: 'carrier_pigeon' }]],
	])('refuses a quick reply with %s', async (_name, replies) => {
		expect((await message({ text: 'x', quick_replies: replies })).body.error?.code).toBe(100);
	});

	it('takes quick replies that ask for phone and e-mail', async () => {
		expect((await message({ text: 'x', quick_replies: [{ content_type: 'user_phone_number' }, { content_type: 'user_email' }] })).status).toBe(200);
	});

	it('metadata under 1,000 characters', async () => {
		expect((await message({ text: 'x', metadata: 'm'.repeat(999) })).status).toBe(200);
		expect((await last())?.metadata).toHaveLength(999);
		expect((await message({ text: 'x', metadata: 'm'.repeat(1000) })).body.error?.code).toBe(100);
		expect(messenger.lastRule()).toEqual(RULES.metadataLimit);
	});

	it('a quoted message', async () => {
		const mid = (await messenger.chat(ADA))[0].mid;
		await message({ text: 'about that' }, { reply_to: { mid } });
		expect((await last())?.replyTo).toBe(mid);
		await message({ text: 'about nothing' }, { reply_to: { mid: 'm_other' } });
		expect(await last()).not.toHaveProperty('replyTo');
		expect(messenger.lastRule()).toEqual(RULES.replyUnknown);
	});

	it('a persona of the Page', async () => {
		const { id } = (await messenger.graph<{ id: string }>('POST', `/${PAGE}/personas`, { name: 'Nora', profile_picture_url: 'https://example.com/nora.png' })).body;
		await message({ text: 'I am Nora' }, { persona_id: id });
		expect((await last())?.persona).toBe('Nora');
		expect((await message({ text: 'x' }, { persona_id: '1' })).body.error?.code).toBe(100);
		expect(messenger.lastRule()).toEqual(RULES.personaUnknown);
	});

	it('a sticker', async () => {
		expect((await message({ sticker_id: '369239263222822' })).status).toBe(200);
		expect((await last())?.attachments).toEqual([{ type: 'sticker', payload: { sticker_id: '369239263222822' } }]);
	});
});

describe('sender actions', () => {
	it.each(['typing_on', 'typing_off', 'mark_seen'])('%s answers the recipient alone', async (action) => {
		expect((await post({ recipient: { id: ADA }, sender_action: action })).body).toEqual({ recipient_id: ADA });
		expect(messenger.lastRule()).toEqual(RULES.windowActions);
	});

	it('react and unreact', async () => {
		const [{ mid }] = await messenger.chat(ADA);
		await post({ recipient: { id: ADA }, sender_action: 'react', payload: { message_id: mid, reaction: '❤' } });
		expect((await messenger.chat(ADA))[0].reactions).toEqual([{ by: 'page', reaction: '❤' }]);
		await post({ recipient: { id: ADA }, sender_action: 'unreact', payload: { message_id: mid } });
		expect((await messenger.chat(ADA))[0].reactions).toEqual([]);
	});

	it.each([undefined, { message_id: 'm_none', reaction: '❤' }])('react with %j is refused', async (payload) => {
		expect((await post({ recipient: { id: ADA }, sender_action: 'react', payload })).body.error?.code).toBe(100);
		expect(messenger.lastRule()).toEqual(RULES.reactionTarget);
	});
});

test('a second app of the Page sends in its own name', async () => {
	await messenger.graph('POST', `/${PAGE}/messages`, { recipient: { id: ALAN_NO_PROFILE }, message: { text: 'x' } }, { authorization: 'Bearer sandbox-second-app-token' });
	expect(await last(ALAN_NO_PROFILE)).toMatchObject({ by: 'Sandbox Warehouse Bot' });
});
