/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the client uploads from a file */
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Messenger as Content, MessengerClient } from 'messaging-api-messenger';
import { ADA, ADA_ELSEWHERE, APP, GRACE_3_DAYS, INBOX, JOERG, OTHER_PAGE, PAGE, PAGE_TOKEN, SECOND_APP, SECRET, startCallback, startMessenger, type Callback, type Messenger } from './harness';

const folder = mkdtempSync(join(tmpdir(), 'messenger-client-'));
const file = (name: string) => {
	writeFileSync(join(folder, name), 'content');
	return createReadStream(join(folder, name));
};

let messenger: Messenger;
let callback: Callback;
const called = new Set<string>();
let client: MessengerClient;
beforeAll(async () => {
	messenger = await startMessenger();
	callback = await startCallback();
	// Every call proves itself, as the app demands.
	client = new Proxy(messenger.client({ appSecret: SECRET }), {
		get(target, name) {
			const value: unknown = Reflect.get(target, name);
			if (typeof value !== 'function') return value;
			called.add(String(name));
			return value.bind(target) as unknown;
		},
	});
});
beforeEach(async () => {
	await messenger.reset();
	await messenger.control('POST', '/messenger/app', { requireAppSecretProof: true });
});
afterAll(async () => {
	await messenger.close();
	await callback.close();
	rmSync(folder, { recursive: true });
});

const last = async () => (await messenger.chat(ADA)).at(-1);
const SENT = { recipientId: ADA, messageId: expect.stringMatching(/^m_/) };
const DONE = { result: 'success' };
const button = { type: 'postback' as const, title: 'Buy', payload: 'BUY' };

describe('messaging-api-messenger drives every call: the app', () => {
	it('subscriptions', async () => {
		const wanted = { callbackUrl: callback.url, verifyToken: 'v', fields: ['messages'], accessToken: `${APP}|${SECRET}` };
		expect(await client.createSubscription(wanted)).toEqual({ success: true });
		expect(await client.getSubscriptions()).toMatchObject([{ object: 'page', callbackUrl: callback.url, active: true }]);
		expect(await client.getPageSubscription()).toMatchObject({ object: 'page', fields: [{ name: 'messages' }] });
	});

	it('tokens, features, events', async () => {
		expect(await client.getPageInfo()).toEqual({ id: PAGE, name: 'Sandbox Sports' });
		expect(await client.debugToken()).toMatchObject({ appId: APP, isValid: true, expiresAt: 0 });
		expect(await client.getMessagingFeatureReview()).toEqual([{ feature: 'human_agent', status: 'approved' }]);
		const event = { appId: Number(APP), pageId: Number(PAGE), pageScopedUserId: ADA, events: [{ _eventName: 'fb_mobile_purchase' }] };
		expect(await client.logCustomEvents(event)).toEqual({ success: true });
		await expect(client.logCustomEvents({ ...event, pageScopedUserId: '1' })).rejects.toThrow('100 OAuthException');
		await expect(client.logCustomEvents({ ...event, appId: 5 })).rejects.toThrow('100 OAuthException');
	});
});

