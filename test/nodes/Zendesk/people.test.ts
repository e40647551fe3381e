import { closedNetwork } from '../../support/network';
import { waits } from '../../support/quickSleep';
import { api, CONTINUE, oneOf, runZendesk } from './zendesk';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const mapped = (value: Record<string, unknown>) => ({ mappingMode: 'defineBelow', value, schema: [] }) as never;
const user = (more: object = {}) => ({ user: { id: 901, name: 'Ada', ...more } });

describe('User', () => {
	it('Create: all the fields of the form, no mail by accident', async () => {
		api()
			.post('/api/v2/users', {
				user: {
					name: 'Ada', email: 'ada@x.test', external_id: 'cust-42', phone: '+15551234567', shared_phone_number: true, role: 'end-user', organization_id: 5, locale: 'fr', time_zone: 'Paris',
					details: 'd', notes: 'n', tags: ['a', 'b'], verified: true, skip_verify_email: true, user_fields: { braze_external_id: 'cust-42' },
				},
			})
			.reply(201, user());
		const more = { email: 'ada@x.test', externalId: 'cust-42', phone: '+15551234567', sharedPhoneNumber: true, role: 'end-user', organizationId: { __rl: true, mode: 'id', value: '5' }, locale: 'fr', timeZone: 'Paris', details: 'd', notes: 'n', tags: 'a,b', verified: true };
		expect(await oneOf({ resource: 'user', operation: 'create', name: 'Ada', userFields: mapped({ braze_external_id: 'cust-42' }), more })).toMatchObject({ id: 901 });
	});

	it('Create is not repeated after a lost answer; one who exists is refused by Zendesk', async () => {
		api().post('/api/v2/users').reply(500);
		expect(await oneOf({ resource: 'user', operation: 'create', name: 'Ada' })).toMatchObject({ error: { class: 'unknownOutcome' } });
		api().post('/api/v2/users').reply(422, { error: 'RecordInvalid', description: 'Record validation errors', details: { email: [{ description: 'Email: ada@x.test is already being used by another user' }] } });
		expect(await oneOf({ resource: 'user', operation: 'create', name: 'Ada' })).toMatchObject({ error: { class: 'invalidInput', message: expect.stringContaining('already being used') } });
	});

	it('Create or Update says which it was, and needs a key to match by', async () => {
		const call = () => api().post('/api/v2/users/create_or_update', { user: { name: 'Ada', external_id: 'cust-42', skip_verify_email: true } });
		call().reply(201, user());
		expect(await oneOf({ resource: 'user', operation: 'createOrUpdate', name: 'Ada', more: { externalId: 'cust-42' } })).toMatchObject({ id: 901, created: true });
		call().reply(200, user());
		expect(await oneOf({ resource: 'user', operation: 'createOrUpdate', name: 'Ada', more: { externalId: 'cust-42' } })).toMatchObject({ created: false });
		expect(await oneOf({ resource: 'user', operation: 'createOrUpdate', name: 'Ada', more: { phone: '+15551234567' } })).toMatchObject({ error: { class: 'invalidInput', message: expect.stringMatching(/^External ID: /) } });
	});

	it('Create or Update waits where Zendesk takes five a minute, and then names that limit', async () => {
		const call = () => api().post('/api/v2/users/create_or_update');
		call().reply(429, {}, { 'Retry-After': '12' });
		call().reply(200, user());
		expect(await oneOf({ resource: 'user', operation: 'createOrUpdate', more: { externalId: 'x' } })).toMatchObject({ id: 901 });
		expect(waits).toContain(12_000);
		call().reply(429, {}, { 'Retry-After': '900', 'Zendesk-RateLimit-users-update': 'total=5; remaining=0; resets=900' });
		expect(await oneOf({ resource: 'user', operation: 'createOrUpdate', more: { externalId: 'x' } })).toMatchObject({ error: { class: 'rateLimited', fix: expect.stringMatching(/5 times a minute.*"users-update" of 5/) } });
	});

	it('Get, Get Many, Update, Delete', async () => {
		api().get('/api/v2/users/901').reply(200, user());
		expect(await oneOf({ resource: 'user', operation: 'get', userId: '901' })).toMatchObject({ name: 'Ada' });
		api().get('/api/v2/users').query({ 'page[size]': 2, role: 'agent' }).reply(200, { users: [{ id: 1 }, { id: 2 }], meta: { has_more: true, after_cursor: 'c' } });
		expect((await runZendesk({ resource: 'user', operation: 'getMany', role: 'agent', limit: 2 })).main[0]).toHaveLength(2);
		api().put('/api/v2/users/901', { user: { suspended: true, skip_verify_email: true } }).reply(200, user({ suspended: true }));
		expect(await oneOf({ resource: 'user', operation: 'update', userId: '901', more: { suspended: true } })).toMatchObject({ suspended: true });
		api().delete('/api/v2/users/901').reply(200, user({ active: false }));
		expect(await oneOf({ resource: 'user', operation: 'delete', userId: '901' })).toEqual({ id: 901, deleted: true });
	});

	it('Search: by query page by page, by external id directly', async () => {
		const page = (number: number, next: string | null) => api().get('/api/v2/users/search').query({ query: 'phone:+15551234567', per_page: 100, page: number }).reply(200, { users: [{ id: number }], next_page: next });
		page(1, 'https://acme.zendesk.com/api/v2/users/search?page=2');
		page(2, null);
		const { main } = await runZendesk({ resource: 'user', operation: 'search', value: 'phone:+15551234567', returnAll: true });
		expect(main[0].map(({ json }) => json.id)).toEqual([1, 2]);
		api().get('/api/v2/users/search').query({ external_id: 'cust-42', per_page: 50, page: 1 }).reply(200, { users: [], next_page: null });
		expect((await runZendesk({ resource: 'user', operation: 'search', by: 'externalId', value: 'cust-42' })).main.flat()).toEqual([]);
	});

	it('identities: listed, added, made primary, deleted', async () => {
		api().get('/api/v2/users/901/identities').query({ 'page[size]': 50 }).reply(200, { identities: [{ id: 1, type: 'email' }], meta: { has_more: false } });
		expect(await oneOf({ resource: 'user', operation: 'listIdentities', userId: '901' })).toEqual({ id: 1, type: 'email' });
		api().post('/api/v2/users/901/identities', { identity: { type: 'phone_number', value: '+15551234567', skip_verify_email: true } }).reply(201, { identity: { id: 2 } });
		expect(await oneOf({ resource: 'user', operation: 'addIdentity', userId: '901', value: '+15551234567' })).toEqual({ id: 2 });
		expect(await oneOf({ resource: 'user', operation: 'addIdentity', userId: '901', value: '555-1234' })).toMatchObject({ error: { class: 'invalidInput', message: expect.stringContaining('E.164') } });
		api().put('/api/v2/users/901/identities/2/make_primary').reply(200, { identities: [{ id: 2, primary: true }] });
		expect(await oneOf({ resource: 'user', operation: 'makeIdentityPrimary', userId: '901', identityId: '2' })).toEqual({ id: 2, primary: true });
		api().delete('/api/v2/users/901/identities/2').reply(204);
		expect(await oneOf({ resource: 'user', operation: 'deleteIdentity', userId: '901', identityId: '2' })).toEqual({ id: 2, userId: 901, deleted: true });
	});

	it('Resolve says where the user field is missing, whose value Zendesk drops in silence', async () => {
		api().get('/api/v2/users/search').query(true).reply(200, { users: [] });
		api().post('/api/v2/users').reply(201, user({ external_id: 'cust-42', user_fields: { plan: null } }));
		expect(await oneOf({ resource: 'user', operation: 'resolve', externalId: 'cust-42', brazeExternalId: 'cust-42' })).toMatchObject({ action: 'created', warning: expect.stringContaining('braze_external_id') });
	});
});

