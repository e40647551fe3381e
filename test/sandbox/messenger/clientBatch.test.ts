import { MessengerBatch } from 'messaging-api-messenger';
import { ADA, APP, INBOX, JOERG, PAGE, SECOND_APP, startMessenger, type Messenger } from './harness';

let messenger: Messenger;
beforeAll(async () => {
	messenger = await startMessenger();
});
beforeEach(async () => await messenger.reset());
afterAll(async () => await messenger.close());

type Item = Parameters<ReturnType<Messenger['client']>['sendBatch']>[0][number];

const built = new Set<string>();
const batch = new Proxy(MessengerBatch, {
	get(target, name) {
		built.add(String(name));
		return Reflect.get(target, name) as unknown;
	},
});
const run = async (items: Item[]) => await messenger.client().sendBatch(items);
const codes = async (items: Item[]) => (await run(items)).map(({ code }) => code);
const button = { type: 'postback' as const, title: 'Buy', payload: 'BUY' };

describe("every call that the client's batches know", () => {
	it('messages', async () => {
		const port = { airportCode: 'A', city: 'A', terminal: 'A', gate: 'A' };
		const flight = { flightNumber: 'A1', departureAirport: port, arrivalAirport: port, flightSchedule: { departureTime: '1' } };
		const items = [
			batch.sendRequest({ recipient: { id: ADA }, message: { text: 'raw & ü' } }),
			batch.sendMessage(ADA, { text: 'x' }),
			batch.sendText(ADA, 'x'),
			batch.sendAttachment(ADA, { type: 'image', payload: { url: 'https://example.com/a.png' } }),
			batch.sendAudio(ADA, 'https://example.com/a.mp3'),
			batch.sendImage(ADA, 'https://example.com/a.png'),
			batch.sendVideo(ADA, 'https://example.com/a.mp4'),
			batch.sendFile(ADA, 'https://example.com/a.pdf'),
			batch.sendTemplate(ADA, { templateType: 'button', text: 'x', buttons: [button] }),
			batch.sendButtonTemplate(ADA, 'x', [button]),
			batch.sendGenericTemplate(ADA, [{ title: 'x' }]),
			batch.sendReceiptTemplate(ADA, { recipientName: 'Ada', orderNumber: 'A-1', currency: 'EUR', paymentMethod: 'Visa', summary: { totalCost: 5 } }),
			batch.sendMediaTemplate(ADA, [{ mediaType: 'image', url: 'https://www.facebook.com/photo/1' }]),
			batch.sendAirlineBoardingPassTemplate(ADA, { introMessage: 'x', locale: 'en_US', boardingPass: [] }),
			batch.sendAirlineCheckinTemplate(ADA, { introMessage: 'x', locale: 'en_US', checkinUrl: 'https://example.com', flightInfo: [] }),
			batch.sendAirlineItineraryTemplate(ADA, { introMessage: 'x', locale: 'en_US', pnrNumber: 'A', passengerInfo: [], flightInfo: [], passengerSegmentInfo: [], totalPrice: '1', currency: 'EUR' }),
			batch.sendAirlineUpdateTemplate(ADA, { introMessage: 'x', updateType: 'delay', locale: 'en_US', updateFlightInfo: flight }),
			batch.sendOneTimeNotifReqTemplate(ADA, { title: 'x', payload: 'X' }),
			batch.sendSenderAction(ADA, 'mark_seen'),
			batch.typingOn(ADA),
			batch.typingOff(ADA),
			batch.markSeen(ADA),
		];
		expect(await codes(items)).toEqual(items.map(() => 200));
		const chat = await messenger.chat(ADA);
		expect(chat[1].text).toBe('raw & ü');
		expect(chat).toHaveLength(1 + 18);
	});

	it('people and menus', async () => {
		await messenger.graph('POST', '/me/messenger_profile', { get_started: { payload: 'START' } });
		const items = await run([batch.getUserProfile(JOERG), batch.setUserPersistentMenu(JOERG, [button]), batch.getUserPersistentMenu(JOERG), batch.deleteUserPersistentMenu(JOERG)]);
		expect(items).toMatchObject([{ code: 200, body: { name: 'Jörg Müller' } }, { code: 200 }, { code: 200, body: { data: [{ userLevelPersistentMenu: [{ callToActions: [button] }] }] } }, { code: 200 }]);
	});

	it('thread control', async () => {
		expect(await run([batch.passThreadControl(ADA, Number(SECOND_APP)), batch.getThreadOwner(ADA), batch.requestThreadControl(ADA)])).toMatchObject([{ code: 200 }, { body: { appId: SECOND_APP } }, { code: 200 }]);
		await messenger.control('POST', `/messenger/page/${PAGE}`, { defaultAppId: APP });
		expect(await run([batch.takeThreadControl(ADA), batch.passThreadControlToPageInbox(ADA), batch.getThreadOwner(ADA)])).toMatchObject([{ code: 200 }, { code: 200 }, { body: { appId: INBOX } }]);
	});

	it('labels', async () => {
		const id = Number((await messenger.client().createLabel('vip')).id);
		expect(await run([batch.associateLabel(ADA, id), batch.getAssociatedLabels(ADA)])).toMatchObject([{ code: 200 }, { body: { data: [{ id: String(id) }] } }]);
		expect(await run([batch.dissociateLabel(ADA, id), batch.getAssociatedLabels(ADA)])).toMatchObject([{ code: 200 }, { body: { data: [] } }]);
	});
});

test('nothing was left out', () => {
	expect(Object.keys(MessengerBatch).filter((name) => !built.has(name))).toEqual([]);
});
