import type { INodeParameters } from 'n8n-workflow';
import { closedNetwork, RESET } from '../../support/network';
import { all, chat, failureOf, one, sendbirdError } from './sendbird';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const USER: INodeParameters = { resource: 'user', userId: 'cust 42/ä' };
const PATH = '/v3/users/cust%2042%2F%C3%A4';
const ADA = { user_id: 'cust 42/ä', nickname: 'Ada', profile_url: '' };

describe('create', () => {
	it('sends the three that Sendbird asks for, and nothing that was not filled in', async () => {
		chat().post('/v3/users', ADA).matchHeader('content-type', /application\/json/).reply(200, ADA);
		expect(await one({ ...USER, operation: 'create', nickname: 'Ada' })).toEqual(ADA);
	});

	it('sends metadata as texts, and lists', async () => {
		chat().post('/v3/users', { ...ADA, metadata: { plan: 'gold', visits: '7', vip: 'true' }, discovery_keys: ['ada', 'countess'], issue_access_token: true }).reply(200, ADA);
		await one({ ...USER, operation: 'create', nickname: 'Ada', more: { metadata: '{"plan":"gold","visits":7,"vip":true}', discoveryKeys: 'ada, countess', issueAccessToken: true } });
	});

	it('metadata that is no text is refused before any call', async () => {
		expect(await failureOf({ ...USER, operation: 'create', more: { metadata: '{"address":{"city":"Rome"}}' } })).toMatchObject({ class: 'invalidInput', message: expect.stringContaining('neither text nor number') });
	});

	it('an existing user is a conflict, told by the code of a 400', async () => {
		chat().post('/v3/users').reply(400, sendbirdError(400202, '"user_id" violates unique constraint.'));
		expect(await failureOf({ ...USER, operation: 'create' })).toMatchObject({ class: 'conflict', code: '400202', status: 400, vendor: 'Sendbird Chat', fix: expect.stringContaining('Create or Update') });
	});

	it('a lost answer is unknown, and not sent again', async () => {
		chat().post('/v3/users').replyWithError(RESET);
		expect(await failureOf({ ...USER, operation: 'create' })).toMatchObject({ class: 'unknownOutcome' });
	});
});

describe('update', () => {
	it('changes what is filled in only', async () => {
		chat().put(PATH, { is_active: false, leave_all_when_deactivated: true, last_seen_at: 1790000000000, preferred_languages: ['fr'] }).reply(200, { ...ADA, is_active: false });
		const more = { isActive: false, leaveAllWhenDeactivated: true, lastSeenAt: '2026-09-21T14:13:20Z', preferredLanguages: 'fr' };
		expect(await one({ ...USER, operation: 'update', more })).toMatchObject({ is_active: false });
	});

	it('nothing to change is refused', async () => {
		expect(await failureOf({ ...USER, operation: 'update' })).toMatchObject({ class: 'invalidInput', message: expect.stringContaining('nothing to change') });
	});
});

describe('create or update', () => {
	const UPSERT: INodeParameters = { ...USER, operation: 'upsert', nickname: 'Ada', more: { metadata: '{"plan":"gold"}' } };
	const changed = () => chat().put(PATH, { nickname: 'Ada' });

	it('updates a user that is there, and then its metadata', async () => {
		changed().reply(200, { ...ADA, metadata: { plan: 'free', old: 'x' } });
		chat().put(`${PATH}/metadata`, { metadata: { plan: 'gold' }, upsert: true }).reply(200, { plan: 'gold' });
		expect(await one(UPSERT)).toEqual({ ...ADA, metadata: { plan: 'gold', old: 'x' }, upserted: 'updated' });
	});

	it('without metadata it is one call', async () => {
		changed().reply(200, ADA);
		expect(await one({ ...UPSERT, more: {} })).toEqual({ ...ADA, upserted: 'updated' });
	});

	it('makes one where the code says that there is none: HTTP 400, not 404', async () => {
		changed().reply(400, sendbirdError(400301));
		chat().post('/v3/users', { ...ADA, metadata: { plan: 'gold' } }).reply(200, ADA);
		expect(await one(UPSERT)).toEqual({ ...ADA, upserted: 'created' });
	});

	it('updates after all where somebody made it in between', async () => {
		changed().reply(400, sendbirdError(400301));
		chat().post('/v3/users').reply(400, sendbirdError(400202));
		changed().reply(200, ADA);
		chat().put(`${PATH}/metadata`, { metadata: { plan: 'gold' }, upsert: true }).reply(200, {});
		expect(await one(UPSERT)).toMatchObject({ upserted: 'updated' });
	});

	it('is safe to repeat: a create whose answer is lost ends in the update', async () => {
		changed().reply(400, sendbirdError(400301));
		chat().post('/v3/users').replyWithError(RESET);
		chat().post('/v3/users').reply(400, sendbirdError(400202));
		changed().reply(200, ADA);
		chat().put(`${PATH}/metadata`).reply(200, {});
		expect(await one(UPSERT)).toMatchObject({ upserted: 'updated' });
	});

	it('another 400 is no missing user', async () => {
		changed().reply(400, sendbirdError(400111, 'Invalid value: "nickname".'));
		expect(await failureOf(UPSERT)).toMatchObject({ class: 'invalidInput', code: '400111' });
	});
});

