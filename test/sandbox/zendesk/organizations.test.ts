import { Zendesk, type UserJson } from './helpers';

interface OrganizationJson {
	id: number;
	name: string;
	external_id: string | null;
	tags: string[];
}

type Answered = { organization: OrganizationJson };

describe('organizations', () => {
	let zendesk: Zendesk;

	beforeAll(async () => {
		zendesk = await Zendesk.start();
	});
	afterAll(async () => await zendesk.sandbox.close());
	beforeEach(async () => await zendesk.reset());

	const post = async (organization: object, path = '') => await zendesk.api<Answered>('POST', `/organizations${path}`, { organization });

	test('create_or_update matches id or external_id: 201, then 200', async () => {
		const first = await post({ name: 'Acme', external_id: 'a-1' }, '/create_or_update');
		const byExternal = await post({ external_id: 'A-1', name: 'Acme Ltd', tags: ['x'] }, '/create_or_update');
		const byId = await post({ id: first.body.organization.id, notes: 'n' }, '/create_or_update');
		expect([first.status, byExternal.status, byId.status]).toEqual([201, 200, 200]);
		expect(byId.body.organization).toMatchObject({ id: first.body.organization.id, name: 'Acme Ltd', tags: ['x'], notes: 'n' });
	});

	test('a name is needed and unique, external ids too', async () => {
		await post({ name: 'Acme', external_id: 'a-1' });
		for (const wrong of [{}, { name: 'ACME' }, { name: 'Other', external_id: 'A-1' }]) expect((await post(wrong)).status).toBe(422);
	});

	test('found by external id at once, by name prefix, in search after the lag', async () => {
		const { id } = (await post({ name: 'Acme', external_id: 'a-1' })).body.organization;
		const ids = async (path: string) => (await zendesk.api<{ organizations: OrganizationJson[] }>('GET', path)).body.organizations.map((each) => each.id);
		expect(await ids('/organizations/search?external_id=a-1')).toEqual([id]);
		expect(await ids('/organizations/search?name=acme')).toEqual([id]);
		expect(await ids('/organizations/autocomplete?name=ac')).toEqual([id]);
		expect(await ids('/organizations/show_many?external_ids=a-1,org-1')).toHaveLength(2);
		const search = async () => (await zendesk.api<{ results: object[] }>('GET', '/search?query=type:organization acme')).body.results;
		expect(await search()).toEqual([]);
		await zendesk.age(60);
		expect(await search()).toMatchObject([{ id, result_type: 'organization' }]);
	});

	test('members: the first one is the default and stands on user and ticket; gone with the organization', async () => {
		const { id } = (await post({ name: 'Acme' })).body.organization;
		const ada = await zendesk.createUser({ name: 'Ada' });
		const made = await zendesk.api<{ organization_membership: object }>('POST', '/organization_memberships', { organization_membership: { user_id: ada.id, organization_id: id } });
		expect([made.status, made.body.organization_membership]).toEqual([201, expect.objectContaining({ default: true, organization_name: 'Acme' })]);
		expect((await zendesk.api('POST', `/users/${ada.id}/organization_memberships`, { organization_membership: { organization_id: id } })).status).toBe(422);
		const ticket = await zendesk.createTicket({ requester_id: ada.id });
		const related = await zendesk.api<{ organization_related: object }>('GET', `/organizations/${id}/related`);
		expect(related.body.organization_related).toEqual({ tickets_count: 1, users_count: 1 });
		expect((await zendesk.api('DELETE', `/organizations/${id}`)).status).toBe(204);
		expect((await zendesk.api<{ user: UserJson }>('GET', `/users/${ada.id}`)).body.user).toMatchObject({ organization_id: null });
		expect((await zendesk.truth(ticket.id)).ticket).toMatchObject({ organization_id: null });
		expect((await zendesk.api<{ organization_memberships: object[] }>('GET', '/organization_memberships')).body.organization_memberships).toEqual([]);
	});

	test('a ticket or user of an organization that is none is refused', async () => {
		expect((await zendesk.api('POST', '/tickets', { ticket: { comment: { body: 'x' }, organization_id: 1 } })).status).toBe(422);
		expect((await zendesk.api('POST', '/users', { user: { name: 'Ada', organization_id: 1 } })).status).toBe(422);
	});
});
