import nock from 'nock';
import { closedNetwork, RESET } from '../../../support/network';
import { waits } from '../../../support/quickSleep';
import { api, audits, byExternalId, CONFLICT_409, CONTINUE, oneOf, runZendesk, show, ticket } from '../zendesk';
import { append, COMMENT, MESSAGE } from './message';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../../support/quickSleep')>('../../../support/quickSleep').quick);
closedNetwork();

/** The customer's open ticket is found by its external id; its audits hold these deliveries. */
function openTicket(...deliveryIds: string[]): void {
	byExternalId('sms:cust-42:1', ticket());
	audits(77, deliveryIds);
}

it('the message is added to the open ticket: by the customer, public, with its delivery id, only if nobody was faster', async () => {
	openTicket('d0:cust-42');
	append().reply(200, { ticket: ticket({ updated_at: '2026-11-21T12:00:05Z' }) });
	expect(await oneOf(MESSAGE)).toEqual({ action: 'appended', ticketId: '77', externalId: 'sms:cust-42:1', status: 'open' });
});

it.each(['pending', 'hold', 'solved'])('a ticket that is %s wakes up', async (status) => {
	byExternalId('sms:cust-42:1', ticket({ status }));
	audits(77);
	append(undefined, { status: 'open' }).reply(200, { ticket: ticket() });
	expect(await oneOf(MESSAGE)).toMatchObject({ action: 'appended', status: 'open' });
});

it('a repeat that the audits hold is a duplicate: nothing is written', async () => {
	openTicket('d2:cust-42', 'd1:cust-42');
	expect(await oneOf(MESSAGE)).toMatchObject({ action: 'duplicate', ticketId: '77' });
});

it('audits are read page by page, as far back as a repeat can come from', async () => {
	const page = (after?: string) => api().get('/api/v2/tickets/77/audits').query({ 'page[size]': 100, sort: '-created_at', ...(after ? { 'page[after]': after } : {}) });
	const row = (ageHours: number, deliveryId: string) => ({ id: 1, created_at: new Date(Date.now() - ageHours * 3_600_000).toISOString(), metadata: { custom: { deliveryId } }, events: [] });
	byExternalId('sms:cust-42:1', ticket());
	page().reply(200, { audits: [row(1, 'x')], meta: { has_more: true, after_cursor: 'c1' } });
	page('c1').reply(200, { audits: [row(20, 'd1:cust-42')], meta: { has_more: true, after_cursor: 'c2' } });
	expect(await oneOf(MESSAGE)).toMatchObject({ action: 'duplicate' });

	byExternalId('sms:cust-42:1', ticket());
	page().reply(200, { audits: [row(1, 'x'), row(26, 'y')], meta: { has_more: true, after_cursor: 'c1' } });
	append().reply(200, { ticket: ticket() });
	expect(await oneOf(MESSAGE)).toMatchObject({ action: 'appended' });
});

describe('409: somebody changed the ticket in between', () => {
	it('it is read again, looked at again, and written with the new stamp', async () => {
		openTicket();
		append().reply(409, CONFLICT_409);
		show(77, ticket({ updated_at: '2026-11-21T12:00:09Z' }));
		audits(77);
		append('2026-11-21T12:00:09Z').reply(200, { ticket: ticket() });
		expect(await oneOf(MESSAGE)).toMatchObject({ action: 'appended' });
	});

	it('and what the other side wrote may have been this very delivery', async () => {
		openTicket();
		append().reply(409, CONFLICT_409);
		show(77, ticket({ updated_at: '2026-11-21T12:00:09Z' }));
		audits(77, ['d1:cust-42']);
		const { action } = await oneOf(MESSAGE);
		expect(['appended', 'duplicate']).toContain(action);
	});

	it('a ticket that never comes to rest ends in a conflict, after a few tries', async () => {
		byExternalId('sms:cust-42:1', ticket());
		nock('https://acme.zendesk.com').persist().get('/api/v2/tickets/77/audits').query(true).reply(200, { audits: [], meta: { has_more: false } });
		nock('https://acme.zendesk.com').persist().put('/api/v2/tickets/77').reply(409, CONFLICT_409);
		nock('https://acme.zendesk.com').persist().get('/api/v2/tickets/77').reply(200, { ticket: ticket() });
		expect(await oneOf(MESSAGE)).toMatchObject({ error: { class: 'conflict', status: 409 } });
	});
});

