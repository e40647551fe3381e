import nock from 'nock';
import { closedNetwork, RESET } from '../../support/network';
import { api, oneOf, runZendesk } from './zendesk';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const RESOLVE = { resource: 'user', operation: 'resolve', externalId: 'cust-42', name: 'Ada', email: 'ada@example.com', phone: '+15551234567', brazeExternalId: 'cust-42' };

type UserRow = Record<string, unknown> & { id: number };

const user = (more: Record<string, unknown> = {}): UserRow => ({
	id: 901, name: 'Ada L.', email: 'ada@example.com', phone: '+15551234567', external_id: 'cust-42', role: 'end-user', user_fields: { braze_external_id: 'cust-42' }, ...more,
});

const search = (query: Record<string, string>, ...users: UserRow[]): nock.Scope => api().get('/api/v2/users/search').query(query).reply(200, { users });
const byExternalId = (...users: UserRow[]) => search({ external_id: 'cust-42' }, ...users);
const byEmail = (...users: UserRow[]) => search({ query: 'email:"ada@example.com"' }, ...users);
const byPhone = (...users: UserRow[]) => search({ query: 'phone:"+15551234567"' }, ...users);
const identities = (id: number, ...phones: string[]) =>
	api().get(`/api/v2/users/${id}/identities`).reply(200, { identities: [{ id: 1, type: 'email', value: 'x@y.z' }, ...phones.map((value) => ({ id: 2, type: 'phone_number', value }))] });
const update = (id: number, change: Record<string, unknown>) =>
	api().put(`/api/v2/users/${id}`, { user: { ...change, skip_verify_email: true } }).reply(200, { user: user({ id, ...change }) });
const create = (body: Record<string, unknown>) => api().post('/api/v2/users', { user: { role: 'end-user', skip_verify_email: true, ...body } });

describe('found by external id', () => {
	it('with all in place nothing is written', async () => {
		byExternalId(user());
		expect(await oneOf(RESOLVE)).toEqual({ userId: '901', action: 'found', matchedBy: 'externalId', externalId: 'cust-42', name: 'Ada L.' });
	});

	it('only what is missing is written; the name that Zendesk keeps stays', async () => {
		byExternalId(user({ email: null, phone: null, user_fields: {} }));
		byEmail();
		byPhone();
		update(901, { email: 'ada@example.com', phone: '+15551234567', user_fields: { braze_external_id: 'cust-42' } });
		expect(await oneOf(RESOLVE)).toMatchObject({ userId: '901', action: 'updated', matchedBy: 'externalId' });
	});

	it('another e-mail and phone that people keep in Zendesk are not written over', async () => {
		byExternalId(user({ email: 'other@example.com', phone: '+15550000000' }));
		expect(await oneOf(RESOLVE)).toMatchObject({ action: 'found' });
	});

	it('an e-mail or phone of somebody else is not taken: the phone becomes a shared one', async () => {
		byExternalId(user({ email: null, phone: null }));
		byEmail(user({ id: 902, external_id: 'other' }));
		byPhone(user({ id: 903, external_id: 'other' }));
		identities(903, '+15551234567');
		update(901, { phone: '+15551234567', shared_phone_number: true });
		expect(await oneOf(RESOLVE)).toMatchObject({ userId: '901', action: 'updated' });
	});

	it('the exact id is taken before one that differs in capitals', async () => {
		byExternalId(user({ id: 905, external_id: 'CUST-42' }), user());
		expect(await oneOf(RESOLVE)).toMatchObject({ userId: '901' });
	});

	it('a user whom the search gives for another id is nobody', async () => {
		byExternalId(user({ id: 906, external_id: 'cust-421' }));
		byEmail();
		byPhone();
		create({ name: 'Ada', external_id: 'cust-42', email: 'ada@example.com', phone: '+15551234567', user_fields: { braze_external_id: 'cust-42' } }).reply(201, { user: user({ id: 910 }) });
		expect(await oneOf(RESOLVE)).toMatchObject({ userId: '910', action: 'created' });
	});
});

describe('found by e-mail', () => {
	it('a user without external id becomes this customer', async () => {
		byExternalId();
		byEmail(user({ id: 902, external_id: null, email: 'ADA@example.com', user_fields: {} }));
		byPhone();
		update(902, { external_id: 'cust-42', user_fields: { braze_external_id: 'cust-42' } });
		expect(await oneOf(RESOLVE)).toMatchObject({ userId: '902', action: 'updated', matchedBy: 'email' });
	});

	it('part of an address is no match', async () => {
		byExternalId();
		byEmail(user({ id: 902, external_id: null, email: 'ada@example.com.au' }));
		byPhone();
		create({ name: 'Ada', external_id: 'cust-42', email: 'ada@example.com', phone: '+15551234567', user_fields: { braze_external_id: 'cust-42' } }).reply(201, { user: user() });
		expect(await oneOf(RESOLVE)).toMatchObject({ action: 'created' });
	});

	it.each([['an agent', { external_id: null, role: 'agent' }], ['an admin', { external_id: null, role: 'admin' }], ['another customer', { external_id: 'other' }]])(
		'%s is not turned into this customer; the e-mail is left to them',
		async (_, more) => {
			byExternalId();
			byEmail(user({ id: 902, ...more }));
			byPhone();
			create({ name: 'Ada', external_id: 'cust-42', phone: '+15551234567', user_fields: { braze_external_id: 'cust-42' } }).reply(201, { user: user() });
			expect(await oneOf(RESOLVE)).toMatchObject({ action: 'created' });
		},
	);
});

