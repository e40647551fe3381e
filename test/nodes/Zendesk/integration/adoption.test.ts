import { planAdoption, type OpenTicket } from '../../../../nodes/Zendesk/integration/adoption';
import type { User } from '../../../../nodes/Zendesk/shapes';
import { closedNetwork } from '../../../support/network';
import { api, byExternalId, CONFLICT_409, oneOf, runZendesk, show, ticket } from '../zendesk';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../../support/quickSleep')>('../../../support/quickSleep').quick);
closedNetwork();

const open = (id: number, more: Partial<OpenTicket> = {}): OpenTicket => ({ id, status: 'open', external_id: null, requester_id: 901, updated_at: `2026-11-21T12:00:${String(id % 60).padStart(2, '0')}Z`, via: { channel: 'api' }, ...more });
const user = (id: number, brazeId?: string): [number, User] => [id, { id, user_fields: { braze_external_id: brazeId ?? null } }];
const USERS = new Map([user(901, 'cust-42'), user(902, 'braze_id.looks-like'), user(903)]);
const verdicts = (tickets: OpenTicket[], onlyApi = true) => planAdoption(tickets, USERS, 'sms', onlyApi).map(({ ticket: { id }, ...verdict }) => [id, verdict.action, 'why' in verdict ? verdict.why : verdict.customer]);

describe('which tickets are adopted', () => {
	it('the one of a customer that was touched last; the older ones are told why not', () => {
		expect(verdicts([open(1), open(3), open(2)])).toEqual([
			[3, 'adopt', 'cust-42'],
			[2, 'skip', expect.stringContaining('another open ticket')],
			[1, 'skip', expect.stringContaining('another open ticket')],
		]);
	});

	it('none beside one that is the bridge\'s already; that one\'s profile is told again, as a boolean', () => {
		expect(verdicts([open(3), open(2, { external_id: 'sms:cust-42:1' })])).toEqual([[3, 'skip', expect.stringContaining('another open ticket')], [2, 'already', 'cust-42']]);
	});

	it.each([
		['an e-mail ticket', open(1, { via: { channel: 'email' } }), /through the API/],
		['somebody else\'s order', open(1, { external_id: 'order-7' }), /something else/],
		['another channel\'s', open(1, { external_id: 'messenger:cust-42:1' }), /something else/],
		['a requester without Braze id', open(1, { requester_id: 903 }), /no braze_external_id/],
		['a requester who is gone', open(1, { requester_id: 999 }), /no braze_external_id/],
	])('not %s', (_, candidate, why) => {
		expect(verdicts([candidate])).toEqual([[1, 'skip', expect.stringMatching(why)]]);
	});

	it('e-mail tickets only with leave; an id that looks like a kind of id is kept apart', () => {
		expect(verdicts([open(1, { via: { channel: 'email' } })], false)).toEqual([[1, 'adopt', 'cust-42']]);
		expect(verdicts([open(1, { requester_id: 902 })])).toEqual([[1, 'adopt', 'external_id.braze_id.looks-like']]);
	});
});

