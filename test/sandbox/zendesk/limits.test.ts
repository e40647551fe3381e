import { Zendesk, type TicketAnswer } from './helpers';

describe('limits and faults', () => {
	let zendesk: Zendesk;

	beforeAll(async () => {
		zendesk = await Zendesk.start();
	});
	afterAll(async () => await zendesk.sandbox.close());
	beforeEach(async () => await zendesk.reset());

	const limits = async (changes: object) => await zendesk.control<Record<string, unknown>>('POST', '/zendesk/limits', changes);
	const touch = async (id: number, tag: string) => await zendesk.api<TicketAnswer>('PUT', `/tickets/${id}`, { ticket: { tags: [tag] } });

	test('every answer tells the account limit; past it 429 with Retry-After until the minute is over', async () => {
		const first = await zendesk.api('GET', '/tickets');
		expect(Object.fromEntries(first.headers)).toMatchObject({
			'x-rate-limit': '700', 'x-rate-limit-remaining': '699', 'ratelimit-limit': '700', 'ratelimit-remaining': '699', 'ratelimit-reset': '60',
		});
		await limits({ accountPerMinute: 2 });
		await zendesk.api('GET', '/tickets');
		await zendesk.api('GET', '/tickets');
		const { status, headers, body } = await zendesk.api('GET', '/tickets');
		expect([status, body.error, headers.get('x-rate-limit-remaining')]).toEqual([429, 'APIRateLimitExceeded', '0']);
		expect(Number(headers.get('retry-after'))).toBeGreaterThan(50);
		await zendesk.age(60);
		expect((await zendesk.api('GET', '/tickets')).status).toBe(200);
	});

	test('30 updates of a ticket in 10 minutes', async () => {
		const { id } = await zendesk.createTicket({});
		const other = await zendesk.createTicket({});
		for (let turn = 0; turn < 30; turn++) expect((await touch(id, `t${turn}`)).status).toBe(200);
		const refused = await touch(id, 'late');
		expect([refused.status, Number(refused.headers.get('retry-after')) > 500]).toEqual([429, true]);
		expect((await touch(other.id, 'x')).status).toBe(200);
		await zendesk.age(590);
		expect((await touch(id, 'late')).status).toBe(429);
		await zendesk.age(10);
		expect((await touch(id, 'late')).status).toBe(200);
	});

	test('100 ticket PUTs a minute in the account, with their header', async () => {
		await limits({ updatesPerTicketPer10Min: 1000 });
		const { id } = await zendesk.createTicket({});
		for (let turn = 0; turn < 99; turn++) await touch(id, `t${turn}`);
		const last = await touch(id, 'last');
		expect([last.status, last.headers.get('zendesk-ratelimit-tickets-update')]).toEqual([200, expect.stringMatching(/^total=100; remaining=0; resets=\d+$/)]);
		expect((await touch(id, 'late')).status).toBe(429);
	});

	test('ten incremental exports a minute', async () => {
		await zendesk.age(1);
		const read = async () => await zendesk.api('GET', `/incremental/ticket_events?start_time=${Math.floor(Date.now() / 1000) - 600}`);
		for (let turn = 0; turn < 10; turn++) expect((await read()).status).toBe(200);
		const refused = await read();
		expect([refused.status, refused.headers.get('zendesk-ratelimit-incremental-exports')]).toEqual([429, expect.stringContaining('total=10; remaining=0')]);
	});

	test('the control API refuses limits that do not exist', async () => {
		expect((await limits({ nope: 1 })).status).toBe(422);
		expect((await limits({ accountPerMinute: 'many' })).status).toBe(422);
		expect((await limits({})).body).toMatchObject({ accountPerMinute: 700, updatesPerTicketPer10Min: 30 });
	});

	const fault = async (more: object) => await zendesk.control('POST', '/faults', { vendor: 'zendesk', ...more });

	test('a fault answers in Zendesk\'s words, as often as asked, .json or not', async () => {
		await fault({ route: 'PUT /api/v2/tickets/*', status: 429, retryAfter: 7, times: 2 });
		const { id } = await zendesk.createTicket({});
		const first = await zendesk.api('PUT', `/tickets/${id}.json`, { ticket: { tags: ['x'] } });
		expect([first.status, first.body.error, first.headers.get('retry-after'), first.headers.get('ratelimit-remaining')]).toEqual([429, 'APIRateLimitExceeded', '7', '0']);
		expect((await touch(id, 'x')).status).toBe(429);
		expect((await touch(id, 'x')).status).toBe(200);
		await fault({ route: '*', status: 503, times: 1 });
		const down = await zendesk.api('GET', '/tickets');
		expect([down.status, down.headers.get('retry-after')]).toEqual([503, '5']);
	});

	test('a connection cut before: nothing happened; cut after: it happened, the answer is lost', async () => {
		const tickets = async () => (await zendesk.control<{ tickets: object[] }>('GET', '/zendesk/tickets')).body.tickets.length;
		await fault({ route: 'POST /api/v2/tickets', reset: 'before', times: 1 });
		await expect(zendesk.createTicket({})).rejects.toThrow('fetch failed');
		expect(await tickets()).toBe(0);
		await fault({ route: 'POST /api/v2/tickets', reset: 'after', times: 1 });
		await expect(zendesk.createTicket({})).rejects.toThrow('fetch failed');
		expect(await tickets()).toBe(1);
		expect(zendesk.events.filter(({ kind, response }) => kind === 'request' && response?.status === 0)).toHaveLength(2);
		expect((await zendesk.createTicket({})).id).toBe(1002);
	});
});