describe('found by phone', () => {
	it('where the number is an identity of the user\'s own', async () => {
		byExternalId();
		byEmail();
		byPhone(user({ id: 903, external_id: null, email: null, user_fields: {} }));
		identities(903, '+15551234567');
		update(903, { external_id: 'cust-42', email: 'ada@example.com', user_fields: { braze_external_id: 'cust-42' } });
		expect(await oneOf(RESOLVE)).toMatchObject({ userId: '903', matchedBy: 'phone' });
	});

	it('a shared number names nobody', async () => {
		byExternalId();
		byEmail();
		byPhone(user({ id: 903, external_id: null }), user({ id: 904, external_id: null }));
		identities(903);
		identities(904, '+15559999999');
		create({ name: 'Ada', external_id: 'cust-42', email: 'ada@example.com', phone: '+15551234567', user_fields: { braze_external_id: 'cust-42' } }).reply(201, { user: user() });
		expect(await oneOf(RESOLVE)).toMatchObject({ action: 'created' });
	});

	it('another customer\'s own number becomes a shared one: two customers, one phone', async () => {
		byExternalId();
		byEmail();
		byPhone(user({ id: 903, external_id: 'other' }));
		identities(903, '+15551234567');
		create({ name: 'Ada', external_id: 'cust-42', email: 'ada@example.com', phone: '+15551234567', shared_phone_number: true, user_fields: { braze_external_id: 'cust-42' } }).reply(201, { user: user() });
		expect(await oneOf(RESOLVE)).toMatchObject({ action: 'created' });
	});
});

describe('found nowhere', () => {
	it.each([
		['the phone', { phone: '+15551234567' }, '+15551234567'],
		['the e-mail', { email: 'ada@example.com' }, 'ada@example.com'],
		['the external id', {}, 'cust-42'],
	])('a user without a name is called by %s', async (_, known: Record<string, string>, name) => {
		byExternalId();
		if (known.email) byEmail();
		if (known.phone) byPhone();
		create({ name, external_id: 'cust-42', ...known }).reply(201, { user: user({ name }) });
		expect(await oneOf({ resource: 'user', operation: 'resolve', externalId: 'cust-42', ...known })).toMatchObject({ action: 'created', matchedBy: 'none', name });
	});

	it('somebody else was first with the external id: theirs is taken', async () => {
		byExternalId();
		byEmail();
		byPhone();
		api().post('/api/v2/users').reply(422, { error: 'RecordInvalid', description: 'Record validation errors', details: { external_id: [{ description: 'External has already been taken', error: 'DuplicateValue' }] } });
		byExternalId(user({ id: 907 }));
		expect(await oneOf(RESOLVE)).toMatchObject({ userId: '907', action: 'found', matchedBy: 'externalId' });
	});

	it('a lost answer is looked up, not guessed: the second try is refused, the user found', async () => {
		byExternalId();
		byEmail();
		byPhone();
		api().post('/api/v2/users').replyWithError(RESET).post('/api/v2/users').reply(422, { error: 'RecordInvalid', details: { external_id: [{ description: 'taken' }] } });
		byExternalId(user({ id: 908 }));
		expect(await oneOf(RESOLVE)).toMatchObject({ userId: '908' });
	});

	it('a refusal for another reason is a failure', async () => {
		byExternalId();
		byEmail();
		byPhone();
		api().post('/api/v2/users').reply(422, { error: 'RecordInvalid', description: 'Record validation errors', details: { email: [{ description: 'Email: is suspended' }] } });
		byExternalId();
		expect(await oneOf(RESOLVE)).toMatchObject({ error: { class: 'invalidInput', message: expect.stringContaining('Email: is suspended') } });
	});
});

it('two items of one customer make one user: the second finds what the first made', async () => {
	byExternalId();
	create({ name: 'cust-42', external_id: 'cust-42' }).reply(201, { user: user() });
	byExternalId(user());
	const { main } = await runZendesk({ resource: 'user', operation: 'resolve', externalId: 'cust-42' }, [{}, {}]);
	expect(main[0].map(({ json }) => json.action)).toEqual(['created', 'found']);
});

it.each([['email', 'ada at example', 'Email'], ['phone', '0555 1234', 'Phone'], ['externalId', '={{ "" }}', 'External ID']])('a bad %s is refused by name before anything is asked', async (name, value, label) => {
	expect(await oneOf({ ...RESOLVE, [name]: value })).toMatchObject({ error: { class: 'invalidInput', message: expect.stringMatching(new RegExp(`^${label}: `)) } });
});

it('a quote in an e-mail cannot widen the search', async () => {
	const { error } = await oneOf({ ...RESOLVE, email: 'a"b@example.com' });
	expect(error).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(/^Email: /) });
});
