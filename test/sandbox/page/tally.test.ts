import fc from 'fast-check';
import type { SandboxEvent } from '../../../sandbox/control/types';
import { judge, LOST_AFTER_MS, type Conversation, type TicketComment } from '../../../sandbox/page/tally/conversation';
import { linkOf } from '../../../sandbox/page/tally/ends';
import { HandOvers } from '../../../sandbox/page/tally/handOvers';
import { matchTexts, sameAtCustomer, sameOnTicket } from '../../../sandbox/page/tally/matchTexts';

const NOW = Date.parse('2026-01-01T12:00:00Z');

const delivery = (vendor: SandboxEvent['vendor'], body: unknown, more: Partial<SandboxEvent> = {}): SandboxEvent => ({
	id: 1, at: new Date(NOW - 1000).toISOString(), vendor, kind: 'delivery', summary: 'webhook', customer: 'cust-42',
	request: { method: 'POST', path: 'http://127.0.0.1/', headers: {}, body: JSON.stringify(body) },
	...more,
});
const handed = (...events: SandboxEvent[]): HandOvers => {
	const handOvers = new HandOvers();
	for (const event of events) handOvers.add(event);
	return handOvers;
};
const texts = (...words: string[]) => words.map((text, index) => ({ id: `t${index}`, text }));
const comment = (id: string, text: string, more: Partial<TicketComment> = {}): TicketComment => ({ id, text, ticketId: 7, fromCustomer: false, public: true, ...more });
const conversation = (given: Partial<Conversation>): Conversation => ({ vendor: 'braze', customers: ['cust-42'], written: [], received: [], comments: [], ...given });

describe('which arrival belongs to which text', () => {
	it('takes the same words twice for two messages and once more for a copy', () => {
		const { arrivedOf } = matchTexts(texts('ok', 'ok'), [{ id: 'a', text: 'ok' }, { id: 'b', text: 'ok ' }, { id: 'c', text: 'ok' }], sameOnTicket);
		expect([...arrivedOf]).toEqual([['t0', ['a']], ['t1', ['b', 'c']]]);
	});
	it('looks past blanks and line ends, not past letters', () => {
		const { arrivedOf } = matchTexts(texts('a  b\nc', 'abcd'), [{ id: 'x', text: 'a\u00a0 b\r\nc' }], sameOnTicket);
		expect([...arrivedOf]).toEqual([['t0', ['x']], ['t1', []]]);
	});
	it('takes a campaign’s tail for a tail, and an auto-reply for nobody’s', () => {
		const received = [{ id: 'auto', text: 'okay, a customer service agent will answer you here shortly and without fail, just text your question and wait for it' }, { id: 'x', text: 'ok\n\nReply STOP to opt out.' }];
		expect([...matchTexts(texts('ok'), received, sameAtCustomer).arrivedOf]).toEqual([['t0', ['x']]]);
	});
	it('knows a rich reply on the phone, where its links show where they lead', () => {
		const [plain, rich] = ['Look here or at https://example.com/a.', 'Look here (https://example.com/track?id=7&lang=en) or at https://example.com/a.\nReply STOP to opt out.'];
		expect([...matchTexts(texts(plain), [{ id: 'x', text: plain }], sameAtCustomer).arrivedOf]).toEqual([['t0', ['x']]]);
		const inWords = plain.replace(' or at https://example.com/a', '');
		expect([...matchTexts(texts(inWords), [{ id: 'x', text: 'Look here (https://example.com/track?id=7&lang=en).\n\nReply STOP to opt out.' }], sameAtCustomer).arrivedOf]).toEqual([['t0', ['x']]]);
		expect([...matchTexts(texts('Look there.'), [{ id: 'x', text: rich }], sameAtCustomer).arrivedOf]).toEqual([['t0', []]]);
	});
	it('matches every text once where each arrives once, in whatever order', () => {
		fc.assert(fc.property(fc.array(fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''), { maxLength: 12 }), fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (words, shuffle) => {
			const written = texts(...words);
			const arrived = written.map(({ text }, index) => ({ id: `a${index}`, text, rank: shuffle.next().value })).sort((a, b) => a.rank - b.rank);
			const { arrivedOf } = matchTexts(written, arrived, sameOnTicket);
			expect([...arrivedOf.values()].every((ids) => ids.length === 1)).toBe(true);
		}));
	});
});

