import { parseExact } from '../../../nodes/Messenger/events/parseExact';
import { readDelivery } from '../../../nodes/Messenger/events/readDelivery';
import { ALL_FIELDS } from '../../../nodes/Messenger/subscription/webhookFields';
import { APP, PAGE, PSID } from './messenger';
import { batch, echo, entry, event, message, NOW } from './pageEvents';

const read = (body: string, fields: readonly string[] = ALL_FIELDS) => readDelivery(body, { fields, pageId: PAGE });
const one = (content: object) => read(batch(content)).events[0];
const WINDOW_END = new Date(NOW + 24 * 3_600_000).toISOString();

it('a message, with what all events have', () => {
	expect(one(message({ attachments: [{ type: 'image', payload: { url: 'https://cdn.test/a' } }], reply_to: { mid: 'm_0' } }))).toMatchObject({
		event: 'message',
		psid: PSID,
		pageId: PAGE,
		customer: { key: `${PAGE}.${PSID}`, psid: PSID, pageId: PAGE },
		text: 'Hello',
		occurredAt: new Date(NOW).toISOString(),
		windowEndsAt: WINDOW_END,
		deliveryId: `${PAGE}:m_1`,
		dedupeKey: `${PAGE}:m_1`,
		mid: 'm_1',
		attachments: [{ type: 'image', url: 'https://cdn.test/a' }],
		replyTo: 'm_0',
		standby: false,
		raw: { message: { mid: 'm_1' } },
	});
});

describe('each kind has its own words', () => {
	it.each<[string, object, object]>([
		['a tapped quick reply is a message', message({ quick_reply: { payload: 'RED' } }), { event: 'message', payload: 'RED' }],
		['a first message through a link says which', message({ referral: { ref: 'r0', source: 'SHORTLINK', type: 'OPEN_THREAD' } }), { event: 'message', ref: 'r0', source: 'SHORTLINK' }],
		['an attachment of no payload', message({ text: undefined, attachments: [{ type: 'fallback', payload: null }, { type: 'hologram' }] }), { event: 'message', text: '', attachments: [{ type: 'fallback', url: '' }, { type: 'hologram', url: '' }] }],
		['a postback', event({ postback: { mid: 'm_p', title: 'Help', payload: 'HELP', referral: { ref: 'r1', source: 'SHORTLINK', type: 'OPEN_THREAD' } } }), { event: 'postback', text: 'Help', payload: 'HELP', ref: 'r1', dedupeKey: `${PAGE}:m_p`, windowEndsAt: WINDOW_END }],
		['a postback without mid', event({ postback: { title: 'Help' } }), { event: 'postback', payload: '', dedupeKey: `${PAGE}:postback:${PSID}:${NOW}` }],
		['an opt-in', { sender: { user_ref: 'u1' }, recipient: { id: PAGE }, timestamp: NOW, optin: { ref: 'r2', user_ref: 'u1' } }, { event: 'optin', psid: '', ref: 'r2', userRef: 'u1', windowEndsAt: null }],
		['a link into the conversation', event({ referral: { ref: 'r3', source: 'SHORTLINK', type: 'OPEN_THREAD' } }), { event: 'referral', ref: 'r3', windowEndsAt: WINDOW_END }],
		['an ad', event({ referral: { source: 'ADS', type: 'OPEN_THREAD', ad_id: 6045246247433 } }), { event: 'referral', adId: '6045246247433', windowEndsAt: null }],
		['a read', event({ read: { watermark: NOW - 5 } }), { event: 'read', watermark: new Date(NOW - 5).toISOString(), windowEndsAt: null }],
		['a delivery without mids', event({ delivery: { watermark: NOW } }), { event: 'delivery', mids: [], windowEndsAt: null }],
		['a reaction', event({ reaction: { mid: 'm_1', action: 'react', reaction: 'love', emoji: '❤️' } }), { event: 'reaction', text: '❤️', mid: 'm_1', windowEndsAt: WINDOW_END }],
		['a reaction taken back', event({ reaction: { mid: 'm_1', action: 'unreact' } }), { event: 'reaction', action: 'unreact', windowEndsAt: null }],
		['an edit', event({ message_edit: { mid: 'm_1', text: 'Hullo', num_edit: 2 } }), { event: 'messageEdited', text: 'Hullo', dedupeKey: `${PAGE}:m_1:edit:2` }],
		['a deletion', message({ is_deleted: true, text: undefined }), { event: 'messageDeleted', mid: 'm_1', dedupeKey: `${PAGE}:m_1:deleted`, windowEndsAt: null }],
		['control passed', event({ pass_thread_control: { previous_owner_app_id: null, new_owner_app_id: 263902037430900, metadata: 'x' } }), { event: 'passThreadControl', newOwnerAppId: '263902037430900', previousOwnerAppId: '' }],
		['control taken', event({ take_thread_control: { previous_owner_app_id: '1', new_owner_app_id: '2' } }), { event: 'takeThreadControl', newOwnerAppId: '2' }],
		['control requested', event({ request_thread_control: { requested_owner_app_id: '3' } }), { event: 'requestThreadControl', requestedOwnerAppId: '3' }],
		['policy, which has no sender', { recipient: { id: PAGE }, timestamp: NOW, policy_enforcement: { action: 'block', reason: 'Spam' } }, { event: 'policyEnforcement', action: 'block', text: 'Spam', psid: '' }],
		['what we do not know', event({ hologram: { a: 1 } }), { event: 'other', psid: PSID, dedupeKey: '', raw: { hologram: { a: 1 } } }],
	])('%s', (_, content, expected) => expect(one(content)).toMatchObject(expected));
});