describe('sending', () => {
	it('texts', async () => {
		expect(await client.sendText(ADA, 'Grüße 🎉')).toEqual(SENT);
		expect(await last()).toMatchObject({ text: 'Grüße 🎉', messagingType: 'UPDATE' });
		expect(await client.sendMessage(ADA, { text: 'tagged' }, { tag: 'HUMAN_AGENT' as never })).toEqual(SENT);
		expect(await last()).toMatchObject({ tag: 'HUMAN_AGENT' });
		expect(await client.sendRawBody({ recipient: { id: ADA }, message: { text: 'raw' } })).toEqual(SENT);
		expect(await client.sendText(ADA, 'Which?', { quickReplies: [{ contentType: 'text', title: 'Yes', payload: 'YES' }] })).toEqual(SENT);
		expect((await last())?.quickReplies).toEqual([{ contentType: 'text', title: 'Yes', payload: 'YES' }]);
		await expect(client.sendText(GRACE_3_DAYS, 'late')).rejects.toThrow('Messenger API - 10 OAuthException');
	});

	it('attachments by URL', async () => {
		expect(await client.sendAttachment(ADA, { type: 'image', payload: { url: 'https://example.com/a.png' } })).toEqual(SENT);
		expect(await client.sendAudio(ADA, 'https://example.com/a.mp3')).toEqual(SENT);
		expect(await client.sendImage(ADA, 'https://example.com/a.png')).toEqual(SENT);
		expect(await client.sendVideo(ADA, 'https://example.com/a.mp4')).toEqual(SENT);
		expect(await client.sendFile(ADA, 'https://example.com/a.pdf')).toEqual(SENT);
		expect((await messenger.chat(ADA)).slice(-5).map(({ attachments }) => attachments?.[0].type)).toEqual(['image', 'audio', 'image', 'video', 'file']);
	});

	it('uploaded files', async () => {
		expect(await client.sendImage(ADA, file('a.png'))).toEqual(SENT);
		const form = Content.createFileFormData(file('a.pdf'));
		expect(await client.sendMessageFormData(ADA, form)).toEqual(SENT);
		await expect(client.sendVideo(ADA, file('b.png'))).rejects.toThrow('100 OAuthException');
		const ids = [
			await client.uploadAttachment('image', 'https://example.com/a.png', { isReusable: true }),
			await client.uploadAudio('https://example.com/a.mp3'),
			await client.uploadImage(file('c.png')),
			await client.uploadVideo(file('c.mp4')),
			await client.uploadFile(file('c.pdf')),
		];
		for (const { attachmentId } of ids) expect(attachmentId).toMatch(/^\d+$/);
		expect(await client.sendImage(ADA, { attachmentId: ids[2].attachmentId })).toEqual(SENT);
	});

	it('templates', async () => {
		const receipt = { recipientName: 'Ada', orderNumber: 'A-1', currency: 'EUR', paymentMethod: 'Visa', summary: { totalCost: 50 } };
		expect(await client.sendTemplate(ADA, { templateType: 'button', text: 'x', buttons: [button] })).toEqual(SENT);
		expect(await client.sendButtonTemplate(ADA, 'x', [button])).toEqual(SENT);
		expect(await client.sendGenericTemplate(ADA, [{ title: 'x', buttons: [button] }])).toEqual(SENT);
		expect(await client.sendReceiptTemplate(ADA, receipt)).toEqual(SENT);
		expect(await client.sendMediaTemplate(ADA, [{ mediaType: 'image', url: 'https://www.facebook.com/photo/1' }])).toEqual(SENT);
		expect(await client.sendOneTimeNotifReqTemplate(ADA, { title: 'x', payload: 'X' })).toEqual(SENT);
		expect(await client.sendAirlineBoardingPassTemplate(ADA, { introMessage: 'x', locale: 'en_US', boardingPass: [] })).toEqual(SENT);
		expect(await client.sendAirlineCheckinTemplate(ADA, { introMessage: 'x', locale: 'en_US', checkinUrl: 'https://example.com', flightInfo: [] })).toEqual(SENT);
		expect(await client.sendAirlineItineraryTemplate(ADA, { introMessage: 'x', locale: 'en_US', pnrNumber: 'A', passengerInfo: [], flightInfo: [], passengerSegmentInfo: [], totalPrice: '1', currency: 'EUR' })).toEqual(SENT);
		const port = { airportCode: 'A', city: 'A', terminal: 'A', gate: 'A' };
		const flight = { flightNumber: 'A1', departureAirport: port, arrivalAirport: port, flightSchedule: { departureTime: '1' } };
		expect(await client.sendAirlineUpdateTemplate(ADA, { introMessage: 'x', updateType: 'delay', locale: 'en_US', updateFlightInfo: flight })).toEqual(SENT);
		await expect(client.sendReceiptTemplate(ADA, receipt)).rejects.toThrow('100 OAuthException');
	});

	it('sender actions', async () => {
		for (const act of [client.sendSenderAction(ADA, 'typing_on'), client.markSeen(ADA), client.typingOn(ADA), client.typingOff(ADA)]) expect(await act).toEqual({ recipientId: ADA });
	});

	it('batches', async () => {
		expect(await client.sendBatch([{ method: 'POST', relativeUrl: 'me/messages', body: { recipient: { id: ADA }, messagingType: 'RESPONSE', message: { text: 'by batch' } } }])).toMatchObject([{ code: 200, body: SENT }]);
		expect((await last())?.text).toBe('by batch');
	});
});

