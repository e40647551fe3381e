import { Zendesk, type TicketAnswer } from './helpers';

describe('Idempotency-Key on ticket creation', () => {
	let zendesk: Zendesk;

	beforeAll(async () => {
		zendesk = await Zendesk.start();
	});
	afterAll(async () => await zendesk.sandbox.close());
	beforeEach(async () => await zendesk.reset());

	const create = async (key: string, body = 'Hello', more: object = {}) =>
		await zendesk.api<TicketAnswer & { error: string }>('POST', '/tickets', { ticket: { comment: { body }, ...more } }, { 'idempotency-key': key });
	const count = async () => (await zendesk.control<{ tickets: object[] }>('GET', '/zendesk/tickets')).body.tickets.length;

	test('the same key and body: one ticket, the stored answer again', async () => {
		const first = await create('k');
		await zendesk.api('PUT', `/tickets/${first.body.ticket.id}`, { ticket: { tags: ['later'] } });
		const second = await create('k');
		expect([first.status, first.headers.get('x-idempotency-lookup')]).toEqual([201, 'miss']);
		expect([second.status, second.headers.get('x-idempotency-lookup')]).toEqual([201, 'hit']);
		expect(second.body).toEqual(first.body);
		expect(await count()).toBe(1);
	});

	test('the same key, another body: 400', async () => {
		await create('k');
		const { status, body } = await create('k', 'Other');
		expect([status, body]).toEqual([400, { error: 'IdempotentRequestError', description: "Request parameters don't match the given idempotency key" }]);
		expect(await count()).toBe(1);
	});

	test('ten at once with one key: one ticket, one miss', async () => {
		const answers = await Promise.all(Array.from({ length: 10 }, async () => await create('k')));
		expect(new Set(answers.map(({ body }) => body.ticket.id)).size).toBe(1);
		expect(answers.filter(({ headers }) => headers.get('x-idempotency-lookup') === 'miss')).toHaveLength(1);
		expect(await count()).toBe(1);
	});

	test('keys live two hours', async () => {
		await create('k');
		await zendesk.age(2 * 3600 - 5);
		await zendesk.logIn();
		expect((await create('k')).headers.get('x-idempotency-lookup')).toBe('hit');
		await zendesk.age(10);
		expect((await create('k', 'Other')).headers.get('x-idempotency-lookup')).toBe('miss');
		expect(await count()).toBe(2);
	});

	test('without a key there is no look-up; a key of 256 characters is 400; a refused creation is not kept', async () => {
		expect((await zendesk.api('POST', '/tickets', { ticket: { comment: { body: 'x' } } })).headers.get('x-idempotency-lookup')).toBeNull();
		expect((await create('k'.repeat(255))).status).toBe(201);
		expect((await create('k'.repeat(256))).status).toBe(400);
		expect((await create('r', '')).status).toBe(422);
		expect((await create('r', 'Now')).status).toBe(201);
	});

	test('updates know no key', async () => {
		const { body } = await create('k');
		for (let turn = 0; turn < 2; turn++) {
			const answer = await zendesk.api('PUT', `/tickets/${body.ticket.id}`, { ticket: { comment: { body: 'same' } } }, { 'idempotency-key': 'u' });
			expect(answer.headers.get('x-idempotency-lookup')).toBeNull();
		}
		expect((await zendesk.truth(body.ticket.id)).comments).toHaveLength(3);
	});
});