describe('a write whose answer was lost', () => {
	it.each([['500', (call: nock.Interceptor) => call.reply(500)], ['a reset', (call: nock.Interceptor) => call.replyWithError(RESET)]])('%s: the audits show it, so it is not written again', async (_, lose) => {
		openTicket();
		lose(append());
		show(77, ticket({ updated_at: '2026-11-21T12:00:09Z' }));
		audits(77, ['d1:cust-42']);
		expect(await oneOf(MESSAGE)).toMatchObject({ action: 'appended' });
		// Zendesk needs a moment until the audit can be seen.
		expect(waits[0]).toBeGreaterThanOrEqual(1000);
	});

	it('the audits do not show it, so it is written again', async () => {
		openTicket();
		append().replyWithError(RESET);
		show(77, ticket());
		audits(77);
		append().reply(200, { ticket: ticket() });
		expect(await oneOf(MESSAGE)).toMatchObject({ action: 'appended' });
	});

	it('without a delivery id nothing can be told, so it is unknown', async () => {
		byExternalId('sms:cust-42:1', ticket());
		api().put('/api/v2/tickets/77', { ticket: { comment: COMMENT, safe_update: true, updated_stamp: '2026-11-21T12:00:00Z' } }).replyWithError(RESET);
		expect(await oneOf({ ...MESSAGE, deliveryId: '' })).toMatchObject({ error: { class: 'unknownOutcome' } });
	});

	it('and that cannot be looked up now may be tried again by n8n: the audits will tell', async () => {
		openTicket();
		append().replyWithError(RESET);
		api().get('/api/v2/tickets/77').times(6).reply(503);
		byExternalId('sms:cust-42:1', ticket({ updated_at: '2026-11-21T12:00:09Z' }));
		audits(77, ['d1:cust-42']);
		const { main } = await runZendesk(MESSAGE, [{}], { ...CONTINUE, retryOnFail: true, maxTries: 2, waitBetweenTries: 1 });
		expect(main[0]).toMatchObject([{ json: { action: 'duplicate', ticketId: '77' } }]);
	});
});

it('two items of one customer are written one after the other, and each once', async () => {
	byExternalId('sms:cust-42:1', ticket());
	audits(77);
	append().reply(200, { ticket: ticket({ updated_at: '2026-11-21T12:00:05Z' }) });
	byExternalId('sms:cust-42:1', ticket({ updated_at: '2026-11-21T12:00:05Z' }));
	audits(77, ['d1:cust-42']);
	const { main } = await runZendesk(MESSAGE, [{}, {}]);
	expect(main[0].map(({ json }) => json.action)).toEqual(['appended', 'duplicate']);
});

it('one customer\'s failure is not the other\'s', async () => {
	api().get('/api/v2/tickets').query({ external_id: 'sms:a:1' }).reply(403, { error: { title: 'Forbidden', message: 'no' } });
	byExternalId('sms:b:1', ticket({ id: 78, external_id: 'sms:b:1' }));
	audits(78, ['d1:cust-42']);
	const { main } = await runZendesk({ ...MESSAGE, customer: '={{ $json.who }}' }, [{ who: 'a' }, { who: 'b' }], CONTINUE);
	expect(main[0]).toMatchObject([{ json: { action: 'duplicate', ticketId: '78' } }]);
	expect(main[1]).toMatchObject([{ json: { who: 'a', error: { class: 'forbidden', fix: expect.stringContaining('"tickets:read"') } } }]);
});

it('a customer key that is no whole text (half an emoji) fails its own item', async () => {
	byExternalId('sms:b:1', ticket({ id: 78, external_id: 'sms:b:1' }));
	audits(78, ['d1:cust-42']);
	const { main, error } = await runZendesk({ ...MESSAGE, customer: '={{ $json.who }}' }, [{ who: 'a\ud83d' }, { who: 'b' }], CONTINUE);
	expect(error).toBeUndefined();
	expect(main[0]).toMatchObject([{ json: { action: 'duplicate', ticketId: '78' } }]);
	expect(main[1]).toMatchObject([{ json: { error: { class: 'invalidInput' } } }]);
});

it('429 waits as long as Zendesk says', async () => {
	openTicket();
	append().reply(429, {}, { 'Retry-After': '12' });
	append().reply(200, { ticket: ticket() });
	expect(await oneOf(MESSAGE)).toMatchObject({ action: 'appended' });
	expect(waits).toEqual([12_000]);
});