describe('User Field', () => {
	it('Get Many and Create', async () => {
		api().get('/api/v2/user_fields').query({ 'page[size]': 50 }).reply(200, { user_fields: [{ id: 1, key: 'plan' }], meta: { has_more: false } });
		expect(await oneOf({ resource: 'userField', operation: 'getMany' })).toEqual({ id: 1, key: 'plan' });
		api().post('/api/v2/user_fields', { user_field: { type: 'dropdown', title: 'Plan', key: 'plan', custom_field_options: [{ name: 'Gold', value: 'gold' }] } }).reply(201, { user_field: { id: 2, key: 'plan' } });
		expect(await oneOf({ resource: 'userField', operation: 'create', title: 'Plan', key: 'plan', type: 'dropdown', more: { options: '[{"name":"Gold","value":"gold"}]' } })).toMatchObject({ id: 2 });
	});

	it.each([[{ key: 'a b' }, /^Key: /], [{ key: 'plan', type: 'dropdown' }, /^Options: /]])('a field that Zendesk would refuse is refused here: %o', async (given, why) => {
		expect(await oneOf({ resource: 'userField', operation: 'create', title: 'x', ...given })).toMatchObject({ error: { class: 'invalidInput', message: expect.stringMatching(why) } });
	});
});

describe('Organization', () => {
	it('Get, Get Many, Create or Update', async () => {
		api().get('/api/v2/organizations/5').reply(200, { organization: { id: 5, name: 'Acme' } });
		expect(await oneOf({ resource: 'organization', operation: 'get', organizationId: { __rl: true, mode: 'id', value: '5' } })).toMatchObject({ name: 'Acme' });
		api().get('/api/v2/organizations').query({ 'page[size]': 50 }).reply(200, { organizations: [{ id: 5 }], meta: { has_more: false } });
		expect(await oneOf({ resource: 'organization', operation: 'getMany' })).toEqual({ id: 5 });
		api().post('/api/v2/organizations/create_or_update', { organization: { external_id: 'o-1', name: 'Acme', tags: ['vip'], organization_fields: { plan: 'gold' } } }).reply(201, { organization: { id: 5 } });
		const more = { tags: 'vip', organizationFields: { assignments: [{ name: 'plan', value: 'gold', type: 'string' }] } };
		expect(await oneOf({ resource: 'organization', operation: 'createOrUpdate', externalId: 'o-1', name: 'Acme', more })).toEqual({ id: 5, created: true });
	});

	it('without a key to match by is refused: a name is none', async () => {
		expect(await oneOf({ resource: 'organization', operation: 'createOrUpdate', name: 'Acme' })).toMatchObject({ error: { class: 'invalidInput', message: expect.stringMatching(/^External ID: /) } });
	});

	it('a token without its scope names the scope', async () => {
		api().get('/api/v2/organizations/5').reply(403, { error: { title: 'Forbidden', message: 'no' } });
		const { main } = await runZendesk({ resource: 'organization', operation: 'get', organizationId: '5' }, [{}], CONTINUE);
		expect(main.flat()[0].json.error).toMatchObject({ class: 'forbidden', fix: expect.stringContaining('"organizations:read"') });
	});
});