describe('echoes', () => {
	it('our own are told by their mark, which is taken off', () => {
		expect(one(echo({ metadata: 'n8n-messaging:order 7' }))).toMatchObject({ event: 'echo', own: true, metadata: 'order 7', psid: PSID, appId: APP, windowEndsAt: null, dedupeKey: `${PAGE}:m_e:echo` });
		expect(one(echo({ metadata: 'n8n-messaging' }))).toMatchObject({ own: true, metadata: '' });
	});

	it.each([['of a person in the Page inbox', { app_id: 263902037430900 }], ['of another tool', { metadata: 'n8n-messagingx' }]])('%s is not', (_, more) => {
		expect(one(echo(more))).toMatchObject({ own: false, text: 'Hi' });
	});

	it('come only where they were chosen', () => {
		expect(read(batch(echo()), ['messages']).events).toEqual([]);
	});
});

it('standby holds the same events, marked, where it was chosen', () => {
	const body = entry({ standby: [message(), event({ postback: { title: 'x' } })] });
	expect(read(body).events).toMatchObject([{ event: 'message', standby: true }, { event: 'postback', standby: true, payload: '' }]);
	expect(read(body, ['messages', 'messaging_postbacks']).events).toEqual([]);
});

it('what the dashboard\'s Test button sends comes through raw', () => {
	const { events, failures } = read(entry({ changes: [{ field: 'messages', value: { sender: { id: '1' } } }] }));
	expect(failures).toEqual([]);
	expect(events).toMatchObject([{ event: 'change', field: 'messages', psid: '', raw: { value: { sender: { id: '1' } } } }]);
});

it('a delivery of another object is none of ours', () => {
	expect(read(batch(message()).replace('"page"', '"instagram"'))).toEqual({ events: [], failures: [] });
});

it.each([
	['a time that is no time', { timestamp: 'soon' }],
	['a time beyond all dates', { timestamp: 9e15 }],
	['an id that is none', { sender: { id: {} } }],
])('%s costs that event alone', (_, more) => {
	const { events, failures } = read(batch({ ...event({}), ...message(), ...more }, message({ mid: 'm_2' })));
	expect(events).toMatchObject([{ mid: 'm_2' }]);
	expect(failures).toHaveLength(1);
});

it('a bad entry costs that entry alone', () => {
	const body = JSON.stringify({ object: 'page', entry: [{ messaging: [] }, JSON.parse(batch(message())).entry[0], { id: PAGE, time: 1e300, messaging: [message({ mid: 'm_2' })] }] });
	const { events, failures } = read(body);
	expect(events.map(({ mid }) => mid)).toEqual(['m_1', 'm_2']);
	expect(failures).toHaveLength(1);
});

describe('ids stay exact', () => {
	it('as texts where JavaScript would round them', () => {
		const body = batch(message()).replace(`"${PSID}"`, '98765432109876543210').replace('"text":"Hello"', '"text":"1234567890123456789","attachments":[{"type":"image","payload":{"attachment_id":17455045189991234567}}]');
		expect(read(body).events[0]).toMatchObject({ psid: '98765432109876543210', text: '1234567890123456789', attachments: [{ payload: { attachment_id: '17455045189991234567' } }] });
	});

	it('and nothing else changes', () => {
		const json = '{"a":1.5,"b":-12345678901234567890,"c":12345678901234567890.5,"d":1e30,"e":"\\"12345678901234567890","f":[9007199254740991,9007199254740993]}';
		expect(parseExact(json)).toEqual({ ...JSON.parse(json), b: '-12345678901234567890', f: [9007199254740991, '9007199254740993'] });
	});
});
