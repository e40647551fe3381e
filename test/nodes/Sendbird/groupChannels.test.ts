import type { INodeParameters } from 'n8n-workflow';
import { Sendbird } from '../../../nodes/Sendbird/Sendbird.node';
import { closedNetwork } from '../../support/network';
import { formContext } from '../../support/n8n';
import { all, chat, credentials, failureOf, one, sendbirdError } from './sendbird';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const CHANNEL: INodeParameters = { resource: 'groupChannel', channelUrl: { __rl: true, mode: 'id', value: 'ch/1' } };
const PATH = '/v3/group_channels/ch%2F1';
const SHOWN = { channel_url: 'ch/1', name: 'Orders' };

it('create sends user_ids, and what was added', async () => {
	chat()
		.post('/v3/group_channels', { user_ids: ['u1', 'u2'], name: 'Orders', is_distinct: true, custom_type: 'order', operator_ids: ['u1'], channel_url: 'ch/1', strict: true })
		.reply(200, SHOWN);
	const more = { customType: 'order', operatorIds: 'u1', channelUrl: 'ch/1', strict: true };
	expect(await one({ resource: 'groupChannel', operation: 'create', userIds: 'u1, u2', name: 'Orders', isDistinct: true, more })).toEqual(SHOWN);
});

it('create without users is refused before any call', async () => {
	expect(await failureOf({ resource: 'groupChannel', operation: 'create', userIds: ' , ' })).toMatchObject({ class: 'invalidInput', message: 'User IDs: is missing' });
});

it('get, with members where asked; an unknown channel is notFound by its code', async () => {
	chat().get(PATH).reply(200, SHOWN).get(PATH).query({ show_member: true }).reply(200, { ...SHOWN, members: [] }).get(PATH).reply(400, sendbirdError(400201));
	expect(await one({ ...CHANNEL, operation: 'get' })).toEqual(SHOWN);
	expect(await one({ ...CHANNEL, operation: 'get', showMember: true })).toMatchObject({ members: [] });
	expect(await failureOf({ ...CHANNEL, operation: 'get' })).toMatchObject({ class: 'notFound', code: '400201' });
});

it('get many pages and filters, with times in ms', async () => {
	const query = { limit: 100, show_empty: true, order: 'latest_last_message', members_include_in: 'u1,u2', created_after: 1790000000000 };
	chat().get('/v3/group_channels').query(query).reply(200, { channels: [SHOWN], next: 'T' });
	chat().get('/v3/group_channels').query({ ...query, token: 'T' }).reply(200, { channels: [SHOWN], next: '' });
	const filters = { order: 'latest_last_message', membersIncludeIn: 'u1,u2', createdAfter: '2026-09-21T14:13:20Z' };
	expect(await all({ resource: 'groupChannel', operation: 'getMany', returnAll: true, filters })).toHaveLength(2);
});

it('update changes what is filled in only', async () => {
	chat().put(PATH, { name: 'New', data: '{"a":1}' }).reply(200, { ...SHOWN, name: 'New' });
	expect(await one({ ...CHANNEL, operation: 'update', name: 'New', more: { data: '{"a":1}' } })).toMatchObject({ name: 'New' });
	expect(await failureOf({ ...CHANNEL, operation: 'update' })).toMatchObject({ class: 'invalidInput' });
});

it('invite', async () => {
	chat().post(`${PATH}/invite`, { user_ids: ['u3'], inviter_id: 'u1' }).reply(200, SHOWN);
	expect(await one({ ...CHANNEL, operation: 'invite', userIds: 'u3', inviterId: 'u1' })).toEqual(SHOWN);
});

it('leave', async () => {
	chat().put(`${PATH}/leave`, { user_ids: ['u3', 'u4'] }).reply(200, {});
	expect(await one({ ...CHANNEL, operation: 'leave', userIds: 'u3,u4' })).toEqual({ channelUrl: 'ch/1', userIds: ['u3', 'u4'], left: true });
});

it('freeze, and back', async () => {
	chat().put(`${PATH}/freeze`, { freeze: true }).reply(200, { ...SHOWN, freeze: true }).put(`${PATH}/freeze`, { freeze: false }).reply(200, { ...SHOWN, freeze: false });
	expect(await one({ ...CHANNEL, operation: 'freeze', freeze: true })).toMatchObject({ freeze: true });
	expect(await one({ ...CHANNEL, operation: 'freeze', freeze: false })).toMatchObject({ freeze: false });
});

it('delete', async () => {
	chat().delete(PATH).reply(200, {});
	expect(await one({ ...CHANNEL, operation: 'delete' })).toEqual({ channelUrl: 'ch/1', deleted: true });
});

it('get members', async () => {
	chat().get(`${PATH}/members`).query({ limit: 50, member_state_filter: 'joined_only' }).reply(200, { members: [{ user_id: 'u1' }], next: '' });
	expect(await all({ ...CHANNEL, operation: 'getMembers', memberState: 'joined_only', limit: 50 })).toEqual([{ user_id: 'u1' }]);
});

it('the pick list searches at Sendbird, names channels, and pages', async () => {
	const nodeType = new Sendbird();
	const search = async (filter?: string, token?: string) =>
		await nodeType.methods.listSearch.searchGroupChannels.call(formContext({ nodeType, parameters: { resource: 'groupChannel' }, credentials: credentials() }), filter, token);
	const query = { limit: 100, show_empty: true, order: 'latest_last_message' };
	chat().get('/v3/group_channels').query(query).reply(200, { channels: [SHOWN, { channel_url: 'ch2', name: '' }], next: 'T' });
	expect(await search()).toEqual({ results: [{ name: 'Orders', value: 'ch/1' }, { name: 'ch2', value: 'ch2' }], paginationToken: 'T' });
	chat().get('/v3/group_channels').query({ ...query, name_contains: 'ord', token: 'T' }).reply(200, { channels: [SHOWN], next: '' });
	expect(await search('ord', 'T')).toEqual({ results: [{ name: 'Orders', value: 'ch/1' }], paginationToken: undefined });
});
