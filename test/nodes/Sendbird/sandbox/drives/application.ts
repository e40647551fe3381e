import { ADA, CHANNEL, JOERG, SUPPORT } from '../../../../sandbox/sendbird/harness';
import { each, EVERY, held, type SendbirdDrives } from '../sendbird';

const SALE = { messageType: 'MESG', userId: SUPPORT, content: 'Sale today', targetAt: 'target_users_only_channels', targetList: `${ADA}, ${JOERG}`, more: { uniqueId: 'sale-1', announcementGroup: 'sales', createChannel: true } };

export const announcement: SendbirdDrives = {
	schedule: async (node, sandbox) => {
		expect(await node.one('announcement.schedule', SALE)).toMatchObject({ unique_id: 'sale-1', status: 'scheduled' });
		await sandbox.age(1);
		const channels = await node.all('groupChannel.getMany', { ...EVERY, filters: { membersExactlyIn: `${SUPPORT}, ${JOERG}` } });
		expect(channels).toMatchObject([{ last_message: { message: 'Sale today', user: { user_id: SUPPORT } } }]);
		expect(await node.failure('announcement.schedule', SALE)).toMatchObject({ class: 'conflict' });

		const scheduledAt = new Date(Date.now() + 3_600_000).toISOString();
		await node.one('announcement.schedule', { messageType: 'ADMM', content: 'Closed', targetAt: 'target_channels', targetList: CHANNEL, scheduledAt, more: { uniqueId: 'later' } });
		expect(await held(sandbox, `/group_channels/${CHANNEL}`)).toMatchObject({ last_message: expect.not.objectContaining({ message: 'Closed' }) });
		await sandbox.age(3_601);
		expect(await held(sandbox, `/group_channels/${CHANNEL}`)).toMatchObject({ last_message: { type: 'ADMM', message: 'Closed' } });
	},
	get: async (node, sandbox) => {
		await node.one('announcement.schedule', SALE);
		await sandbox.age(1);
		expect(await node.one('announcement.get', { announcementId: 'sale-1' })).toMatchObject({ unique_id: 'sale-1', status: 'done', sent_user_count: 2, announcement_group: 'sales' });
		expect(await node.failure('announcement.get', { announcementId: 'none' })).toMatchObject({ class: 'notFound' });
	},
	getMany: async (node) => {
		await node.all('announcement.schedule', { ...SALE, scheduledAt: new Date(Date.now() + 3_600_000).toISOString(), more: { announcementGroup: '={{ $json.group }}' } }, Array.from({ length: 110 }, (_, index) => ({ group: index < 2 ? 'few' : 'many' })));
		expect(await node.all('announcement.getMany', EVERY)).toHaveLength(110);
		expect(node.called).toHaveLength(2);
		expect(each(await node.all('announcement.getMany', { ...EVERY, filters: { announcementGroup: 'few' } }), 'announcement_group')).toEqual(['few', 'few']);
		expect(await node.all('announcement.getMany', { ...EVERY, filters: { status: 'done' } })).toEqual([]);
	},
};

export const webhookSetting: SendbirdDrives = {
	get: async (node) => {
		expect(await node.one('webhookSetting.get')).toMatchObject({ enabled: false, enabled_events: [] });
		expect(await node.one('webhookSetting.get', { allCategories: true })).toMatchObject({ all_webhook_categories: expect.arrayContaining(['group_channel:message_send']) });
	},
	update: async (node, sandbox) => {
		await node.one('webhookSetting.update', { enabled: 'on', url: 'https://n8n.example.com/webhook', includeMembers: 'on', events: 'group_channel:message_send, group_channel:join' });
		expect((await held(sandbox, '/applications/settings/webhook')).webhook).toMatchObject({ enabled: true, url: 'https://n8n.example.com/webhook', include_members: true, enabled_events: ['group_channel:message_send', 'group_channel:join'] });
		// What is not filled in stays.
		await node.one('webhookSetting.update', { enabled: 'off' });
		expect((await held(sandbox, '/applications/settings/webhook')).webhook).toMatchObject({ enabled: false, url: 'https://n8n.example.com/webhook' });
	},
};
