import { Zendesk, type TicketAnswer, type TicketJson, type UserJson } from './helpers';

describe('tickets: create, read, list', () => {
	let zendesk: Zendesk;
	let ada: UserJson;

	beforeAll(async () => {
		zendesk = await Zendesk.start();
	});
	afterAll(async () => await zendesk.sandbox.close());
	beforeEach(async () => {
		await zendesk.reset();
		ada = await zendesk.createUser({ name: 'Ada Lovelace', external_id: 'cust-1' });
	});

	const create = async <Body = TicketAnswer>(ticket: object) => await zendesk.api<Body>('POST', '/tickets', { ticket });
	const refusal = async (ticket: object) => (await zendesk.api('POST', '/tickets', { ticket })).body;
	const user = async (id: number) => (await zendesk.api<{ user: UserJson }>('GET', `/users/${id}`)).body.user;

	test('node-zendesk creates, shows, lists, finds and deletes tickets', async () => {
		const { tickets } = zendesk.client();
		const made = (await tickets.create({
			ticket: { subject: 'SMS from Ada', comment: { body: 'Help' }, requester_id: ada.id, external_id: 'sms:cust-1:1', priority: 'normal', type: 'problem', tags: ['sms'] },
		})).result as unknown as TicketJson;
		expect(made).toMatchObject({
			id: 1001, subject: 'SMS from Ada', description: 'Help', status: 'new', priority: 'normal', type: 'problem', tags: ['sms'],
			external_id: 'sms:cust-1:1', requester_id: ada.id, via: { channel: 'api' },
		});
		await tickets.create({ ticket: { comment: { body: 'Another' } } });
		expect((await tickets.show(1001)).result).toMatchObject({ id: 1001 });
		expect(await tickets.list()).toMatchObject([{ id: 1001 }, { id: 1002 }]);
		expect(await tickets.listWithFilter('external_id', 'sms:cust-1:1')).toMatchObject([{ id: 1001 }]);
		expect((await tickets.showMany([1001, 1002])).result).toMatchObject([{ id: 1001 }, { id: 1002 }]);
		expect(await tickets.listByUserRequested(ada.id)).toMatchObject([{ id: 1001 }]);
		await tickets.delete(1001);
		await expect(tickets.show(1001)).rejects.toMatchObject({ statusCode: 404 });
	});

	test('the answer holds ticket and audit, the log a plain line with the customer', async () => {
		const { status, body } = await create({ comment: { body: 'Help', author_id: ada.id }, requester_id: ada.id, metadata: { deliveryId: 'd-1' } });
		expect(status).toBe(201);
		expect(body.audit).toMatchObject({ metadata: { custom: { deliveryId: 'd-1' } }, events: expect.arrayContaining([expect.objectContaining({ type: 'Comment', body: 'Help' })]) });
		expect(zendesk.events.at(-1)).toMatchObject({ summary: 'ticket 1001 opened for Ada Lovelace', customer: 'cust-1', kind: 'request' });
	});

	test.each([{}, { comment: {} }, { comment: { body: ' \n ' } }, { comment: { html_body: '<p> </p>' } }])('%j has no first comment: 422 BlankValue', async (ticket) => {
		expect(await refusal({ subject: 'x', ...ticket })).toEqual({
			error: 'RecordInvalid',
			description: 'Record validation errors',
			details: { base: [{ description: 'Description: cannot be blank', error: 'BlankValue' }] },
		});
	});

	test('description works instead of a comment', async () => {
		expect((await create({ description: 'Help' })).body.ticket.description).toBe('Help');
	});

	test.each([['status', 'solvd'], ['priority', 'huge'], ['type', 'praise'], ['group_id', 1], ['brand_id', 1], ['ticket_form_id', 1]])('%s %s is refused with 422', async (field, value) => {
		const { error, details } = await refusal({ comment: { body: 'x' }, [field]: value });
		expect([error, Object.values(details)[0][0].error]).toEqual(['RecordInvalid', 'InvalidValue']);
	});

	test('a date field wants a date, not a time', async () => {
		const { ticket_fields: fields } = (await zendesk.api<{ ticket_fields: Array<{ id: number; type: string }> }>('GET', '/ticket_fields')).body;
		const id = fields.find(({ type }) => type === 'date')?.id;
		const bad = await refusal({ comment: { body: 'x' }, custom_fields: [{ id, value: '2026-01-02T00:00:00Z' }] });
		expect(bad.details.base[0].error).toBe('InvalidValue');
		const good = await create<{ ticket: { custom_fields: object[] } }>({ comment: { body: 'x' }, custom_fields: [{ id, value: '2026-01-02' }] });
		expect(good.body.ticket.custom_fields).toContainEqual({ id, value: '2026-01-02' });
	});

	describe('who asks', () => {
		test('requester_id wins over requester', async () => {
			const { body } = await create({ comment: { body: 'x' }, requester_id: ada.id, requester: { name: 'Eve', email: 'eve@example.com' } });
			expect(body.ticket.requester_id).toBe(ada.id);
		});

		test('a known address: that user, unchanged', async () => {
			const bob = await zendesk.createUser({ name: 'Bob', email: 'bob@example.com' });
			const { body } = await create({ comment: { body: 'x' }, requester: { name: 'Robert', email: 'BOB@example.com', user_fields: { braze_external_id: 'b' } } });
			expect(body.ticket.requester_id).toBe(bob.id);
			expect(await user(bob.id)).toMatchObject({ name: 'Bob', user_fields: { braze_external_id: null } });
		});

		test('an unknown address with a name: a new end user, with user fields', async () => {
			const { body } = await create({ comment: { body: 'x' }, requester: { name: 'Eve', email: 'eve@example.com', user_fields: { braze_external_id: 'e-1' } } });
			expect(await user(body.ticket.requester_id)).toMatchObject({ name: 'Eve', email: 'eve@example.com', role: 'end-user', user_fields: { braze_external_id: 'e-1' } });
		});

		test.each([{ email: 'eve@example.com' }, { name: '', email: 'eve@example.com' }, {}])('%j lacks a name: 422', async (requester) => {
			const { details } = await refusal({ comment: { body: 'x' }, requester });
			expect(details.requester[0].description).toBe('Requester: Name: is too short (minimum is 1 character)');
		});

		test('only a name: a new user without identities each time', async () => {
			const ids = [];
			for (let turn = 0; turn < 2; turn++) ids.push((await create({ comment: { body: 'x' }, requester: { name: 'Eve' } })).body.ticket.requester_id);
			expect(ids[0]).not.toBe(ids[1]);
			expect(zendesk.events.at(-1)?.rule).toMatchObject({ certainty: 'unconfirmed' });
		});

		test('nobody named: the authenticated user; a suspended or missing one: 422', async () => {
			const me = (await zendesk.api<{ user: UserJson }>('GET', '/users/me')).body.user;
			expect((await create({ comment: { body: 'x' } })).body.ticket.requester_id).toBe(me.id);
			await zendesk.api('PUT', `/users/${ada.id}`, { user: { suspended: true } });
			expect(Object.keys((await refusal({ comment: { body: 'x' }, requester_id: ada.id })).details)).toEqual(['requester']);
			expect(Object.keys((await refusal({ comment: { body: 'x' }, requester_id: 1 })).details)).toEqual(['requester']);
		});
	});

	test('a new ticket with an assignee is open; the assignee must be staff', async () => {
		const { users } = (await zendesk.api<{ users: UserJson[] }>('GET', '/users?role=agent')).body;
		expect((await create({ comment: { body: 'x' }, assignee_id: users[0].id })).body.ticket.status).toBe('open');
		expect(Object.keys((await refusal({ comment: { body: 'x' }, assignee_id: ada.id })).details)).toEqual(['assignee']);
	});

	test('pick lists', async () => {
		for (const path of ['groups', 'brands', 'ticket_forms']) {
			const { body } = await zendesk.api<Record<string, Array<{ id: number; name: string }>>>('GET', `/${path}`);
			expect(body[path]).toHaveLength(2);
			expect(body[path][0]).toEqual(expect.objectContaining({ id: expect.any(Number), name: expect.any(String) }));
		}
		expect(await zendesk.client().groups.list()).toHaveLength(2);
		expect(await zendesk.client().ticketfields.list()).toHaveLength(9);
	});
});