it('get, with the unread counts where asked', async () => {
	chat().get(PATH).reply(200, ADA).get(PATH).query({ include_unread_count: true }).reply(200, { ...ADA, unread_message_count: 3 });
	expect(await one({ ...USER, operation: 'get' })).toEqual(ADA);
	expect(await one({ ...USER, operation: 'get', includeUnreadCount: true })).toMatchObject({ unread_message_count: 3 });
});

describe('get many', () => {
	const MANY: INodeParameters = { resource: 'user', operation: 'getMany' };
	const users = (count: number, from = 0) => Array.from({ length: count }, (_, index) => ({ user_id: `u${from + index}` }));

	it('follows next as token until it is empty', async () => {
		chat().get('/v3/users').query({ limit: 100 }).reply(200, { users: users(100), next: 'T1' });
		chat().get('/v3/users').query({ limit: 100, token: 'T1' }).reply(200, { users: users(5, 100), next: '' });
		const found = await all({ ...MANY, returnAll: true });
		expect(found.map(({ user_id: id }) => id)).toEqual(users(105).map(({ user_id: id }) => id));
	});

	it('stops at the limit, and filters', async () => {
		const query = { limit: 2, active_mode: 'all', metadatakey: 'plan', metadatavalues_in: 'gold,silver', nickname_startswith: 'A', user_ids: 'u0,u1' };
		chat().get('/v3/users').query(query).reply(200, { users: users(2), next: 'T1' });
		const filters = { activeMode: 'all', metadataKey: 'plan', metadataValues: 'gold, silver', nicknameStartsWith: 'A', userIds: 'u0,u1' };
		expect(await all({ ...MANY, limit: 2, filters })).toHaveLength(2);
	});
});

it('delete; a lost answer is unknown', async () => {
	chat().delete(PATH).reply(200, {}).delete(PATH).reply(500, sendbirdError(500901));
	expect(await one({ ...USER, operation: 'delete' })).toEqual({ userId: 'cust 42/ä', deleted: true });
	expect(await failureOf({ ...USER, operation: 'delete' })).toMatchObject({ class: 'unknownOutcome', status: 500 });
});

describe('metadata', () => {
	it('set adds or changes', async () => {
		chat().put(`${PATH}/metadata`, { metadata: { plan: 'gold' }, upsert: true }).reply(200, { plan: 'gold', old: 'x' });
		expect(await one({ ...USER, operation: 'setMetadata', metadata: { plan: 'gold' } as unknown as string })).toEqual({ userId: 'cust 42/ä', metadata: { plan: 'gold', old: 'x' } });
	});

	it('delete takes one name, or all; a missing name is refused', async () => {
		chat().delete(`${PATH}/metadata/plan%20b`).reply(200, {}).delete(`${PATH}/metadata`).reply(200, {});
		expect(await one({ ...USER, operation: 'deleteMetadata', key: 'plan b' })).toMatchObject({ key: 'plan b', deleted: true });
		expect(await one({ ...USER, operation: 'deleteMetadata', all: true })).toMatchObject({ key: null, deleted: true });
		expect(await failureOf({ ...USER, operation: 'deleteMetadata' })).toMatchObject({ class: 'invalidInput', message: 'Key: is missing' });
	});
});
