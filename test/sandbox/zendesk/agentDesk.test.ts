import { Zendesk, type UserJson } from './helpers';

describe('the agent desk', () => {
	let zendesk: Zendesk;
	let id: number;

	beforeAll(async () => {
		zendesk = await Zendesk.start();
	});
	afterAll(async () => await zendesk.sandbox.close());
	beforeEach(async () => {
		await zendesk.reset();
		const ada = await zendesk.createUser({ name: 'Ada', external_id: 'cust-1' });
		({ id } = await zendesk.createTicket({ requester_id: ada.id }));
	});

	const reply = async (body: object) => await zendesk.control<{ commentId: string; error: string }>('POST', `/agent/${id}/replies`, body);
	const setStatus = async (status: string) => await zendesk.control('POST', `/agent/${id}/status`, { status });

	test('a reply is a public comment of a person, never through the API, and takes the ticket', async () => {
		const { status, body } = await reply({ text: 'Hello' });
		const { ticket, comments, audits } = await zendesk.truth(id);
		expect(status).toBe(201);
		expect(comments[1]).toMatchObject({ id: Number(body.commentId), public: true, body: 'Hello', via: { channel: 'web' } });
		const agent = (await zendesk.api<{ user: UserJson }>('GET', `/users/${comments[1].author_id}`)).body.user;
		expect(agent.name).toBe('Nora Lindqvist');
		expect(ticket).toMatchObject({ status: 'open', assignee_id: agent.id });
		expect(audits).toHaveLength(2);
		expect(zendesk.events.find(({ kind }) => kind === 'agent')).toMatchObject({ summary: `Nora Lindqvist answers on ticket ${id}: Hello`, customer: 'cust-1' });
	});

	test('an internal note and a status go along', async () => {
		await reply({ text: 'Careful', public: false });
		await reply({ html: '<p>Bye</p>', status: 'solved' });
		const { ticket, comments } = await zendesk.truth(id);
		expect([comments[1].public, comments[2].public, ticket.status]).toEqual([false, true, 'solved']);
	});

	test('plain text becomes rich text as in an editor', async () => {
		await reply({ text: 'a  b\n c & <d> "e"\n\nsee "https://x.example/?a=1&b=2". ok' });
		const { comments } = await zendesk.truth(id);
		expect(comments[1].html_body).toBe(
			'<div class="zd-comment" dir="auto"><p dir="auto">a&nbsp; b<br>&nbsp;c &amp; &lt;d&gt; &quot;e&quot;</p>' +
				'<p dir="auto">see &quot;<a href="https://x.example/?a=1&amp;b=2" rel="noopener noreferrer" target="_blank">https://x.example/?a=1&amp;b=2</a>&quot;. ok</p></div>',
		);
		expect(comments[1].plain_body).toBe('a  b\n c & <d> "e"\n\nsee "https://x.example/?a=1&b=2". ok');
	});

	test.each([{}, { text: ' ' }, { text: 'a', html: 'b' }])('%j is refused with 400', async (body) => {
		expect((await reply(body)).status).toBe(400);
		expect((await zendesk.truth(id)).comments).toHaveLength(1);
	});

	test('statuses, closing, and nothing after it', async () => {
		await setStatus('pending');
		expect((await zendesk.truth(id)).ticket.status).toBe('pending');
		expect((await setStatus('unknown')).status).toBe(400);
		await setStatus('closed');
		expect((await zendesk.truth(id)).ticket.status).toBe('closed');
		expect([(await reply({ text: 'x' })).status, (await setStatus('open')).status]).toEqual([409, 409]);
		expect((await zendesk.control('POST', '/agent/9999/replies', { text: 'x' })).status).toBe(404);
	});

	test('an e-mail ticket comes from its requester, not from us', async () => {
		const edith = (await zendesk.control<{ users: UserJson[] }>('GET', '/zendesk/users')).body.users.find(({ name }) => name === 'Edith Email');
		const made = await zendesk.control<{ ticketId: number }>('POST', '/agent/email-tickets', { requesterId: edith?.id, subject: 'Invoice', text: 'Where is it?' });
		expect(made.status).toBe(201);
		expect(await zendesk.truth(made.body.ticketId)).toMatchObject({
			ticket: { subject: 'Invoice', external_id: null, requester_id: edith?.id, via: { channel: 'email' } },
			comments: [{ author_id: edith?.id, public: true, body: 'Where is it?' }],
		});
	});

	test('the truth is told without auth, filtered', async () => {
		await zendesk.createTicket({ external_id: 'sms:cust-2:1' });
		const all = (query: string) => zendesk.control<{ tickets: object[] }>('GET', `/zendesk/tickets${query}`);
		expect((await all('?external_id=sms:cust-2:1')).body.tickets).toHaveLength(1);
		expect((await all('')).body.tickets).toHaveLength(2);
		expect((await zendesk.control<{ users: object[] }>('GET', '/zendesk/users?external_id=cust-1')).body.users).toHaveLength(1);
		expect((await zendesk.control<{ webhooks: object[] }>('GET', '/zendesk/webhooks')).body.webhooks).toMatchObject([
			{ name: 'Warehouse export (other team)', secret: expect.any(String), invocations: [] },
		]);
	});
});
