import { readTicketEvent, type Wish } from '../../../nodes/Zendesk/ticketEvent';
import { commentAdded, detail, statusChanged } from './ticketEvents';

const REPLY: Wish = { channel: 'sms', event: 'agentReply', statuses: [] };
const STATUS: Wish = { channel: 'sms', event: 'statusChanged', statuses: ['solved'] };

describe('an agent\'s reply', () => {
	it('is one clean event with the whole text, plain', () => {
		const raw = commentAdded();
		expect(readTicketEvent(raw, 'inv-1', REPLY)).toEqual({
			kind: 'event',
			event: {
				event: 'agentReply',
				ticketId: '77',
				ticketExternalId: 'sms:cust-42:1',
				customer: { key: 'cust-42', identifyBy: 'external_id', userId: 'cust-42', requesterId: '901' },
				subject: 'Grüße',
				text: 'Schöne Grüße & "Zitat"\n\n- eins',
				files: [],
				commentId: '501',
				agent: { id: '5', name: 'Grace' },
				occurredAt: '2026-11-21T12:00:00.123456789Z',
				deliveryId: 'inv-1',
				dedupeKey: '77:501',
				raw: JSON.parse(raw),
			},
		});
	});

	it('without HTML is its plain body', () => {
		expect(readTicketEvent(commentAdded({ html_body: null }), '', REPLY)).toMatchObject({ event: { text: 'Schöne Grüße' } });
	});

	const FILE = { name: 'plan b.pdf', type: 'application/pdf', size: 1234, url: 'https://acme.zendesk.com/attachments/token/abc/?name=plan+b.pdf' };
	const attachments = [{ id: 1, file_name: FILE.name, content_type: FILE.type, size: FILE.size, content_url: FILE.url }, { file_name: 'gone.png', content_url: null, deleted: true }];

	it('with files lists them, and puts their links below the text where that is wanted', () => {
		const raw = commentAdded({ html_body: null, attachments });
		expect(readTicketEvent(raw, '', REPLY)).toMatchObject({ event: { text: 'Schöne Grüße', files: [FILE] } });
		expect(readTicketEvent(raw, '', { ...REPLY, appendLinks: true })).toMatchObject({ event: { text: `Schöne Grüße\n${FILE.url}` } });
		expect(readTicketEvent(commentAdded({ html_body: null }), '', { ...REPLY, appendLinks: true })).toMatchObject({ event: { text: 'Schöne Grüße' } });
	});

	it('with a picture pasted into the words lists that, too, each address once', () => {
		const url = 'https://acme.zendesk.com/attachments/token/xyz/?name=map.png&inline=1';
		const html = `<p>Here:</p><img src="${url.replace('&', '&amp;')}" alt="map">`;
		expect(readTicketEvent(commentAdded({ html_body: html }), '', { ...REPLY, appendLinks: true })).toMatchObject({ event: { text: `Here:\n\nmap\n${url}`, files: [{ name: 'map.png', type: 'image/*', size: null, url }] } });
		expect(readTicketEvent(commentAdded({ html_body: html, attachments: [{ file_name: 'map.png', content_type: 'image/png', size: 5, content_url: url }] }), '', REPLY)).toMatchObject({ event: { files: [{ name: 'map.png', type: 'image/png', size: 5, url }] } });
	});

	it('to a customer without external id names the Braze ID', () => {
		const raw = commentAdded({}, { detail: detail({ external_id: 'sms:braze_id.5f3e:1' }) });
		expect(readTicketEvent(raw, '', REPLY)).toMatchObject({ event: { customer: { key: 'braze_id.5f3e', identifyBy: 'braze_id', userId: '5f3e' } } });
	});

	it('posted through the API by a colleague\'s tool counts, too', () => {
		expect(readTicketEvent(commentAdded({}, { detail: detail({ via: { channel: 'web_service' } }) }), '', REPLY).kind).toBe('event');
	});

	it.each([
		['an internal note', commentAdded({ is_public: false })],
		['the customer\'s own words, as we write them', commentAdded({ author: { id: '901', is_staff: false, name: 'Ada' } })],
		['the words of a colleague who plays the customer', commentAdded({ author: { id: '901', is_staff: true } })],
		['another customer on copy', commentAdded({ author: { id: '902', is_staff: false } })],
		['an e-mail ticket', commentAdded({}, { detail: detail({ external_id: null }) })],
		['another system\'s ticket', commentAdded({}, { detail: detail({ external_id: 'order-7' }) })],
		['another channel', commentAdded({}, { detail: detail({ external_id: 'messenger:cust-42:1' }) })],
		['another kind of event', statusChanged('SOLVED')],
	])('%s is not one', (_, raw) => {
		expect(readTicketEvent(raw, '', REPLY)).toEqual({ kind: 'not ours' });
	});
});

describe('a status change', () => {
	it('is told in lower case, with what it was', () => {
		expect(readTicketEvent(statusChanged('SOLVED'), 'inv-1', STATUS)).toMatchObject({
			kind: 'event',
			event: { event: 'statusChanged', status: 'solved', previousStatus: 'open', ticketId: '77', text: '', dedupeKey: 'event-1', deliveryId: 'inv-1' },
		});
	});

	it('counts only for the statuses chosen; with none chosen all count', () => {
		expect(readTicketEvent(statusChanged('PENDING'), '', STATUS).kind).toBe('not ours');
		expect(readTicketEvent(statusChanged('PENDING'), '', { ...STATUS, statuses: [] }).kind).toBe('event');
		expect(readTicketEvent(commentAdded(), '', STATUS).kind).toBe('not ours');
	});

	it('solved twice is two events', () => {
		const keys = ['event-1', 'event-2'].map((id) => {
			const read = readTicketEvent(statusChanged('SOLVED', 'OPEN', { id }), '', STATUS);
			return read.kind === 'event' ? read.event.dedupeKey : '';
		});
		expect(new Set(keys).size).toBe(2);
	});
});

describe('what cannot be read', () => {
	it.each([['no JSON', 'nonsense'], ['another envelope', '{"id": 1}'], ['a comment without its author', commentAdded({ author: undefined })], ['a status without a value', statusChanged('SOLVED', 'OPEN', { event: {} })]])(
		'%s becomes a failed event that keeps the bytes',
		(_, raw) => {
			const wish = raw.includes('status_changed') ? STATUS : REPLY;
			expect(readTicketEvent(raw, 'inv-1', wish)).toMatchObject({ kind: 'unreadable', failure: { event: 'unreadable', error: { class: 'invalidInput', vendor: 'Zendesk Support' }, raw } });
		},
	);

	it('keeps the delivery\'s id, which is how it is found in Zendesk\'s log', () => {
		expect(readTicketEvent('nonsense', 'inv-1', REPLY)).toMatchObject({ failure: { deliveryId: 'inv-1' } });
	});

	it('but not of a ticket that is none of ours', () => {
		expect(readTicketEvent(commentAdded({ author: undefined }, { detail: detail({ external_id: null }) }), '', REPLY)).toEqual({ kind: 'not ours' });
	});
});
