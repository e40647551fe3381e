import { Zendesk, type UserJson } from './helpers';

type Deleted = UserJson & { active: boolean };

describe('users that go', () => {
	let zendesk: Zendesk;

	beforeAll(async () => {
		zendesk = await Zendesk.start();
	});
	afterAll(async () => await zendesk.sandbox.close());
	beforeEach(async () => {
		await zendesk.reset();
		await zendesk.control('POST', '/zendesk/limits', { searchLagMs: 0, userUpdatesPerSecond: 1000 });
	});

	const remove = async (id: number) => await zendesk.api<{ user: Deleted }>('DELETE', `/users/${id}`);

	test('a deleted user is read by id only, and what named them is free again', async () => {
		const ada = await zendesk.createUser({ name: 'Ada', external_id: 'cust-1', email: 'ada@example.com', phone: '+12025550142' });
		expect((await remove(ada.id)).body.user).toMatchObject({ id: ada.id, active: false, external_id: null, email: null });
		expect((await zendesk.api<{ user: Deleted }>('GET', `/users/${ada.id}`)).body.user.active).toBe(false);
		for (const path of ['/users/search?external_id=cust-1', '/users/search?query=Ada', `/users/show_many?ids=${ada.id}`, '/users?external_id=cust-1']) {
			expect((await zendesk.api<{ users: object[] }>('GET', path)).body.users).toEqual([]);
		}
		expect((await zendesk.createUser({ name: 'Ada again', external_id: 'cust-1', email: 'ada@example.com' })).id).not.toBe(ada.id);
		expect((await zendesk.api<{ deleted_users: object[] }>('GET', '/deleted_users')).body.deleted_users).toMatchObject([{ id: ada.id }]);
	});

	test('not while a ticket of theirs is open', async () => {
		const ada = await zendesk.createUser({ name: 'Ada' });
		const { id } = await zendesk.createTicket({ requester_id: ada.id });
		expect((await remove(ada.id)).status).toBe(422);
		await zendesk.api('PUT', `/tickets/${id}`, { ticket: { status: 'closed' } });
		expect((await remove(ada.id)).status).toBe(200);
		expect((await zendesk.api('POST', '/tickets', { ticket: { comment: { body: 'x' }, requester_id: ada.id } })).status).toBe(422);
	});

	test('a suspended user is refused as requester and as author, and is let in again', async () => {
		const ada = await zendesk.createUser({ name: 'Ada' });
		const { id } = await zendesk.createTicket({ requester_id: ada.id });
		const set = async (suspended: boolean) => await zendesk.api('PUT', `/users/${ada.id}`, { user: { suspended } });
		const write = async () => (await zendesk.api('PUT', `/tickets/${id}`, { ticket: { comment: { body: 'x', author_id: ada.id } } })).status;
		await set(true);
		expect([await write(), (await zendesk.api('POST', '/tickets', { ticket: { comment: { body: 'x' }, requester_id: ada.id } })).status]).toEqual([422, 422]);
		await set(false);
		expect(await write()).toBe(200);
	});

	test('merged: tickets and identities go to the one that stays', async () => {
		const from = await zendesk.createUser({ name: 'Ada 2', phone: '+12025550142', external_id: 'cust-1' });
		const into = await zendesk.createUser({ name: 'Ada', email: 'ada@example.com' });
		const { id } = await zendesk.createTicket({ requester_id: from.id });
		await zendesk.client().users.merge(from.id, into.id);
		expect((await zendesk.truth(id)).ticket.requester_id).toBe(into.id);
		const identities = await zendesk.client().useridentities.list(into.id);
		expect(identities).toMatchObject([{ value: '+12025550142', primary: false }, { value: 'ada@example.com', primary: true }]);
		expect((await zendesk.api<{ users: UserJson[] }>('GET', '/users/search?external_id=cust-1')).body.users).toMatchObject([{ id: into.id }]);
	});

	test('an agent keeps one address; identities are changed and verified', async () => {
		const [nora] = (await zendesk.api<{ users: UserJson[] }>('GET', '/users?role[]=agent')).body.users;
		const [address] = (await zendesk.api<{ identities: Array<{ id: number }> }>('GET', `/users/${nora.id}/identities`)).body.identities;
		expect((await zendesk.api('DELETE', `/users/${nora.id}/identities/${address.id}`)).status).toBe(422);
		const ada = await zendesk.createUser({ name: 'Ada', phone: '+12025550142' });
		const { useridentities } = zendesk.client();
		const [phone] = (await useridentities.list(ada.id)) as unknown as Array<{ id: number }>;
		await useridentities.update(ada.id, phone.id, { identity: { value: '+12025550143', verified: false } });
		expect((await useridentities.show(ada.id, phone.id)).result).toMatchObject({ value: '+12025550143', verified: false });
		expect((await zendesk.api<{ user: UserJson }>('GET', `/users/${ada.id}`)).body.user.phone).toBe('+12025550143');
		await useridentities.verify(ada.id, phone.id);
		expect((await useridentities.show(ada.id, phone.id)).result).toMatchObject({ verified: true });
		const taken = await zendesk.api('PUT', `/users/${ada.id}/identities/${phone.id}`, { identity: { value: 'x' } });
		expect(taken.status).toBe(200);
	});

	test('autocomplete, related, counts and tags', async () => {
		const ada = await zendesk.createUser({ name: 'Ada Lovelace' });
		await zendesk.createTicket({ requester_id: ada.id });
		expect((await zendesk.api<{ users: UserJson[] }>('GET', '/users/autocomplete?name=lov')).body.users).toMatchObject([{ id: ada.id }]);
		expect((await zendesk.api('GET', '/users/autocomplete?name=l')).status).toBe(400);
		expect((await zendesk.api<{ user_related: object }>('GET', `/users/${ada.id}/related`)).body.user_related).toMatchObject({ requested_tickets: 1, assigned_tickets: 0 });
		const count = async (query: string) => (await zendesk.api<{ count: { value: number } }>('GET', `/users/count${query}`)).body.count.value;
		expect([await count(''), await count('?role[]=agent&role[]=admin')]).toEqual([5, 3]);
	});
});
