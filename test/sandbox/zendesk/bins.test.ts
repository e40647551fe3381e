import { Zendesk, type TicketJson } from './helpers';

describe('deleted and suspended tickets', () => {
	let zendesk: Zendesk;

	beforeAll(async () => {
		zendesk = await Zendesk.start();
	});
	afterAll(async () => await zendesk.sandbox.close());
	beforeEach(async () => await zendesk.reset());

	const bin = async () => await zendesk.api<{ deleted_tickets: Array<{ id: number; previous_state: string }> }>('GET', '/deleted_tickets');

	test('a deleted ticket is 404 for every write until it is restored', async () => {
		const { id } = await zendesk.createTicket({ external_id: 'sms:1' });
		await zendesk.api('DELETE', `/tickets/${id}`);
		expect((await zendesk.api('PUT', `/tickets/${id}`, { ticket: { status: 'open' } })).status).toBe(404);
		expect((await bin()).body.deleted_tickets).toMatchObject([{ id, previous_state: 'new' }]);
		expect((await zendesk.api('PUT', `/deleted_tickets/${id}/restore`)).status).toBe(200);
		expect((await zendesk.api<{ tickets: TicketJson[] }>('GET', '/tickets?external_id=sms:1')).body.tickets).toMatchObject([{ id }]);
		expect((await zendesk.api('PUT', `/deleted_tickets/${id}/restore`)).status).toBe(404);
	});

	test('the bin has 30 days and 10 requests a minute', async () => {
		const { id } = await zendesk.createTicket({});
		await zendesk.api('DELETE', `/tickets/${id}`);
		for (let turn = 0; turn < 10; turn++) expect((await bin()).status).toBe(200);
		expect((await bin()).status).toBe(429);
		await zendesk.age(30 * 24 * 3600);
		await zendesk.logIn();
		expect((await bin()).body.deleted_tickets).toEqual([]);
	});

	test('deleted for good by a job', async () => {
		const { id } = await zendesk.createTicket({});
		await zendesk.api('DELETE', `/tickets/${id}`);
		expect((await zendesk.api<{ job_status: { status: string } }>('DELETE', `/deleted_tickets/${id}`)).body.job_status.status).toBe('queued');
		await zendesk.age(10);
		expect((await bin()).body.deleted_tickets).toEqual([]);
		expect((await zendesk.control('GET', `/zendesk/tickets/${id}`)).status).toBe(404);
	});

	test('node-zendesk recovers and deletes suspended tickets; recovered ones are tickets by e-mail', async () => {
		const suspend = async (email: string) => (await zendesk.control<{ id: number }>('POST', '/zendesk/suspended-tickets', { name: 'Sam', email, subject: 'Hello', text: 'Is this spam?' })).body.id;
		const first = await suspend('sam@example.com');
		const second = await suspend('spam@example.com');
		const { suspendedtickets } = zendesk.client();
		expect(await suspendedtickets.list()).toMatchObject([{ id: first, cause: 'Detected as spam' }, { id: second }]);
		await suspendedtickets.recover(first);
		await suspendedtickets.delete(second);
		expect(await suspendedtickets.list()).toEqual([]);
		const { tickets } = (await zendesk.control<{ tickets: TicketJson[] }>('GET', '/zendesk/tickets')).body;
		expect(tickets).toMatchObject([{ subject: 'Hello', via: { channel: 'email' }, description: 'Is this spam?' }]);
	});
});
