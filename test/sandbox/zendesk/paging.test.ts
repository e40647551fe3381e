import { Zendesk, type ErrorJson, type TicketJson } from './helpers';

interface TicketPage {
	tickets: TicketJson[];
	meta: { has_more: boolean; after_cursor: string };
	links: { next: string | null; prev: string | null };
	next_page: string | null;
	count: number;
	errors: Array<{ code: string }>;
}

describe('paging', () => {
	let zendesk: Zendesk;

	beforeAll(async () => {
		zendesk = await Zendesk.start();
		for (let turn = 0; turn < 5; turn++) await zendesk.createTicket({});
	});
	afterAll(async () => await zendesk.sandbox.close());

	const page = async (query: string) => (await zendesk.api<TicketPage>('GET', `/tickets.json?${query}`)).body;
	const ids = ({ tickets }: { tickets: TicketJson[] }) => tickets.map(({ id }) => id);

	test('cursor pages follow links.next to the end, sorted either way', async () => {
		const first = await page('page[size]=2&sort=-id');
		expect([ids(first), first.meta.has_more]).toEqual([[1005, 1004], true]);
		expect(first).not.toHaveProperty('count');
		const seen: number[] = [];
		let link: string | null = `${zendesk.base}/api/v2/tickets.json?page[size]=2`;
		while (link !== null) {
			const answer = await fetch(link, { headers: { authorization: `Bearer ${zendesk.token}` } });
			const body = (await answer.json()) as TicketPage;
			seen.push(...ids(body));
			link = body.links.next;
		}
		expect(seen).toEqual([1001, 1002, 1003, 1004, 1005]);
	});

	test('offset pages carry next_page and count', async () => {
		const second = await page('per_page=2&page=2');
		expect([ids(second), second.count]).toEqual([[1003, 1004], 5]);
		expect(second.next_page).toContain('page=3');
		expect(second).not.toHaveProperty('meta');
	});

	test('sort_by beside page[size] is ignored without a word', async () => {
		expect(ids(await page('page[size]=2&sort_by=id&sort_order=desc'))).toEqual([1001, 1002]);
		expect(zendesk.lastRule).toContain('ignored without a word');
	});

	test.each(['page[size]=101', 'page[size]=2&sort=subject', 'page[after]=nonsense'])('%s is 400 InvalidPaginationParameter', async (query) => {
		expect((await page(query)).errors[0].code).toBe('InvalidPaginationParameter');
	});

	test('offset paging ends at 10,000 records', async () => {
		expect((await page('page=101&per_page=100')).errors[0].code).toBe('InvalidPaginationDepth');
		expect((await page('page=100&per_page=100')).tickets).toEqual([]);
	});

	test('search stops at 1,000 results and takes no cursor', async () => {
		const past = await zendesk.api<ErrorJson>('GET', '/search?query=type:ticket&page=11');
		expect(past.status).toBe(422);
		expect((await zendesk.api('GET', '/search?query=type:ticket&page[size]=10')).status).toBe(400);
	});
});
