import { Zendesk, type TicketJson } from './helpers';

interface Page {
	results: TicketJson[];
	meta: { has_more: boolean; after_cursor: string | null };
	links: { next: string | null };
	count?: number;
}

describe('search export', () => {
	let zendesk: Zendesk;

	beforeAll(async () => {
		zendesk = await Zendesk.start();
	});
	afterAll(async () => await zendesk.sandbox.close());
	beforeEach(async () => {
		await zendesk.reset();
		await zendesk.control('POST', '/zendesk/limits', { searchLagMs: 0, accountPerMinute: 100_000 });
	});

	const page = async (query: string) => await zendesk.api<Page>('GET', `/search/export?${query}`);
	const follow = async (link: string | null) => await page(new URL(link ?? '').search.slice(1));

	test('pages by cursor, oldest first, without a count', async () => {
		for (let turn = 0; turn < 5; turn++) await zendesk.createTicket({ tags: ['sms'] });
		const first = await page('query=tags:sms&filter[type]=ticket&page[size]=2');
		expect([first.status, first.body.results.map(({ id }) => id), first.body.meta.has_more, first.body.count]).toEqual([200, [1001, 1002], true, undefined]);
		const second = await follow(first.body.links.next);
		// Ageing in between loses nothing and repeats nothing.
		await zendesk.age(100);
		const third = await follow(second.body.links.next);
		expect([second, third].map(({ body }) => body.results.map(({ id }) => id))).toEqual([[1003, 1004], [1005]]);
		expect([third.body.meta.has_more, third.body.links.next]).toEqual([false, null]);
	});

	test('goes past the wall of 1,000 that search has', async () => {
		for (let turn = 0; turn < 1001; turn++) await zendesk.createTicket({});
		expect((await zendesk.api('GET', '/search?query=type:ticket&page=11')).status).toBe(422);
		const all = await page('query=status:new&filter[type]=ticket&page[size]=1000');
		expect([all.body.results.length, all.body.meta.has_more]).toEqual([1000, true]);
		expect((await follow(all.body.links.next)).body.results).toHaveLength(1);
	});

	test('a cursor lives for an hour', async () => {
		for (let turn = 0; turn < 2; turn++) await zendesk.createTicket({});
		const { body } = await page('query=status:new&filter[type]=ticket&page[size]=1');
		await zendesk.age(3600);
		await zendesk.logIn();
		expect((await follow(body.links.next)).status).toBe(400);
	});

	test.each(['query=x', 'query=x&filter[type]=thing', 'query=type:ticket x&filter[type]=ticket', 'query=x&filter[type]=ticket&page[size]=1001', 'query=x&filter[type]=ticket&page[after]=nonsense'])('%s is 400', async (query) => {
		expect((await page(query)).status).toBe(400);
	});

	test('100 requests a minute', async () => {
		for (let turn = 0; turn < 100; turn++) await page('query=x&filter[type]=user');
		expect((await page('query=x&filter[type]=user')).status).toBe(429);
	});

	test('node-zendesk exports', async () => {
		await zendesk.createTicket({ subject: 'Printer' });
		expect(await zendesk.client().search.exportResults('Printer', 'ticket')).toMatchObject([{ subject: 'Printer' }]);
	});
});
