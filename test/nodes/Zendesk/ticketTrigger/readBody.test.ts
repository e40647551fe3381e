import { readTicketTrigger } from '../../../../nodes/Zendesk/ticketTrigger/readBody';
import type { Wish } from '../../../../nodes/Zendesk/ticketEvent';
import { conditionsFor } from '../../../../nodes/Zendesk/ticketTrigger/conditions';

const REPLY: Wish = { channel: 'sms', event: 'agentReply', statuses: [] };
const SOLVED: Wish = { channel: 'sms', event: 'statusChanged', statuses: ['solved'] };

const body = (more: object = {}): string =>
	JSON.stringify({ version: 'n8n-ticket-trigger-1', event: 'agentReply', status: '', ticket_id: '77', external_id: 'sms:cust-42:1', requester_id: '901', comment_id: '501', author_id: '5', current_user_id: '5', updated_at: '2026-11-21T12:00:00Z', ...more });

it('a reply is one clean event of ids, in the shape of all others', () => {
	expect(readTicketTrigger(body(), 'inv-1', REPLY)).toEqual({
		kind: 'event',
		event: {
			event: 'agentReply',
			ticketId: '77',
			ticketExternalId: 'sms:cust-42:1',
			customer: { key: 'cust-42', identifyBy: 'external_id', userId: 'cust-42', requesterId: '901' },
			subject: '',
			text: '',
			files: [],
			commentId: '501',
			agent: { id: '5', name: '' },
			occurredAt: '2026-11-21T12:00:00.000Z',
			deliveryId: 'inv-1',
			dedupeKey: '77:501',
			raw: JSON.parse(body()),
		},
	});
});

it('entities in the external id are what they stand for', () => {
	expect(readTicketTrigger(body({ external_id: 'sms:a%26b:1'.replace('%26', '%26') }), '', REPLY)).toMatchObject({ event: { customer: { key: 'a&b' } } });
	expect(readTicketTrigger(body({ external_id: 'sms:o&#39;neil:1' }), '', REPLY)).toMatchObject({ event: { customer: { key: 'o\'neil' } } });
});

it('a change of status names it, and each delivery counts', () => {
	expect(readTicketTrigger(body({ event: 'statusChanged', status: 'solved' }), 'inv-9', SOLVED)).toMatchObject({ event: { event: 'statusChanged', status: 'solved', dedupeKey: 'inv-9' } });
	expect(readTicketTrigger(body({ event: 'statusChanged', status: '' }), 'inv-9', SOLVED)).toMatchObject({ kind: 'event' });
});

it('a comment without an id is told apart by its delivery, and a time that cannot be read is now', () => {
	expect(readTicketTrigger(body({ comment_id: '', updated_at: '21 novembre' }), 'inv-1', REPLY, Date.parse('2026-01-02T03:04:05Z'))).toMatchObject({ event: { dedupeKey: 'inv-1', occurredAt: '2026-01-02T03:04:05.000Z' } });
});

it.each([
	['the customer\'s own words', body({ author_id: '901' }), REPLY],
	['another channel', body({ external_id: 'messenger:cust-42:1' }), REPLY],
	['a ticket that is not the bridge\'s', body({ external_id: '' }), REPLY],
	['another kind of event', body(), SOLVED],
	['another status', body({ event: 'statusChanged', status: 'pending' }), SOLVED],
])('%s is not ours', (_, raw, wish) => {
	expect(readTicketTrigger(raw, '', wish)).toEqual({ kind: 'not ours' });
});

it.each([['no JSON', '{"ticket_id": "77",'], ['a hand-made body', '{"ticket_id": 77}'], ['no ticket', body({ ticket_id: '' })]])('%s is unreadable, with its bytes', (_, raw) => {
	expect(readTicketTrigger(raw, 'inv-1', REPLY)).toMatchObject({ kind: 'unreadable', failure: { deliveryId: 'inv-1', raw } });
});

describe('conditions', () => {
	const none = { statuses: [], leaveOutApi: false, all: [], any: [] };
	const mine = { field: 'brand_id', operator: 'is', value: '1' };

	it('ours, and the user\'s beside them', () => {
		expect(conditionsFor({ ...none, event: 'agentReply', leaveOutApi: true, all: [mine] })?.all.map(({ field }) => field)).toEqual(['comment_is_public', 'current_via_id', 'brand_id']);
		expect(conditionsFor({ ...none, event: 'statusChanged', statuses: ['solved'] })).toEqual({ all: [{ field: 'status', operator: 'value', value: 'solved' }], any: [] });
		expect(conditionsFor({ ...none, event: 'statusChanged', statuses: ['solved', 'hold'], all: [mine] })).toEqual({ all: [mine], any: [{ field: 'status', operator: 'value', value: 'solved' }, { field: 'status', operator: 'value', value: 'hold' }] });
		expect(conditionsFor({ ...none, event: 'statusChanged' })?.all).toMatchObject([{ field: 'status', operator: 'changed' }]);
	});

	it('two lists of alternatives cannot be one', () => {
		expect(conditionsFor({ ...none, event: 'statusChanged', statuses: ['solved', 'hold'], any: [mine] })).toBeUndefined();
	});
});
