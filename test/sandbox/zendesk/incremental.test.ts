import { Zendesk, type ErrorJson, type TicketJson } from './helpers';

interface Events {
	ticket_events: Array<{ ticket_id: number; timestamp: number; child_events: Array<{ event_type: string; public?: boolean; body?: string; via: { channel: string } }> }>;
	end_of_stream: boolean;
	end_time: number;
	next_page: string;
	count: number;
}

const now = () => Math.floor(Date.now() / 1000);

describe('incremental exports', () => {
	let zendesk: Zendesk;

	beforeAll(async () => {
		zendesk = await Zendesk.start();
	});
	afterAll(async () => await zendesk.sandbox.close());
	beforeEach(async () => {
		await zendesk.reset();
		await zendesk.control('POST', '/zendesk/limits', { incrementalPerMinute: 1000 });
	});

	const events = async (start: number, more = '&include=comment_events') =>
		(await zendesk.api<Events>('GET', `/incremental/ticket_events.json?start_time=${start}${more}`)).body;

	test('comments come as child events, whoever wrote them, but not those of the last minute', async () => {
		const { id } = await zendesk.createTicket({ comment: { body: 'Help' } });
		await zendesk.age(120);
		await zendesk.control('POST', `/agent/${id}/replies`, { text: 'On it', public: false });
		const first = await events(now() - 600);
		expect(first.ticket_events.flatMap((event) => event.child_events).filter((child) => child.event_type === 'Comment')).toMatchObject([
			{ body: 'Help', public: true, via: { channel: 'api' } },
		]);
		await zendesk.age(61);
		const second = await events(now() - 600);
		const comments = second.ticket_events.flatMap((event) => event.child_events).filter((child) => child.event_type === 'Comment');
		expect(comments).toMatchObject([{ body: 'Help' }, { body: 'On it', public: false, via: { channel: 'web' } }]);
		expect(second).toMatchObject({ end_of_stream: true, count: 2 });
		expect(await events(now() - 600, '')).toMatchObject({ ticket_events: [{ child_events: expect.arrayContaining([expect.objectContaining({ comment_present: true })]) }, {}] });
	});

	test('pages hold whole seconds and lead on without a gap or a repeat', async () => {
		for (let turn = 0; turn < 5; turn++) {
			await zendesk.createTicket({});
			await zendesk.age(10);
		}
		await zendesk.age(100);
		await zendesk.logIn();
		const seen: number[] = [];
		let start = now() - 900;
		for (let more = true; more; ) {
			const page = await events(start, '&per_page=2');
			seen.push(...page.ticket_events.map(({ ticket_id: id }) => id));
			start = page.end_time;
			more = !page.end_of_stream;
		}
		expect(seen).toEqual([1001, 1002, 1003, 1004, 1005]);
	});

	test('node-zendesk reads ticket events', async () => {
		await zendesk.createTicket({});
		await zendesk.age(120);
		const found = await zendesk.client().ticketevents.incrementalInclude(now() - 600, 'comment_events');
		expect(found).toMatchObject([{ ticket_id: 1001 }]);
	});

	test('tickets by cursor: changed ones again, deleted ones too', async () => {
		for (let turn = 0; turn < 3; turn++) await zendesk.createTicket({});
		await zendesk.age(120);
		type Page = { tickets: TicketJson[]; after_cursor: string; end_of_stream: boolean };
		const read = async (query: string) => (await zendesk.api<Page>('GET', `/incremental/tickets/cursor.json?${query}`)).body;
		const first = await read(`start_time=${now() - 600}&per_page=2`);
		expect([first.tickets.map(({ id }) => id), first.end_of_stream]).toEqual([[1001, 1002], false]);
		const second = await read(`cursor=${first.after_cursor}`);
		expect([second.tickets.map(({ id }) => id), second.end_of_stream]).toEqual([[1003], true]);
		await zendesk.api('PUT', '/tickets/1002', { ticket: { tags: ['x'] } });
		await zendesk.api('DELETE', '/tickets/1001');
		await zendesk.age(61);
		const third = await read(`cursor=${second.after_cursor}`);
		expect(third.tickets.map(({ id, status }) => [id, status])).toEqual(expect.arrayContaining([[1001, 'deleted'], [1002, 'new']]));
	});

	test('start_time lies at least a minute back', async () => {
		for (const path of ['ticket_events', 'tickets/cursor']) {
			expect((await zendesk.api('GET', `/incremental/${path}?start_time=${now() - 30}`)).status).toBe(422);
			expect((await zendesk.api<ErrorJson>('GET', `/incremental/${path}`)).status).toBe(400);
		}
	});
});
