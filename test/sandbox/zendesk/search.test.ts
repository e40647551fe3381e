import { parseQuery } from '../../../sandbox/zendesk/search/searchQuery';
import { Zendesk, type TicketJson } from './helpers';

describe('search', () => {
	let zendesk: Zendesk;

	beforeAll(async () => {
		zendesk = await Zendesk.start();
		const ada = await zendesk.createUser({ name: 'Ada Lovelace', email: 'ada@example.com' });
		await zendesk.createTicket({ subject: 'Printer', requester_id: ada.id, external_id: 'sms:cust-1:1', tags: ['sms', 'vip'], comment: { body: 'It is on fire' } });
		const second = await zendesk.createTicket({ subject: 'Other', priority: 'high', tags: ['sms'] });
		await zendesk.api('PUT', `/tickets/${second.id}`, { ticket: { status: 'solved' } });
		await zendesk.age(100);
	});
	afterAll(async () => await zendesk.sandbox.close());

	const find = async (query: string) =>
		(await zendesk.api<{ results: TicketJson[] }>('GET', `/search.json?sort_by=created_at&sort_order=asc&query=${encodeURIComponent(query)}`)).body.results.map(({ id }) => id);

	test.each([
		['type:ticket', [1001, 1002]],
		['type:ticket status<solved', [1001]],
		['type:ticket status:solved', [1002]],
		['type:ticket -tags:vip', [1002]],
		['type:ticket priority:high tags:sms', [1002]],
		['type:ticket priority:none', [1001]],
		['type:ticket "on fire"', [1001]],
		['type:ticket external_id:"sms:cust-1:1"', [1001]],
		['type:ticket external_id:sms:cust-1:1', [1001]],
		['type:ticket requester:ada@example.com', [1001]],
		['type:ticket requester:nobody@example.com', []],
		['type:ticket subject:print', [1001]],
		['type:ticket created>2099-01-01', []],
		['type:ticket created<2099-01-01', [1001, 1002]],
	])('%s', async (query, ids) => {
		expect(await find(query)).toEqual(ids);
	});

	test('node-zendesk queries and counts, people included', async () => {
		const { search } = zendesk.client();
		expect(await search.queryAll('type:user Ada')).toMatchObject([{ name: 'Ada Lovelace', result_type: 'user' }]);
		expect((await search.showResultsCount('type:ticket')).result).toMatchObject({ count: 2 });
	});

	test('a new ticket and a change are found only after a while', async () => {
		const made = await zendesk.createTicket({ subject: 'Fresh' });
		await zendesk.api('PUT', '/tickets/1001', { ticket: { tags: ['changed'] } });
		expect(await find('type:ticket subject:Fresh')).toEqual([]);
		expect(await find('type:ticket tags:changed')).toEqual([]);
		expect(await find('type:ticket tags:vip')).toEqual([1001]);
		await zendesk.age(60);
		expect(await find('type:ticket subject:Fresh')).toEqual([made.id]);
		expect(await find('type:ticket tags:changed')).toEqual([1001]);
		expect(await find('type:ticket tags:vip')).toEqual([]);
	});

	test('queries are taken apart as people write them', () => {
		expect(parseQuery('-tags:"a b" status<=open word')).toEqual([
			{ negated: true, key: 'tags', operator: ':', value: 'a b' },
			{ negated: false, key: 'status', operator: '<=', value: 'open' },
			{ negated: false, key: undefined, operator: ':', value: 'word' },
		]);
	});
});
