import { closedNetwork } from '../../../support/network';
import { api, audits, byExternalId, CLOSED_422, oneOf, show, ticket } from '../zendesk';
import { append, create, MESSAGE, newTicket } from './message';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../../support/quickSleep')>('../../../support/quickSleep').quick);
closedNetwork();

const KNOWN = { ...MESSAGE, profileTicketId: '80' };
const OK = { ticket: ticket() };

describe('the ticket that the profile names', () => {
	it('is used where it is this customer\'s, without a look-up', async () => {
		show(80, ticket({ id: 80 }));
		audits(80);
		append(undefined, {}, 80).reply(200, { ticket: ticket({ id: 80 }) });
		expect(await oneOf(KNOWN)).toMatchObject({ action: 'appended', ticketId: '80' });
	});

	it('made by hand, without external id, is used where the customer is its requester', async () => {
		show(80, ticket({ id: 80, external_id: null }));
		audits(80);
		append(undefined, {}, 80).reply(200, { ticket: ticket({ id: 80, external_id: null }) });
		expect(await oneOf(KNOWN)).toMatchObject({ action: 'appended', externalId: null });
	});

	it.each([
		['another customer\'s', ticket({ id: 80, external_id: 'sms:other:1' })],
		['another channel\'s', ticket({ id: 80, external_id: 'messenger:cust-42:1' })],
		['somebody else\'s order', ticket({ id: 80, external_id: 'order-7' })],
		['another requester\'s, without external id', ticket({ id: 80, external_id: null, requester_id: 5 })],
		['gone', undefined],
	])('is never written to where it is %s', async (_, row) => {
		show(80, row);
		byExternalId('sms:cust-42:1', ticket());
		audits(77);
		append().reply(200, OK);
		expect(await oneOf(KNOWN)).toMatchObject({ action: 'appended', ticketId: '77' });
	});
});

describe('external ids are not unique in Zendesk', () => {
	it('the ticket that is still open counts, even an older one', async () => {
		byExternalId('sms:cust-42:1', ticket({ id: 79, status: 'closed' }), ticket());
		audits(77);
		append().reply(200, OK);
		expect(await oneOf(MESSAGE)).toMatchObject({ ticketId: '77' });
	});
});

describe('a closed ticket', () => {
	const followUp = () => create(newTicket({ external_id: 'sms:cust-42:77', via_followup_source_id: 77 }));

	it('is followed by a new one that names it, under a key of its own', async () => {
		byExternalId('sms:cust-42:1', ticket({ status: 'closed' }));
		byExternalId('sms:cust-42:77');
		followUp().reply(201, { ticket: ticket({ id: 90, external_id: 'sms:cust-42:77' }) });
		expect(await oneOf(MESSAGE)).toEqual({ action: 'followUp', ticketId: '90', externalId: 'sms:cust-42:77', status: 'open', followUpOf: '77' });
	});

	it('whose follow-up is there already passes the message on to it', async () => {
		byExternalId('sms:cust-42:1', ticket({ status: 'closed' }));
		byExternalId('sms:cust-42:77', ticket({ id: 90, external_id: 'sms:cust-42:77' }));
		audits(90);
		append(undefined, {}, 90).reply(200, { ticket: ticket({ id: 90, external_id: 'sms:cust-42:77' }) });
		expect(await oneOf(MESSAGE)).toMatchObject({ action: 'appended', ticketId: '90' });
	});

	it('named by the profile leads to its own follow-up, and on along the chain', async () => {
		show(80, ticket({ id: 80, status: 'closed' }));
		byExternalId('sms:cust-42:80', ticket({ id: 85, status: 'closed', external_id: 'sms:cust-42:80' }));
		byExternalId('sms:cust-42:85');
		create(newTicket({ external_id: 'sms:cust-42:85', via_followup_source_id: 85 })).reply(201, { ticket: ticket({ id: 95, external_id: 'sms:cust-42:85' }) });
		expect(await oneOf(KNOWN)).toMatchObject({ action: 'followUp', ticketId: '95', followUpOf: '85' });
	});

	it('that closed between our look and our write (422) is looked up again and followed', async () => {
		byExternalId('sms:cust-42:1', ticket({ status: 'solved' }));
		audits(77);
		append(undefined, { status: 'open' }).reply(422, CLOSED_422);
		byExternalId('sms:cust-42:1', ticket({ status: 'closed' }));
		byExternalId('sms:cust-42:77');
		followUp().reply(201, { ticket: ticket({ id: 90, external_id: 'sms:cust-42:77' }) });
		expect(await oneOf(MESSAGE)).toMatchObject({ action: 'followUp', ticketId: '90' });
	});

	it('is not followed where messages may not open tickets', async () => {
		byExternalId('sms:cust-42:1', ticket({ status: 'closed' }));
		byExternalId('sms:cust-42:77');
		expect(await oneOf({ ...MESSAGE, more: { startConversation: false } })).toEqual({ action: 'ignored', ticketId: null });
	});

	it('whose chain of follow-ups runs in a circle (external ids set by hand) ends in a failure', async () => {
		show(80, ticket({ id: 80, status: 'closed', external_id: 'sms:cust-42:85' }));
		for (let round = 1; round <= 30; round++) {
			api().get('/api/v2/tickets').query({ external_id: 'sms:cust-42:80' }).optionally().reply(200, { tickets: [ticket({ id: 85, status: 'closed', external_id: 'sms:cust-42:80' })] });
			api().get('/api/v2/tickets').query({ external_id: 'sms:cust-42:85' }).optionally().reply(200, { tickets: [ticket({ id: 80, status: 'closed', external_id: 'sms:cust-42:85' })] });
		}
		expect(await oneOf(KNOWN)).toMatchObject({ error: { vendor: 'Zendesk Support', fix: expect.stringMatching(/external id/i) } });
	});

	it('whatever closes every ticket at once ends in a failure, not in a circle', async () => {
		for (let round = 1; round <= 3; round++) {
			byExternalId('sms:cust-42:1', ticket());
			audits(77);
			append().reply(422, CLOSED_422);
		}
		expect(await oneOf(MESSAGE)).toMatchObject({ error: { class: 'closed', vendor: 'Zendesk Support' } });
	});
});

describe('a solved ticket', () => {
	it('is reopened, if not told otherwise', async () => {
		byExternalId('sms:cust-42:1', ticket({ status: 'solved' }));
		audits(77);
		append(undefined, { status: 'open' }).reply(200, OK);
		expect(await oneOf(MESSAGE)).toMatchObject({ action: 'appended', ticketId: '77' });
	});

	it('stays solved with "Open a New Ticket"; the new one is no follow-up, which only closed tickets have', async () => {
		byExternalId('sms:cust-42:1', ticket({ status: 'solved' }));
		byExternalId('sms:cust-42:77');
		create(newTicket({ external_id: 'sms:cust-42:77' })).reply(201, { ticket: ticket({ id: 91, external_id: 'sms:cust-42:77' }) });
		expect(await oneOf({ ...MESSAGE, more: { whenSolved: 'new' } })).toMatchObject({ action: 'created', ticketId: '91' });
	});

	it('a repeat of a delivery that it took before it was solved opens nothing', async () => {
		byExternalId('sms:cust-42:1', ticket({ status: 'solved' }));
		audits(77, ['d1:cust-42']);
		expect(await oneOf(MESSAGE)).toMatchObject({ action: 'duplicate' });
	});
});
