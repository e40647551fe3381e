import { Zendesk, type AuditJson, type CommentJson, type TicketAnswer, type UserJson } from './helpers';

describe('comments and audits', () => {
	let zendesk: Zendesk;
	let ada: UserJson;

	beforeAll(async () => {
		zendesk = await Zendesk.start();
	});
	afterAll(async () => await zendesk.sandbox.close());
	beforeEach(async () => {
		await zendesk.reset();
		ada = await zendesk.createUser({ name: 'Ada' });
	});

	const update = async (id: number, ticket: object) => await zendesk.api<TicketAnswer>('PUT', `/tickets/${id}`, { ticket });
	const comments = async (id: number) => (await zendesk.truth(id)).comments;

	test('node-zendesk appends comments and reads them and the audits', async () => {
		const { tickets, ticketaudits } = zendesk.client();
		const { id } = await zendesk.createTicket({ requester_id: ada.id });
		await tickets.update(id, { ticket: { comment: { body: 'More', author_id: ada.id }, metadata: { deliveryId: 'd-2' } } as object });
		expect(await tickets.getComments(id)).toMatchObject([{ body: 'Hello' }, { body: 'More', author_id: ada.id, metadata: { custom: { deliveryId: 'd-2' } } }]);
		const audits = (await ticketaudits.list(id)) as unknown as AuditJson[];
		expect(audits.map(({ metadata }) => metadata.custom)).toEqual([{}, { deliveryId: 'd-2' }]);
	});

	test('the newest comment comes alone with its author', async () => {
		const { id } = await zendesk.createTicket({ requester_id: ada.id });
		await update(id, { comment: { body: 'Second', author_id: ada.id } });
		const { body } = await zendesk.api<{ comments: CommentJson[]; users: UserJson[] }>('GET', `/tickets/${id}/comments?sort=-created_at&page[size]=1&include=users`);
		expect(body.comments).toMatchObject([{ body: 'Second', plain_body: 'Second', author_id: ada.id, via: { channel: 'api' } }]);
		expect(body.users).toMatchObject([{ id: ada.id }]);
	});

	test('without author_id the API user is the author; submitter_id authors the first comment', async () => {
		const me = (await zendesk.api<{ user: UserJson }>('GET', '/users/me')).body.user;
		const { id } = await zendesk.createTicket({ submitter_id: ada.id });
		await update(id, { comment: { body: 'By nobody named' } });
		expect((await comments(id)).map(({ author_id: author }) => author)).toEqual([ada.id, me.id]);
	});

	test("without public a comment takes the first comment's value", async () => {
		for (const first of [true, false]) {
			const { id } = await zendesk.createTicket({ comment: { body: 'x', public: first } });
			await update(id, { comment: { body: 'explicit', public: !first } });
			await update(id, { comment: { body: 'inherited' } });
			expect((await comments(id)).map((comment) => comment.public)).toEqual([first, !first, first]);
		}
	});

	test('tags inside body are stripped, a lone < stays, line breaks stay', async () => {
		const { id } = await zendesk.createTicket({ comment: { body: 'I <3 <b>you</b>\n\n1 < 2 & 3 > 2' } });
		const [comment] = await comments(id);
		expect([comment.body, comment.plain_body]).toEqual(['I <3 you\n\n1 < 2 & 3 > 2', 'I <3 you\n\n1 < 2 & 3 > 2']);
		expect(comment.html_body).toBe('<div class="zd-comment" dir="auto"><p dir="auto">I &lt;3 you</p><p dir="auto">1 &lt; 2 &amp; 3 &gt; 2</p></div>');
	});

	test('line breaks in html_body collapse; its body is plain', async () => {
		const { id } = await zendesk.createTicket({ comment: { html_body: '<p>one\ntwo &amp; <b>three</b></p><p>four<br>five</p>', body: 'ignored' } });
		const [comment] = await comments(id);
		expect(comment.body).toBe('one two & three\n\nfour\nfive');
		expect(comment.html_body).toContain('<p>one two &amp; <b>three</b></p>');
	});

	test('a blank comment on an update is dropped without a word', async () => {
		const { id } = await zendesk.createTicket({});
		expect((await update(id, { comment: { body: '  ' } })).status).toBe(200);
		expect(await comments(id)).toHaveLength(1);
		expect(zendesk.lastRule).toContain('blank comment');
	});

	test('an author who does not exist is 422 and writes nothing', async () => {
		const { id } = await zendesk.createTicket({});
		expect((await update(id, { status: 'open', comment: { body: 'x', author_id: 1 } })).status).toBe(422);
		expect(await zendesk.truth(id)).toMatchObject({ ticket: { status: 'new' }, audits: [{}] });
	});

	test('an audit tells what changed, from what to what', async () => {
		const { id } = await zendesk.createTicket({ priority: 'low', tags: ['a'] });
		const { body } = await update(id, { priority: 'high', tags: ['b'], comment: { body: 'x' } });
		expect(body.audit.events).toMatchObject([
			{ type: 'Comment', body: 'x' },
			{ type: 'Change', field_name: 'priority', value: 'high', previous_value: 'low' },
			{ type: 'Change', field_name: 'tags', value: ['b'], previous_value: ['a'] },
		]);
		const one = await zendesk.api<{ audit: AuditJson }>('GET', `/tickets/${id}/audits/${body.audit.id}`);
		expect(one.body.audit).toEqual(body.audit);
	});

	test('an update that changes nothing leaves no audit and no new updated_at', async () => {
		const { id } = await zendesk.createTicket({ priority: 'low' });
		await zendesk.age(10);
		const before = await zendesk.truth(id);
		await update(id, { priority: 'low' });
		expect(await zendesk.truth(id)).toEqual(before);
	});
});