describe('the Page', () => {
	it('messenger profile', async () => {
		expect(await client.setMessengerProfile({ getStarted: { payload: 'START' } })).toEqual(DONE);
		expect(await client.getMessengerProfile(['get_started'])).toEqual([{ getStarted: { payload: 'START' } }]);
		expect(await client.deleteMessengerProfile(['get_started'])).toEqual(DONE);
		expect([await client.setGetStarted('START'), await client.getGetStarted()]).toEqual([DONE, { payload: 'START' }]);
		expect([await client.setGreeting('Hello'), await client.getGreeting()]).toEqual([DONE, [{ locale: 'default', text: 'Hello' }]]);
		expect([await client.setIceBreakers([{ question: 'q', payload: 'p' }]), await client.getIceBreakers()]).toEqual([DONE, [{ question: 'q', payload: 'p' }]]);
		expect([await client.setWhitelistedDomains(['https://example.com']), await client.getWhitelistedDomains()]).toEqual([DONE, ['https://example.com']]);
		expect([await client.setAccountLinkingURL('https://example.com/in'), await client.getAccountLinkingURL()]).toEqual([DONE, 'https://example.com/in']);
		const menu = [{ locale: 'default', composerInputDisabled: false, callToActions: [button] }];
		expect([await client.setPersistentMenu([button]), await client.getPersistentMenu()]).toEqual([DONE, menu]);
		expect([await client.setUserPersistentMenu(ADA, [button]), await client.getUserPersistentMenu(ADA)]).toEqual([DONE, menu]);
		for (const removed of [await client.deleteUserPersistentMenu(ADA), await client.deletePersistentMenu(), await client.deleteGetStarted(), await client.deleteGreeting(), await client.deleteIceBreakers(), await client.deleteWhitelistedDomains(), await client.deleteAccountLinkingURL()]) expect(removed).toEqual(DONE);
		expect([await client.getGetStarted(), await client.getGreeting(), await client.getPersistentMenu(), await client.getUserPersistentMenu(ADA)]).toEqual([null, null, null, null]);
	});

	it('people', async () => {
		expect(await client.getUserProfile(JOERG)).toMatchObject({ id: JOERG, name: 'Jörg Müller', firstName: 'Jörg' });
		expect(await client.getIdsForPages({ userId: ADA, appSecret: SECRET })).toMatchObject({ data: [{ id: ADA, page: { id: PAGE } }, { id: ADA_ELSEWHERE, page: { id: OTHER_PAGE } }] });
		expect(await client.getIdsForApps({ userId: ADA, appSecret: SECRET, app: APP })).toMatchObject({ data: [{ id: expect.any(String), app: { id: APP } }] });
		expect(await client.getUserField({ field: 'ids_for_pages', userId: ADA, appSecret: SECRET, page: OTHER_PAGE })).toMatchObject({ data: [{ id: ADA_ELSEWHERE }] });
	});

	it('labels', async () => {
		const id = Number((await client.createLabel('vip')).id);
		expect(await client.associateLabel(ADA, id)).toEqual({ success: true });
		expect((await client.getAssociatedLabels(ADA)).data).toEqual([{ id: String(id), name: 'vip' }]);
		expect(await client.getLabelDetails(id)).toEqual({ id: String(id), name: 'vip' });
		expect(await client.dissociateLabel(ADA, id)).toEqual({ success: true });
		expect((await client.getAssociatedLabels(ADA)).data).toEqual([]);
		expect((await client.getLabelList()).data).toEqual([{ id: String(id), name: 'vip' }]);
		expect(await client.deleteLabel(id)).toEqual({ success: true });
		await expect(client.associateLabel(ADA, id)).rejects.toThrow('100 OAuthException');
	});

	it('personas', async () => {
		const { id } = await client.createPersona({ name: 'Nora', profilePictureUrl: 'https://example.com/n.png' });
		const nora = { id, name: 'Nora', profilePictureUrl: 'https://example.com/n.png' };
		expect([await client.getPersona(id), (await client.getPersonas()).data, await client.getAllPersonas()]).toEqual([nora, [nora], [nora]]);
		await client.sendText(ADA, 'I am Nora', { personaId: id });
		expect((await last())?.persona).toBe('Nora');
		expect(await client.deletePersona(id)).toEqual({ success: true });
		expect(await client.getAllPersonas()).toEqual([]);
	});

	it('thread control', async () => {
		expect(await client.passThreadControl(ADA, Number(SECOND_APP), 'x')).toEqual({ success: true });
		expect(await client.getThreadOwner(ADA)).toEqual({ appId: SECOND_APP });
		expect(await client.requestThreadControl(ADA)).toEqual({ success: true });
		await messenger.control('POST', `/messenger/page/${PAGE}`, { defaultAppId: APP });
		expect(await client.takeThreadControl(ADA)).toEqual({ success: true });
		expect(await client.passThreadControlToPageInbox(ADA)).toEqual({ success: true });
		expect(await client.getThreadOwner(ADA)).toEqual({ appId: INBOX });
		expect(await client.getSecondaryReceivers()).toEqual([{ id: INBOX, name: 'Page Inbox' }]);
	});

	it('insights and language processing', async () => {
		await messenger.person(GRACE_3_DAYS, 'block');
		expect(await client.getInsights(['page_messages_blocked_conversations_unique'])).toMatchObject([{ values: [{ value: 2 }] }]);
		expect(await client.getBlockedConversations({})).toMatchObject({ period: 'day', values: [{ value: 2 }] });
		expect(await client.getTotalMessagingConnections({})).toMatchObject({ values: [{ value: 4 }] });
		expect(await client.getNewConversations({})).toMatchObject({ values: [{ value: 4 }] });
		expect(await client.getReportedConversations({})).toMatchObject({ values: [{ value: 0 }] });
		await expect(client.getInsights(['page_likes' as never])).rejects.toThrow('100 OAuthException');
		for (const answer of [await client.setNLPConfigs({ nlpEnabled: true }), await client.enableNLP(), await client.disableNLP()]) expect(answer).toEqual({ success: true });
	});
});

test('nothing that the client can do was left out', () => {
	const every = Object.getOwnPropertyNames(MessengerClient.prototype).filter((name) => name !== 'constructor');
	expect(every.length).toBeGreaterThan(70);
	expect(every.filter((name) => !called.has(name))).toEqual([]);
	expect(PAGE_TOKEN).toBe(client.accessToken);
});
