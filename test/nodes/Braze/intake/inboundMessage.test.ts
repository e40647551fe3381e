import fc from 'fast-check';
import { readInboundMessage } from '../../../../nodes/Braze/intake/inboundMessage';

const NOW = new Date('2026-11-21T12:00:00Z');

const SENT = {
	kind: 'first',
	dispatch_id: 'd1',
	user_id: 'cust-42',
	braze_id: '5f3e',
	phone: '+15551234567',
	email: 'ada@example.com',
	first_name: ' Ada ',
	last_name: 'Lovelace',
	language: 'en',
	zendesk_ticket: '77',
	text: 'Where is\nmy "order"? \\ 😀',
	media_urls: 'https://m.test/1.png https://m.test/2.png',
};

const read = (sent: object) => readInboundMessage(JSON.stringify(sent), NOW);

it('a posted text is one clean event', () => {
	expect(read({ ...SENT, store: 'Berlin' })).toEqual({
		ok: true,
		event: {
			event: 'message',
			kind: 'first',
			customer: {
				key: 'cust-42',
				identifyBy: 'external_id',
				userId: 'cust-42',
				externalId: 'cust-42',
				brazeId: '5f3e',
				name: 'Ada Lovelace',
				phone: '+15551234567',
				email: 'ada@example.com',
				language: 'en',
			},
			text: SENT.text,
			mediaUrls: ['https://m.test/1.png', 'https://m.test/2.png'],
			zendeskTicket: '77',
			occurredAt: '2026-11-21T12:00:00.000Z',
			deliveryId: 'd1:cust-42',
			dedupeKey: 'd1:cust-42',
			raw: { ...SENT, store: 'Berlin' },
		},
	});
});

it('the text stays to the letter', () => {
	fc.assert(fc.property(fc.string({ unit: 'grapheme' }).filter((text) => text.trim() !== ''), (text) => {
		const result = read({ ...SENT, text });
		expect(result.ok && result.event.text).toBe(text);
	}));
});

it('a customer without external id is known by the Braze ID', () => {
	expect(read({ ...SENT, user_id: '' })).toMatchObject({ ok: true, event: { customer: { key: 'braze_id.5f3e', identifyBy: 'braze_id', userId: '5f3e', externalId: '' }, deliveryId: 'd1:braze_id.5f3e' } });
});

it('a customer without names has none, and missing fields are empty', () => {
	expect(read({ user_id: 'u', text: 'x', first_name: null })).toMatchObject({ ok: true, event: { kind: 'later', customer: { name: '', phone: '' }, mediaUrls: [], zendeskTicket: '' } });
});

it('a test send has no dispatch, so nothing to tell its repeats by', () => {
	expect(read({ ...SENT, dispatch_id: '' })).toMatchObject({ ok: true, event: { deliveryId: '', dedupeKey: '' } });
});

it('two users of one dispatch are two deliveries', () => {
	const ids = ['a', 'b'].map((user_id) => {
		const result = read({ ...SENT, user_id });
		return result.ok ? result.event.dedupeKey : undefined;
	});
	expect(new Set(ids).size).toBe(2);
});

it('a picture without words is a message', () => {
	expect(read({ ...SENT, text: '' })).toMatchObject({ ok: true, event: { text: '', mediaUrls: ['https://m.test/1.png', 'https://m.test/2.png'] } });
});

describe('what is of no use says why', () => {
	it.each([
		['nothing at all', '', 'empty'],
		['broken JSON', '{"user_id": "u", "text": "he said "no""}', 'not valid JSON'],
		['a list', '[]', ''],
		['a number', '7', ''],
		['null', 'null', ''],
		['nobody', JSON.stringify({ text: 'x' }), 'neither user_id nor braze_id'],
		['no words and no picture', JSON.stringify({ ...SENT, text: ' \n', media_urls: '' }), 'nothing to pass on'],
		['an object for an id', JSON.stringify({ ...SENT, user_id: { id: 'u' } }), ''],
		['a list for an id', JSON.stringify({ ...SENT, user_id: ['u'] }), ''],
	])('%s', (_, raw, why) => {
		expect(readInboundMessage(raw, NOW)).toMatchObject({
			ok: false,
			failure: { event: 'unreadable', error: { class: 'invalidInput', vendor: 'Braze', message: expect.stringContaining(why), fix: expect.stringContaining('json_escape') }, raw },
		});
	});

	it('a huge body is kept in part', () => {
		const result = readInboundMessage('x'.repeat(50_000), NOW);
		expect(!result.ok && result.failure.raw.length).toBe(10_000);
	});
});
