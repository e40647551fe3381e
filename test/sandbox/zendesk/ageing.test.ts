import { Receiver, Zendesk } from './helpers';

const DAY = 24 * 3600;

describe('the ageing world', () => {
	let zendesk: Zendesk;

	beforeAll(async () => {
		zendesk = await Zendesk.start();
	});
	afterAll(async () => await zendesk.sandbox.close());
	beforeEach(async () => await zendesk.reset());

	test('a ticket solved for four days is closed, by the automation, with an event', async () => {
		const receiver = await new Receiver().start();
		const solved = await zendesk.createTicket({});
		const reopened = await zendesk.createTicket({});
		const open = await zendesk.createTicket({});
		for (const { id } of [solved, reopened]) await zendesk.control('POST', `/agent/${id}/status`, { status: 'solved' });
		await zendesk.control('POST', `/agent/${reopened.id}/status`, { status: 'open' });
		await zendesk.subscribe(receiver.url, ['zen:event-type:ticket.status_changed']);
		await zendesk.age(4 * DAY - 60);
		expect((await zendesk.truth(solved.id)).ticket.status).toBe('solved');
		await zendesk.age(60);
		const statuses = [];
		for (const { id } of [solved, reopened, open]) statuses.push((await zendesk.truth(id)).ticket.status);
		expect(statuses).toEqual(['closed', 'open', 'new']);
		const [{ text }] = await receiver.count(1);
		expect(JSON.parse(text)).toMatchObject({ event: { current: 'CLOSED', previous: 'SOLVED' }, detail: { via: { channel: 'rule' }, actor_id: '-1' } });
		await receiver.close();
	});

	test('all stored times move back by the same amount', async () => {
		const { id } = await zendesk.createTicket({});
		const before = await zendesk.truth(id);
		await zendesk.age(1000);
		const after = await zendesk.truth(id);
		const moved = (a: string, b: string) => (Date.parse(a) - Date.parse(b)) / 1000;
		expect(moved(before.ticket.updated_at, after.ticket.updated_at)).toBe(1000);
		const created = ({ audits, comments }: typeof before) => [audits[0], comments[0]].map((entry) => (entry as unknown as { created_at: string }).created_at);
		expect(created(before).map((at, index) => moved(at, created(after)[index]))).toEqual([1000, 1000]);
	});

	test('a reset forgets everything and seeds anew', async () => {
		await zendesk.createTicket({});
		await zendesk.subscribe('https://example.com/x', ['zen:event-type:ticket.comment_added']);
		await zendesk.control('POST', '/zendesk/limits', { accountPerMinute: 5 });
		const old = zendesk.token;
		await zendesk.reset();
		expect((await zendesk.api('GET', '/tickets', undefined, { authorization: `Bearer ${old}` })).status).toBe(401);
		expect((await zendesk.control<{ tickets: object[] }>('GET', '/zendesk/tickets')).body.tickets).toEqual([]);
		expect((await zendesk.control<{ webhooks: object[] }>('GET', '/zendesk/webhooks')).body.webhooks).toHaveLength(1);
		expect((await zendesk.api('GET', '/tickets')).headers.get('x-rate-limit')).toBe('700');
		expect((await zendesk.createTicket({})).id).toBe(1001);
	});
});
