import { ADA, CHANNEL, JOERG, SUPPORT } from '../../../../sandbox/sendbird/harness';
import { byId } from '../../../../support/drives';
import { each, EVERY, held, PICKED, says, type SendbirdDrives } from '../sendbird';

const PAIR = { userIds: `${ADA}, ${JOERG}`, name: 'Ada and Jörg' };
const HOUR_MS = 60 * 60_000;
const fromNow = (ms: number): string => new Date(Date.now() + ms).toISOString();

export const groupChannel: SendbirdDrives = {
	create: async (node, sandbox) => {
		const made = await node.one('groupChannel.create', { ...PAIR, more: { channelUrl: 'order-7', customType: 'order', data: '{"order":7}', operatorIds: ADA, isPublic: true } });
		expect(made).toMatchObject({ channel_url: 'order-7', name: 'Ada and Jörg', custom_type: 'order', data: '{"order":7}', is_public: true, member_count: 2 });
		expect(await held(sandbox, '/group_channels/order-7?show_member=true')).toMatchObject({ operators: [{ user_id: ADA }] });
		expect(await node.failure('groupChannel.create', { ...PAIR, more: { channelUrl: 'order-7' } })).toMatchObject({ class: 'conflict' });
		// The same people share one channel, whoever asks again.
		const first = await node.one('groupChannel.create', { ...PAIR, isDistinct: true });
		expect(await node.one('groupChannel.create', { ...PAIR, isDistinct: true })).toMatchObject({ channel_url: first.channel_url });
	},
	get: async (node) => {
		const channel = await node.one('groupChannel.get', { ...PICKED, showMember: true });
		expect(channel).toMatchObject({ channel_url: CHANNEL, name: 'Ada and Support', members: [{ user_id: ADA }, { user_id: SUPPORT }] });
		expect(await node.one('groupChannel.get', PICKED)).not.toHaveProperty('members');
		expect(await node.failure('groupChannel.get', { channelUrl: byId('nowhere') })).toMatchObject({ class: 'notFound' });
	},
	getMany: async (node) => {
		await node.all('groupChannel.create', { ...PAIR, name: '={{ $json.n }}', more: { customType: 'order' } }, Array.from({ length: 120 }, (_, index) => ({ n: `Order ${index}` })));
		expect(await node.all('groupChannel.getMany', { ...EVERY, filters: { customTypes: 'order' } })).toHaveLength(120);
		expect(node.called).toHaveLength(2);
		expect(await node.all('groupChannel.getMany', { returnAll: false, limit: 5 })).toHaveLength(5);
		// Those of the orders hold no message yet.
		expect(each(await node.all('groupChannel.getMany', { ...EVERY, filters: { showEmpty: false } }), 'channel_url')).toEqual([CHANNEL]);
		expect(each(await node.all('groupChannel.getMany', { ...EVERY, filters: { membersExactlyIn: `${ADA}, ${SUPPORT}` } }), 'channel_url')).toEqual([CHANNEL]);
		expect(each(await node.all('groupChannel.getMany', { ...EVERY, filters: { nameContains: 'and Support', showMember: true } }), 'members')).toEqual([[expect.objectContaining({ user_id: ADA }), expect.objectContaining({ user_id: SUPPORT })]]);
		expect(await node.all('groupChannel.getMany', { ...EVERY, filters: { createdAfter: fromNow(-HOUR_MS), createdBefore: fromNow(HOUR_MS) } })).toHaveLength(121);
		expect(await node.all('groupChannel.getMany', { ...EVERY, filters: { createdAfter: fromNow(HOUR_MS) } })).toEqual([]);
		expect(await node.all('groupChannel.getMany', { ...EVERY, filters: { createdBefore: fromNow(-HOUR_MS) } })).toEqual([]);
	},
	getMembers: async (node, sandbox) => {
		expect(each(await node.all('groupChannel.getMembers', { ...PICKED, ...EVERY }), 'user_id')).toEqual([ADA, SUPPORT]);
		await sandbox.sendbird('POST', '/users', { prefix: 'member-', count: 120 });
		const many = await node.one('groupChannel.create', { userIds: Array.from({ length: 100 }, (_, index) => `member-${index + 1}`).join(',') });
		await node.one('groupChannel.invite', { channelUrl: byId(many.channel_url), userIds: Array.from({ length: 20 }, (_, index) => `member-${index + 101}`).join(',') });
		expect(await node.all('groupChannel.getMembers', { channelUrl: byId(many.channel_url), memberState: 'joined_only', ...EVERY })).toHaveLength(120);
		expect(node.called).toHaveLength(2);
		expect(await node.all('groupChannel.getMembers', { channelUrl: byId(many.channel_url), memberState: 'invited_only', ...EVERY })).toEqual([]);
	},
	update: async (node, sandbox) => {
		await node.one('groupChannel.update', { ...PICKED, name: 'Order 7', more: { data: 'x' } });
		expect(await held(sandbox, `/group_channels/${CHANNEL}`)).toMatchObject({ name: 'Order 7', data: 'x', custom_type: '' });
	},
	freeze: async (node, sandbox) => {
		await node.one('groupChannel.freeze', { ...PICKED, freeze: true });
		expect(await held(sandbox, `/group_channels/${CHANNEL}`)).toMatchObject({ freeze: true });
		expect((await sandbox.sendbird('POST', `/users/${ADA}/messages`, { text: 'Hello?' })).status).toBe(409);
		await node.one('groupChannel.freeze', { ...PICKED, freeze: false });
		expect((await sandbox.sendbird('POST', `/users/${ADA}/messages`, { text: 'Hello?' })).status).toBe(202);
	},
	invite: async (node) => {
		await node.one('groupChannel.invite', { ...PICKED, userIds: JOERG, inviterId: SUPPORT });
		expect(each(await node.all('groupChannel.getMembers', { ...PICKED, ...EVERY }), 'user_id')).toEqual([ADA, SUPPORT, JOERG]);
		expect(await node.failure('groupChannel.invite', { ...PICKED, userIds: 'nobody' })).toMatchObject({ class: 'notFound' });
	},
	leave: async (node) => {
		expect(await node.one('groupChannel.leave', { ...PICKED, userIds: ADA, removeOperatorStatus: true })).toEqual({ channelUrl: CHANNEL, userIds: [ADA], left: true });
		expect(each(await node.all('groupChannel.getMembers', { ...PICKED, ...EVERY }), 'user_id')).toEqual([SUPPORT]);
	},
	delete: async (node, sandbox) => {
		await says(node, 'Bye');
		expect(await node.one('groupChannel.delete', PICKED)).toEqual({ channelUrl: CHANNEL, deleted: true });
		expect(await held(sandbox, `/group_channels/${CHANNEL}`)).toMatchObject({ error: true });
	},
};
