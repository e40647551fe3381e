import { Zendesk, type ErrorJson, type TicketAnswer, type TicketJson, type UserJson } from './helpers';

const CLOSED = { error: 'RecordInvalid', description: 'Record validation errors', details: { status: [{ description: 'Status: closed prevents ticket update' }] } };

describe('ticket updates', () => {
	let zendesk: Zendesk;
	let ticket: TicketJson;

	beforeAll(async () => {
		zendesk = await Zendesk.start();
	});
	afterAll(async () => await zendesk.sandbox.close());
	beforeEach(async () => {
		await zendesk.reset();
		ticket = await zendesk.createTicket({ tags: ['a'] });
	});

	const update = async <Body = TicketAnswer>(fields: object, id = ticket.id) => await zendesk.api<Body>('PUT', `/tickets/${id}`, { ticket: fields });

	test('a status goes up and down the ladder until closed, and updated_at moves', async () => {
		await zendesk.age(100);
		const before = (await zendesk.truth(ticket.id)).ticket.updated_at;
		for (const status of ['open', 'pending', 'hold', 'solved', 'open', 'closed']) expect((await update({ status })).body.ticket.status).toBe(status);
		expect(Date.parse((await zendesk.truth(ticket.id)).ticket.updated_at)).toBeGreaterThan(Date.parse(before));
	});

	test('closed is terminal for every write, under details.status', async () => {
		await update({ status: 'closed' });
		for (const [method, path, body] of [
			['PUT', `/tickets/${ticket.id}`, { ticket: { comment: { body: 'x' } } }],
			['PUT', `/tickets/${ticket.id}`, { ticket: { status: 'open' } }],
			['PUT', `/tickets/${ticket.id}/tags`, { tags: ['x'] }],
			['POST', `/tickets/${ticket.id}/tags`, { tags: ['x'] }],
			['DELETE', `/tickets/${ticket.id}/tags`, { tags: ['a'] }],
		] as const) {
			const answer = await zendesk.api(method, path, body);
			expect([method, path, answer.status, answer.body]).toEqual([method, path, 422, CLOSED]);
		}
		expect((await zendesk.truth(ticket.id)).audits).toHaveLength(2);
	});

	describe('safe update', () => {
		const conflict = async (fields: object) => (await update<ErrorJson>({ ...fields, priority: 'high' })).body.error;

		test('an outdated stamp is 409 for any value of safe_update, and nothing is written', async () => {
			await zendesk.age(10);
			const old = (await zendesk.truth(ticket.id)).ticket.updated_at;
			await update({ priority: 'low' });
			for (const safe of [true, 'true', false]) expect(await conflict({ safe_update: safe, updated_stamp: old })).toBe('UpdateConflict');
			const { ticket: now } = await zendesk.truth(ticket.id);
			expect(now.priority).toBe('low');
			expect((await update({ safe_update: true, updated_stamp: now.updated_at, priority: 'high' })).status).toBe(200);
		});

		test('without safe_update the stamp forces nothing', async () => {
			expect((await update({ updated_stamp: '2001-01-01T00:00:00Z', priority: 'high' })).status).toBe(200);
		});

		test('a change within the same second goes unseen: stamps are whole seconds', async () => {
			// Until reading and two writes fall into one second of the real clock.
			for (;;) {
				const { updated_at: stamp } = (await update({ tags: ['read'] })).body.ticket;
				await update({ tags: ['unseen'] });
				const answer = await update({ tags: ['over it'], safe_update: true, updated_stamp: stamp });
				if (answer.status === 200) break;
				expect(answer.status).toBe(409);
				await zendesk.control('POST', '/zendesk/limits', {});
			}
			expect((await zendesk.truth(ticket.id)).ticket.tags).toEqual(['over it']);
		});

		test('tags take a stamp too', async () => {
			const answer = await zendesk.api('PUT', `/tickets/${ticket.id}/tags`, { tags: ['x'], updated_stamp: '2001-01-01T00:00:00Z', safe_update: 'true' });
			expect([answer.status, answer.body.error]).toEqual([409, 'UpdateConflict']);
		});
	});

	test('tags: an update replaces all, PUT adds, POST sets, DELETE removes', async () => {
		expect((await update({ tags: ['b', 'c'] })).body.ticket.tags).toEqual(['b', 'c']);
		await zendesk.client().tickets.addTags(ticket.id, { tags: ['c', 'd'] } as unknown as string[]);
		expect((await zendesk.truth(ticket.id)).ticket.tags).toEqual(['b', 'c', 'd']);
		const removed = await zendesk.api<{ tags: string[] }>('DELETE', `/tickets/${ticket.id}/tags`, { tags: ['b'] });
		expect(removed.body).toEqual({ tags: ['c', 'd'] });
		await zendesk.client().tickets.updateTags(ticket.id, { tags: ['z'] } as unknown as string[]);
		expect((await zendesk.truth(ticket.id)).ticket.tags).toEqual(['z']);
	});

	test("a customer's comment leaves a solved ticket solved, and the log says so", async () => {
		const ada = await zendesk.createUser({ name: 'Ada' });
		await update({ status: 'solved' });
		const answer = await update({ comment: { body: 'Not yet!', author_id: ada.id, public: true } });
		expect(answer.body.ticket.status).toBe('solved');
		expect(zendesk.events).toContainEqual(expect.objectContaining({ kind: 'note', rule: expect.objectContaining({ certainty: 'unconfirmed' }) }));
		expect((await update({ comment: { body: 'Again', author_id: ada.id }, status: 'open' })).body.ticket.status).toBe('open');
	});

	describe('follow-ups', () => {
		const followUp = async (fields: object = {}) => await zendesk.createTicket({ via_followup_source_id: ticket.id, ...fields });

		test('of a closed ticket: linked both ways, tags inherited unless sent, author still the API user', async () => {
			await update({ status: 'closed' });
			const inherited = await followUp();
			expect([inherited.tags, inherited.via]).toEqual([['a'], { channel: 'api', source: { from: expect.objectContaining({ ticket_id: ticket.id }), to: {}, rel: 'follow_up' } }]);
			const own = await followUp({ tags: ['own'] });
			expect(own.tags).toEqual(['own']);
			expect((await zendesk.truth(ticket.id)).ticket.followup_ids).toEqual([inherited.id, own.id]);
			const me = (await zendesk.api<{ user: UserJson }>('GET', '/users/me')).body.user;
			expect((await zendesk.truth(own.id)).comments[0].author_id).toBe(me.id);
		});

		test('of an open ticket: no effect', async () => {
			const made = await followUp();
			expect([made.via.source.rel, made.tags]).toEqual([null, []]);
			expect((await zendesk.truth(ticket.id)).ticket.followup_ids).toEqual([]);
		});
	});
});
