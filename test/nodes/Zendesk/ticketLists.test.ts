import { closedNetwork } from '../../support/network';
import { api, oneOf, runZendesk } from './zendesk';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const ids = (from: number, count: number) => Array.from({ length: count }, (_, at) => ({ id: from + at }));
const idsOf = async (parameters: Parameters<typeof runZendesk>[0]) => {
	const { main, error } = await runZendesk(parameters);
	if (error) throw error;
	return main[0].map(({ json }) => json.id);
};

describe('Ticket: Get Many', () => {
	const MANY = { resource: 'ticket', operation: 'getMany' };
	const page = (query: Record<string, string | number>, path = '/api/v2/tickets') => api().get(path).query(query);

	it('reads pages by cursor until all are there, beyond 10,000 too', async () => {
		page({ 'page[size]': 100, sort: 'id' }).reply(200, { tickets: ids(1, 100), meta: { has_more: true, after_cursor: 'c1' } });
		page({ 'page[size]': 100, sort: 'id', 'page[after]': 'c1' }).reply(200, { tickets: ids(101, 3), meta: { has_more: false, after_cursor: 'c2' } });
		expect(await idsOf({ ...MANY, returnAll: true })).toHaveLength(103);
	});

	it('up to a limit asks for no more than that', async () => {
		page({ 'page[size]': 7, sort: '-updated_at' }).reply(200, { tickets: ids(1, 7), meta: { has_more: true, after_cursor: 'c1' } });
		expect(await idsOf({ ...MANY, limit: 7, more: { sort: 'updated_at', descending: true } })).toHaveLength(7);
	});

	it('of one external id, and of one requester; not of both', async () => {
		page({ 'page[size]': 50, sort: 'id', external_id: 'sms:a:1' }).reply(200, { tickets: ids(5, 1), meta: { has_more: false } });
		expect(await idsOf({ ...MANY, more: { externalId: 'sms:a:1' } })).toEqual([5]);
		page({ 'page[size]': 50, sort: 'id' }, '/api/v2/users/901/tickets/requested').reply(200, { tickets: ids(6, 1), meta: { has_more: false } });
		expect(await idsOf({ ...MANY, more: { requesterId: '901' } })).toEqual([6]);
		expect(await oneOf({ ...MANY, more: { requesterId: '901', externalId: 'x' } })).toMatchObject({ error: { class: 'invalidInput', message: expect.stringMatching(/^Requester ID: /) } });
	});

	it('a list that Zendesk does not page any further says what to do', async () => {
		page({ 'page[size]': 50, sort: 'id' }).reply(400, { errors: [{ code: 'InvalidPaginationDepth', title: 'Pagination depth' }] });
		expect(await oneOf(MANY)).toMatchObject({ error: { class: 'invalidInput', fix: expect.stringContaining('10,000') } });
	});
});

describe('Ticket: List Audits', () => {
	it('newest first, page by page', async () => {
		api().get('/api/v2/tickets/77/audits').query({ 'page[size]': 50, sort: '-created_at' }).reply(200, { audits: ids(9, 1), meta: { has_more: true, after_cursor: 'c' } });
		api().get('/api/v2/tickets/77/audits').query({ 'page[size]': 50, sort: '-created_at', 'page[after]': 'c' }).reply(200, { audits: ids(8, 1), meta: { has_more: false } });
		expect(await idsOf({ resource: 'ticket', operation: 'listAudits', ticketId: '77' })).toEqual([9, 8]);
	});
});

describe('Ticket: Search', () => {
	const SEARCH = { resource: 'ticket', operation: 'search', query: 'status<solved' };
	const page = (number: number, size: number, rows: object[], count: number, more: Record<string, string> = {}) =>
		api().get('/api/v2/search').query({ query: 'type:ticket status<solved', per_page: size, page: number, ...more }).reply(200, { results: rows, count, next_page: number * size < Math.min(count, 1000) ? `https://acme.zendesk.com/api/v2/search?page=${number + 1}` : null });

	it('each result says how many there are and whether these are all', async () => {
		page(1, 50, ids(1, 2), 2);
		const { main } = await runZendesk(SEARCH);
		expect(main[0].map(({ json }) => json)).toEqual([1, 2].map((id) => ({ id, search: { total: 2, returned: 2, complete: true } })));
	});

	it('in the order asked for, up to a limit', async () => {
		page(1, 1, ids(1, 1), 5, { sort_by: 'created_at', sort_order: 'asc' });
		expect(await oneOf({ ...SEARCH, limit: 1, more: { sortBy: 'created_at', sortOrder: 'asc' } })).toEqual({ id: 1, search: { total: 5, returned: 1, complete: false } });
	});

	const pagesUpToWall = () => {
		for (let number = 1; number <= 10; number++) page(number, 100, ids(number * 100, 100), 1003);
	};

	it('beyond 1,000 the same query is exported, and every one of them comes', async () => {
		pagesUpToWall();
		const exported = (from: number, count: number, after: string | undefined, next: string | undefined) =>
			api()
				.get('/api/v2/search/export')
				.query({ query: 'status<solved', 'filter[type]': 'ticket', 'page[size]': 100, ...(after ? { 'page[after]': after } : {}) })
				.reply(200, { results: ids(from, count), meta: { has_more: next !== undefined, after_cursor: next ?? null } });
		for (let at = 0; at < 10; at++) exported(at * 100, 100, at === 0 ? undefined : `c${at}`, `c${at + 1}`);
		exported(1000, 3, 'c10', undefined);
		const { main } = await runZendesk({ ...SEARCH, returnAll: true });
		expect(main[0]).toHaveLength(1003);
		expect(main[0][1002].json).toEqual({ id: 1002, search: { total: 1003, returned: 1003, complete: true } });
	});

	it('or it stops there, and every item says so', async () => {
		pagesUpToWall();
		const { main } = await runZendesk({ ...SEARCH, returnAll: true, beyond: 'stop' });
		expect(main[0]).toHaveLength(1000);
		expect(main[0][999].json.search).toEqual({ total: 1003, returned: 1000, complete: false, note: expect.stringContaining('1000 of 1003') });
	});

	it('a type in the query is refused: the export would answer with an error', async () => {
		expect(await oneOf({ ...SEARCH, query: 'type:user ada' })).toMatchObject({ error: { class: 'invalidInput', message: expect.stringContaining('type:') } });
	});
});