describe('Integration: Adopt Open Tickets', () => {
	const ADOPT = { resource: 'integration', operation: 'adoptOpenTickets', channel: 'sms', dryRun: false };
	const exported = (rows: object[], query = 'status<solved') => api().get('/api/v2/search/export').query({ query, 'filter[type]': 'ticket', 'page[size]': 100 }).reply(200, { results: rows, meta: { has_more: false } });
	const users = (ids: string, rows: object[] = [{ id: 901, user_fields: { braze_external_id: 'cust-42' } }]) => api().get('/api/v2/users/show_many').query({ ids }).reply(200, { users: rows });
	const names = (id = 901, externalId = 'cust-42') => api().put(`/api/v2/users/${id}`, { user: { external_id: externalId } });
	const put = (externalId: string, stamp = open(77).updated_at) => api().put('/api/v2/tickets/77', { ticket: { external_id: externalId, safe_update: true, updated_stamp: stamp } });

	it('gives the ticket its external id, and says what Braze must know', async () => {
		exported([open(77)]);
		users('901');
		byExternalId('sms:cust-42:1');
		names().reply(200, { user: { id: 901 } });
		put('sms:cust-42:1').reply(200, { ticket: ticket() });
		expect(await oneOf(ADOPT)).toEqual({ ticketId: '77', status: 'open', action: 'adopted', externalId: 'sms:cust-42:1', profile: { external_id: 'cust-42', attributes: { zendesk_ticket: '77', zendesk_ticket_open: true } } });
	});

	it('continues a closed ticket of the bridge; leaves a customer alone whose solved one would be reopened', async () => {
		exported([open(77)], 'status<solved subject:"Action Needed"');
		users('901');
		byExternalId('sms:cust-42:1', ticket({ id: 50, status: 'closed' }));
		byExternalId('sms:cust-42:50');
		names().reply(200, { user: { id: 901 } });
		put('sms:cust-42:50').reply(200, { ticket: ticket() });
		expect(await oneOf({ ...ADOPT, query: 'subject:"Action Needed"' })).toMatchObject({ action: 'adopted', externalId: 'sms:cust-42:50' });

		exported([open(77)]);
		users('901');
		byExternalId('sms:cust-42:1', ticket({ id: 50, status: 'solved' }));
		expect(await oneOf(ADOPT)).toMatchObject({ action: 'skipped', why: expect.stringContaining('ticket 50') });
	});

	it.each([
		['is known already', { external_id: 'CUST-42' }, undefined, undefined],
		['has another external id', { external_id: 'erp-7' }, undefined, /user 901\) has the external ID "erp-7"/],
		['cannot have it, since another user does', {}, 422, /Merge the requester \(user 901\)/],
	])('a requester who %s', async (_, more, status, warning) => {
		exported([open(77)]);
		users('901', [{ id: 901, user_fields: { braze_external_id: 'cust-42' }, ...more }]);
		byExternalId('sms:cust-42:1');
		if (status) names().reply(status, { error: 'RecordInvalid', details: { external_id: [{ description: 'External ID has already been taken' }] } });
		put('sms:cust-42:1').reply(200, { ticket: ticket() });
		const row = await oneOf(ADOPT);
		expect([row.action, row.warning]).toEqual(['adopted', warning === undefined ? undefined : expect.stringMatching(warning)]);
	});

	it('a second run names a requester who was not', async () => {
		exported([open(77, { external_id: 'sms:cust-42:1' })]);
		users('901');
		names().reply(200, { user: { id: 901 } });
		expect(await oneOf(ADOPT)).toMatchObject({ action: 'already', profile: { external_id: 'cust-42' } });
	});

	it('as a dry run writes nothing', async () => {
		exported([open(77)]);
		users('901');
		byExternalId('sms:cust-42:1');
		expect(await oneOf({ ...ADOPT, dryRun: true })).toMatchObject({ action: 'wouldAdopt', externalId: 'sms:cust-42:1' });
	});

	it('one that somebody changed meanwhile is read again; one that was closed is told and the others go on', async () => {
		exported([open(77), open(70, { requester_id: 905 })]);
		users('901,905', [{ id: 901, user_fields: { braze_external_id: 'cust-42' } }, { id: 905, user_fields: { braze_external_id: 'cust-43' } }]);
		byExternalId('sms:cust-42:1');
		names().reply(200, { user: { id: 901 } });
		names(905, 'cust-43').reply(200, { user: { id: 905 } });
		put('sms:cust-42:1').reply(409, CONFLICT_409);
		show(77, ticket({ updated_at: 't9' }));
		put('sms:cust-42:1', 't9').reply(422, { error: 'RecordInvalid', details: { status: [{ description: 'Status: closed prevents ticket update' }] } });
		byExternalId('sms:cust-43:1');
		api().put('/api/v2/tickets/70').reply(200, { ticket: ticket({ id: 70 }) });
		const { main, error } = await runZendesk(ADOPT);
		expect([error, main[0].map(({ json }) => [json.ticketId, json.action])]).toEqual([undefined, [['77', 'failed'], ['70', 'adopted']]]);
	});
});