describe('what became of a text', () => {
	const sms = (text: string, more: object = {}) => delivery('braze', { kind: 'later', text, ...more });

	it('counts nothing that no vendor handed over', () => {
		const result = judge(conversation({ written: texts('hello') }), handed(), NOW);
		expect(result).toMatchObject({ counted: 0, lost: 0, fates: [{ id: 't0', state: 'sent' }] });
	});
	it('does not take another customer’s same words for handed over, but those of anybody on the same phone', () => {
		const ofAnother = handed(delivery('braze', { kind: 'later', text: 'hello' }, { customer: 'cust-45' }));
		expect(judge(conversation({ written: texts('hello') }), ofAnother, NOW)).toMatchObject({ counted: 0, underWay: 0 });
		expect(judge(conversation({ customers: ['cust-42', 'cust-45'], written: texts('hello') }), ofAnother, NOW)).toMatchObject({ counted: 1, underWay: 1 });
	});
	it('calls it under way, then lost six minutes after the last attempt', () => {
		const one = conversation({ written: texts('hello') });
		expect(judge(one, handed(sms('hello')), NOW)).toMatchObject({ counted: 1, underWay: 1, lost: 0, fates: [{ state: 'handed' }] });
		expect(judge(one, handed(sms('hello')), NOW + LOST_AFTER_MS)).toMatchObject({ counted: 1, underWay: 0, lost: 1, fates: [{ state: 'lost' }] });
	});
	it('names the ticket where it arrived, and counts copies', () => {
		const comments = [comment('c1', 'hello', { fromCustomer: true }), comment('c2', 'hello', { fromCustomer: true })];
		expect(judge(conversation({ written: texts('hello'), comments: comments.slice(0, 1) }), handed(sms('hello')), NOW)).toMatchObject({ arrived: 1, doubled: 0, fates: [{ state: 'arrived', where: 'ticket 7' }] });
		expect(judge(conversation({ written: texts('hello'), comments }), handed(sms('hello')), NOW)).toMatchObject({ arrived: 1, doubled: 1, fates: [{ state: 'doubled' }] });
	});
	it('never calls a word that Braze keeps for itself lost', () => {
		expect(judge(conversation({ written: texts('help') }), handed(sms('help', { kind: 'keyword' })), NOW + LOST_AFTER_MS)).toMatchObject({ counted: 0, lost: 0 });
	});
	it('counts no text without words: nobody could tell it apart', () => {
		expect(judge(conversation({ written: texts('', ' ') }), handed(sms('')), NOW)).toMatchObject({ counted: 0, underWay: 0, fates: [{ state: 'sent' }, { state: 'sent' }] });
	});
	it('names what is under way, lost or doubled', () => {
		const comments = [comment('c1', 'twice', { fromCustomer: true }), comment('c2', 'twice', { fromCustomer: true }), comment('99', 'a reply')];
		const { open } = judge(conversation({ written: texts('twice', 'never', 'unsent'), comments }), handed(sms('twice'), sms('never'), delivery('zendesk', { event: { comment: { id: '99' } } })), NOW);
		expect(open).toEqual([
			{ id: 't0', state: 'doubled', words: 'twice', customer: 'cust-42', channel: 'SMS' },
			{ id: 't1', state: 'handed', words: 'never', customer: 'cust-42', channel: 'SMS' },
			{ id: '99', state: 'handed', words: 'a reply', customer: 'cust-42', channel: 'SMS', ticketId: 7 },
		]);
	});
	it('follows a reply to the phone, by its comment’s id', () => {
		const told = delivery('zendesk', { event: { comment: { id: '99', body: 'rich **text**' } } });
		const reply = comment('99', 'rich text');
		expect(judge(conversation({ comments: [reply] }), handed(told), NOW)).toMatchObject({ counted: 1, underWay: 1 });
		expect(judge(conversation({ comments: [reply], received: [{ id: 'p', text: 'rich text\n\nReply STOP to opt out.' }] }), handed(told), NOW)).toMatchObject({ arrived: 1, fates: [{ id: '99', state: 'arrived', where: 'the phone' }] });
	});
	it('takes an internal note for one reply that the agent was told of, not for two', () => {
		const both = handed(delivery('zendesk', { event: { comment: { id: '1' } } }), delivery('zendesk', { event: { comment: { id: '2' } } }));
		const comments = [comment('1', 'first'), comment('2', 'second'), comment('3', 'was not sent', { public: false })];
		expect(judge(conversation({ comments }), both, NOW + LOST_AFTER_MS)).toMatchObject({ counted: 2, told: 1, lost: 1 });
	});
	it('is not taken in by forged deliveries or broken bodies', () => {
		const forged = delivery('braze', { text: 'hello' }, { summary: 'forged: webhook' });
		const broken = delivery('braze', {}, { request: { method: 'POST', path: '/', headers: {}, body: '{' } });
		expect(judge(conversation({ written: texts('hello') }), handed(forged, broken), NOW)).toMatchObject({ counted: 0 });
	});
});

describe('the link of a ticket', () => {
	it('names channel and customer', () => {
		expect(linkOf('sms:a%3Ab:1')).toEqual({ channel: 'sms', customer: 'a:b' });
		expect(linkOf('sms:braze_id.65f0:2')).toEqual({ channel: 'sms', customer: '65f0' });
		expect([linkOf(null), linkOf('order 7'), linkOf('sms:%:1')]).toEqual([undefined, undefined, undefined]);
	});
});
