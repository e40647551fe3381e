import { Zendesk, type UserJson } from './helpers';

describe('users', () => {
	let zendesk: Zendesk;
	const limits = { userUpdatesPerSecond: 1000, searchLagMs: 0 };

	beforeAll(async () => {
		zendesk = await Zendesk.start();
	});
	afterAll(async () => await zendesk.sandbox.close());
	beforeEach(async () => {
		await zendesk.reset();
		await zendesk.control('POST', '/zendesk/limits', limits);
	});

	const upsert = async (user: object) => await zendesk.api<{ user: UserJson }>('POST', '/users/create_or_update', { user });

	test('node-zendesk creates, shows, updates, searches and lists users', async () => {
		const { users } = zendesk.client();
		const created = (await users.create({ user: { name: 'Ada', external_id: 'cust-1', email: 'ada@example.com' } })).result as unknown as UserJson;
		expect(created).toMatchObject({ name: 'Ada', external_id: 'cust-1', email: 'ada@example.com' });
		expect((await users.show(created.id)).result).toMatchObject({ id: created.id });
		expect((await users.update(created.id, { user: { name: 'Ada L.' } })).result).toMatchObject({ name: 'Ada L.' });
		expect(await users.search({ external_id: 'cust-1' })).toMatchObject([{ id: created.id }]);
		expect(await users.search({ query: 'email:ada@example.com' })).toMatchObject([{ id: created.id }]);
		expect((await users.showMany([created.id])).result).toMatchObject([{ id: created.id }]);
		expect((await users.me()).result).toMatchObject({ role: 'admin' });
		expect((await users.createOrUpdate({ user: { external_id: 'CUST-1', name: 'Ada' } })).result).toMatchObject({ id: created.id });
		const names = ((await users.list()) as Array<{ name: string }>).map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining(['Ada', 'Nora Lindqvist', 'Tomás Herrera', 'Edith Email']));
		const tickets = await zendesk.client().tickets.listByUserRequested(created.id);
		expect(tickets).toEqual([]);
	});

	test('a name is required', async () => {
		for (const user of [{ email: 'x@example.com' }, { name: '  ' }]) {
			const { status, body } = await zendesk.api('POST', '/users', { user });
			expect([status, body.error]).toEqual([422, 'RecordInvalid']);
			expect(body.details.name[0].description).toContain('too short');
		}
	});

	test('external_id and e-mail address are unique without regard to case', async () => {
		await zendesk.createUser({ name: 'Ada', external_id: 'cust-1', email: 'ada@example.com' });
		const other = await zendesk.createUser({ name: 'Bob' });
		const byId = await zendesk.api('POST', '/users', { user: { name: 'Eve', external_id: 'Cust-1' } });
		expect([byId.status, Object.keys(byId.body.details)]).toEqual([422, ['external_id']]);
		const byEmail = await zendesk.api('PUT', `/users/${other.id}`, { user: { email: 'ADA@example.com' } });
		expect([byEmail.status, Object.keys(byEmail.body.details)]).toEqual([422, ['email']]);
	});

	test('user fields are written by key; a key that does not exist is dropped in silence', async () => {
		const user = await zendesk.createUser({ name: 'Ada', user_fields: { braze_external_id: 'cust-1', nope: 'x' } });
		expect(user.user_fields).toEqual({ braze_external_id: 'cust-1' });
		expect(zendesk.lastRule).toContain('ignored without a word');
		expect((await zendesk.createUser({ name: 'Bob' })).user_fields).toEqual({ braze_external_id: null });
		await zendesk.api('POST', '/user_fields', { user_field: { title: 'Nope', key: 'nope' } });
		expect((await zendesk.api<{ user: UserJson }>('GET', `/users/${user.id}`)).body.user.user_fields.nope).toBeNull();
	});

	test('node-zendesk makes a user field; the key is unique', async () => {
		const { userfields } = zendesk.client();
		const made = await userfields.create({ user_field: { type: 'text', title: 'Tier', key: 'tier' } });
		expect(made.result).toMatchObject({ key: 'tier', type: 'text' });
		expect(((await userfields.list()) as Array<{ key: string }>).map(({ key }) => key)).toEqual(['braze_external_id', 'tier']);
		const again = await zendesk.api('POST', '/user_fields', { user_field: { title: 'Tier', key: 'tier' } });
		expect([again.status, Object.keys(again.body.details)]).toEqual([422, ['key']]);
	});

	describe('create_or_update', () => {
		test('matches external_id without regard to case and keeps the case sent: 201, then 200', async () => {
			const first = await upsert({ name: 'Ada', external_id: 'cust-1' });
			const second = await upsert({ external_id: 'CUST-1', user_fields: { braze_external_id: 'cust-1' } });
			expect([first.status, second.status]).toEqual([201, 200]);
			expect(second.body.user).toMatchObject({ id: first.body.user.id, external_id: 'CUST-1', name: 'Ada', user_fields: { braze_external_id: 'cust-1' } });
		});

		test('matches by e-mail address; another address becomes a secondary identity', async () => {
			const first = await upsert({ name: 'Ada', email: 'ada@example.com' });
			const second = await upsert({ email: 'Ada@Example.com', external_id: 'cust-1' });
			expect(second.body.user.id).toBe(first.body.user.id);
			const third = await upsert({ external_id: 'cust-1', email: 'ada@work.example.com' });
			expect(third.body.user.email).toBe('ada@example.com');
			const identities = await zendesk.client().useridentities.list(first.body.user.id);
			expect(identities).toMatchObject([
				{ value: 'ada@example.com', primary: true },
				{ value: 'ada@work.example.com', primary: false },
			]);
		});

		test('the phone is no match key', async () => {
			const first = await upsert({ name: 'Ada', phone: '+15550001' });
			const second = await upsert({ name: 'Ada', phone: '+15550001' });
			expect([second.status, second.body.user.id === first.body.user.id]).toEqual([201, false]);
		});

		test('five updates a minute for one user, one a second for the account', async () => {
			await upsert({ name: 'Ada', external_id: 'cust-1' });
			const statuses: number[] = [];
			for (let turn = 0; turn < 6; turn++) statuses.push((await upsert({ external_id: 'cust-1' })).status);
			expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
			await zendesk.age(60);
			expect((await upsert({ external_id: 'cust-1' })).status).toBe(200);
			await zendesk.control('POST', '/zendesk/limits', { userUpdatesPerSecond: 1 });
			await upsert({ name: 'Bob', external_id: 'cust-2' });
			const hurried = await upsert({ name: 'Eve', external_id: 'cust-3' });
			expect([hurried.status, hurried.headers.get('retry-after')]).toEqual([429, '1']);
		});
	});

	describe('phones and identities', () => {
		test('a number that nobody has is a direct line, the same number again is shared and no identity', async () => {
			const first = await zendesk.createUser({ name: 'Ada', phone: '+1 (555) 000-1' });
			const second = await zendesk.createUser({ name: 'Bob', phone: '+15550001' });
			expect([first.shared_phone_number, second.shared_phone_number]).toEqual([false, true]);
			const { useridentities } = zendesk.client();
			expect(await useridentities.list(first.id)).toMatchObject([{ type: 'phone_number', value: '+1 (555) 000-1' }]);
			expect(await useridentities.list(second.id)).toEqual([]);
		});

		test('node-zendesk adds an identity; a taken one is 422', async () => {
			const ada = await zendesk.createUser({ name: 'Ada' });
			const bob = await zendesk.createUser({ name: 'Bob' });
			const { useridentities } = zendesk.client();
			const made = await useridentities.create(ada.id, { type: 'phone_number', value: '+15550001' });
			expect(made.result).toMatchObject({ type: 'phone_number', value: '+15550001', user_id: ada.id });
			expect((await zendesk.api<{ user: UserJson }>('GET', `/users/${ada.id}`)).body.user.phone).toBe('+15550001');
			const taken = await zendesk.api('POST', `/users/${bob.id}/identities`, { identity: { type: 'phone_number', value: '+15550001' } });
			expect(taken.status).toBe(422);
		});

		test('phone: finds users by identity and by shared number', async () => {
			const ada = await zendesk.createUser({ name: 'Ada', phone: '+15550001' });
			const bob = await zendesk.createUser({ name: 'Bob', phone: '+15550001' });
			await zendesk.createUser({ name: 'Eve', phone: '+15559999' });
			const found = await zendesk.api<{ users: UserJson[] }>('GET', `/users/search?query=${encodeURIComponent('phone:+15550001')}`);
			expect(found.body.users.map(({ id }) => id)).toEqual([ada.id, bob.id]);
		});
	});

	test('external_id look-up does not lag, search does', async () => {
		await zendesk.control('POST', '/zendesk/limits', { searchLagMs: 60_000 });
		const ada = await zendesk.createUser({ name: 'Ada', external_id: 'cust-1', email: 'ada@example.com' });
		const exact = await zendesk.api<{ users: UserJson[] }>('GET', '/users/search?external_id=cust-1');
		expect(exact.body.users).toMatchObject([{ id: ada.id }]);
		const search = async () => (await zendesk.api<{ users: UserJson[] }>('GET', '/users/search?query=email:ada@example.com')).body.users;
		expect(await search()).toEqual([]);
		await zendesk.age(60);
		expect(await search()).toMatchObject([{ id: ada.id }]);
	});

	test('show_many takes external ids', async () => {
		await zendesk.createUser({ name: 'Ada', external_id: 'cust-1' });
		await zendesk.createUser({ name: 'Bob', external_id: 'cust-2' });
		const { body } = await zendesk.api<{ users: UserJson[] }>('GET', '/users/show_many?external_ids=cust-2,cust-9');
		expect(body.users.map(({ name }) => name)).toEqual(['Bob']);
	});
});
