import { closedNetwork, RESET } from '../../../support/network';
import { audits, api, byExternalId, oneOf, OTHER_BODY_400, ticket } from '../zendesk';
import { append, COMMENT, create, MESSAGE, newTicket } from './message';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../../support/quickSleep')>('../../../support/quickSleep').quick);
closedNetwork();

it('a customer without a ticket gets one, as the customer, under its external id as idempotency key', async () => {
	byExternalId('sms:cust-42:1');
	create().reply(201, { ticket: ticket({ status: 'new' }) }, { 'x-idempotency-lookup': 'miss' });
	expect(await oneOf(MESSAGE)).toEqual({ action: 'created', ticketId: '77', externalId: 'sms:cust-42:1', status: 'new' });
});

it('with the subject, priority, type, group, brand, form and tags of the form', async () => {
	byExternalId('sms:cust-42:1');
	create(newTicket({ priority: 'urgent', type: 'question', group_id: 2, brand_id: 1, ticket_form_id: 3, tags: ['sms', 'vip'] })).reply(201, { ticket: ticket() });
	await oneOf({ ...MESSAGE, priority: 'urgent', type: 'question', more: { groupId: '2', brandId: '1', ticketFormId: '3', tags: 'sms, vip' } });
});

it('an id with colons and signs is kept apart from the separators', async () => {
	byExternalId('sms:a%3Ab%20%C3%BC%25:1');
	create(newTicket({ external_id: 'sms:a%3Ab%20%C3%BC%25:1' })).reply(201, { ticket: ticket() });
	await oneOf({ ...MESSAGE, customer: 'a:b ü%' });
});

it('a key longer than Zendesk takes is replaced by its digest, the external id stays whole', async () => {
	const customer = 'x'.repeat(300);
	byExternalId(`sms:${customer}:1`);
	api().post('/api/v2/tickets', (body: { ticket: { external_id: string } }) => body.ticket.external_id === `sms:${customer}:1`).matchHeader('idempotency-key', /^[0-9a-f]{64}$/).reply(201, { ticket: ticket() });
	expect(await oneOf({ ...MESSAGE, customer })).toMatchObject({ action: 'created' });
});

describe('the same delivery again', () => {
	it('is a duplicate where Zendesk answers from the key', async () => {
		byExternalId('sms:cust-42:1');
		create().reply(201, { ticket: ticket() }, { 'x-idempotency-lookup': 'hit' });
		expect(await oneOf(MESSAGE)).toMatchObject({ action: 'duplicate', ticketId: '77' });
	});

	it('is sent again under its key after a lost answer: one ticket in any case', async () => {
		byExternalId('sms:cust-42:1');
		create().replyWithError(RESET);
		create().reply(500);
		create().reply(201, { ticket: ticket() }, { 'x-idempotency-lookup': 'hit' });
		expect(await oneOf(MESSAGE)).toMatchObject({ ticketId: '77' });
	});
});

describe('somebody else was first with the key (400 IdempotentRequestError)', () => {
	it('the message is appended to their ticket, as soon as it can be seen', async () => {
		byExternalId('sms:cust-42:1');
		create().reply(400, OTHER_BODY_400);
		byExternalId('sms:cust-42:1');
		byExternalId('sms:cust-42:1', ticket());
		audits(77);
		append().reply(200, { ticket: ticket() });
		expect(await oneOf(MESSAGE)).toMatchObject({ action: 'appended', ticketId: '77' });
	});

	it('unless it was this very delivery with another body (a changed name in the subject)', async () => {
		byExternalId('sms:cust-42:1');
		create().reply(400, OTHER_BODY_400);
		byExternalId('sms:cust-42:1', ticket());
		audits(77, ['d1:cust-42']);
		expect(await oneOf(MESSAGE)).toMatchObject({ action: 'duplicate', ticketId: '77' });
	});

	it('a ticket that never shows is a failure that passes', async () => {
		byExternalId('sms:cust-42:1');
		create().reply(400, OTHER_BODY_400);
		for (let look = 1; look <= 5; look++) byExternalId('sms:cust-42:1');
		expect(await oneOf(MESSAGE)).toMatchObject({ error: { class: 'unavailable', vendor: 'Zendesk Support', message: expect.stringContaining('sms:cust-42:1') } });
	});
});

describe('the text', () => {
	it('empty, or blank, without media: refused, nothing is sent', async () => {
		for (const text of ['', '={{ "  \\n" }}']) {
			expect(await oneOf({ ...MESSAGE, text })).toMatchObject({ error: { class: 'invalidInput', vendor: 'Zendesk Support', message: expect.stringMatching(/^Text: /) } });
		}
	});

	it('media stand below it, or alone, where attaching is switched off', async () => {
		byExternalId('sms:cust-42:1');
		create(newTicket({ comment: { ...COMMENT, body: 'Look:\nhttps://m.test/1.png\nhttps://m.test/2.png' } })).reply(201, { ticket: ticket() });
		await oneOf({ ...MESSAGE, text: 'Look:', mediaUrls: '={{ ["https://m.test/1.png", "https://m.test/2.png"] }}', more: { attachMedia: false } });
		byExternalId('sms:cust-42:1');
		create(newTicket({ comment: { ...COMMENT, body: 'https://m.test/1.png' } })).reply(201, { ticket: ticket() });
		await oneOf({ ...MESSAGE, text: '', mediaUrls: 'https://m.test/1.png', more: { attachMedia: false } });
	});

	it('quotes, backslash, line breaks, ampersand and emoji go as they are', async () => {
		const text = ' "Hi" \\ it\'s\n& 😀 &amp; ';
		byExternalId('sms:cust-42:1');
		create(newTicket({ comment: { ...COMMENT, body: text } })).reply(201, { ticket: ticket() });
		await oneOf({ ...MESSAGE, text });
	});

	it('a text with "<" goes as escaped HTML, since Zendesk strips tags out of plain bodies', async () => {
		byExternalId('sms:cust-42:1');
		create(newTicket({ comment: { html_body: 'I &lt;3 you &amp; &quot;b&quot;<br>1 &lt; 2', author_id: 901, public: true } })).reply(201, { ticket: ticket() });
		await oneOf({ ...MESSAGE, text: 'I <3 you & "b"\n1 < 2' });
	});
});

it('with "Open a Ticket if None" off a message without a ticket is ignored', async () => {
	byExternalId('sms:cust-42:1');
	expect(await oneOf({ ...MESSAGE, more: { startConversation: false } })).toEqual({ action: 'ignored', ticketId: null });
});

it.each([['requesterId', 'Requester ID'], ['channel', 'Channel'], ['customer', 'Customer Key'], ['subject', 'Subject']])('without %s it is refused by name', async (name, label) => {
	expect(await oneOf({ ...MESSAGE, [name]: '={{ "" }}' })).toMatchObject({ error: { class: 'invalidInput', message: expect.stringMatching(new RegExp(`^${label}: `)) } });
});
