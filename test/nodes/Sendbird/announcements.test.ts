import type { INodeParameters } from 'n8n-workflow';
import { closedNetwork } from '../../support/network';
import { all, chat, failureOf, one } from './sendbird';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const SCHEDULE: INodeParameters = { resource: 'announcement', operation: 'schedule', messageType: 'MESG', userId: 'shop', content: 'Sale', targetAt: 'target_users_only_channels', targetList: 'u1, u2' };

describe('an announcement', () => {
	it('is scheduled, with times in ms', async () => {
		chat()
			.post('/v3/announcements', {
				unique_id: 'sale-1',
				message: { type: 'MESG', user_id: 'shop', content: 'Sale', data: 'd' },
				target_at: 'target_users_only_channels',
				target_list: ['u1', 'u2'],
				create_channel: true,
				create_channel_options: { name: 'Shop', distinct: true },
				scheduled_at: 1790000000000,
				cease_at: '2200',
				resume_at: '0800',
				enable_push: false,
			})
			.reply(200, { unique_id: 'sale-1', status: 'scheduled' });
		const more = { uniqueId: 'sale-1', data: 'd', createChannel: true, createChannelOptions: '{"name":"Shop","distinct":true}', ceaseAt: '2200', resumeAt: '0800', enablePush: false };
		expect(await one({ ...SCHEDULE, scheduledAt: '2026-09-21T14:13:20Z', more })).toEqual({ unique_id: 'sale-1', status: 'scheduled' });
	});

	it('of an admin has no sender', async () => {
		chat().post('/v3/announcements', { message: { type: 'ADMM', content: 'Sale' }, target_at: 'target_channels', target_list: ['ch1'] }).reply(200, {});
		await one({ ...SCHEDULE, messageType: 'ADMM', targetAt: 'target_channels', targetList: 'ch1' });
	});

	it.each<[string, INodeParameters, string]>([
		['no list', { targetList: '' }, 'Target List: is missing'],
		['no sender', { userId: '' }, 'Sender User ID: is missing'],
		['half a pause', { more: { ceaseAt: '2200' } }, 'Resume At: is missing: the two go together'],
		['a wrong time of day', { more: { ceaseAt: '22:00', resumeAt: '0800' } }, 'Cease At: must be a time of day as HHMM, for instance 2200'],
	])('with %s is refused before any call', async (_, changed, message) => {
		expect(await failureOf({ ...SCHEDULE, ...changed })).toMatchObject({ class: 'invalidInput', message });
	});

	it('get and get many', async () => {
		chat().get('/v3/announcements/sale%2F1').reply(200, { unique_id: 'sale/1', sent_user_count: 2 });
		expect(await one({ resource: 'announcement', operation: 'get', announcementId: 'sale/1' })).toMatchObject({ sent_user_count: 2 });
		chat().get('/v3/announcements').query({ limit: 50, status: 'done' }).reply(200, { announcements: [{ unique_id: 'a' }], next: '' });
		expect(await all({ resource: 'announcement', operation: 'getMany', limit: 50, filters: { status: 'done' } })).toEqual([{ unique_id: 'a' }]);
	});
});

describe('the webhook setting', () => {
	const SETTING = { enabled: true, url: 'https://x.test/h', include_members: false, enabled_events: ['user:block'] };
	const PATH = '/v3/applications/settings/webhook';

	it('is read, with all categories where asked', async () => {
		chat().get(PATH).reply(200, { webhook: SETTING }).get(PATH).query({ display_all_webhook_categories: true }).reply(200, { webhook: { ...SETTING, all_webhook_categories: ['user:block'] } });
		expect(await one({ resource: 'webhookSetting', operation: 'get' })).toEqual(SETTING);
		expect(await one({ resource: 'webhookSetting', operation: 'get', allCategories: true })).toMatchObject({ all_webhook_categories: ['user:block'] });
	});

	it('is changed only where something is filled in', async () => {
		chat().put(PATH, { enabled: false, enabled_events: ['user:block', 'user:unblock'] }).reply(200, { webhook: { ...SETTING, enabled: false } });
		expect(await one({ resource: 'webhookSetting', operation: 'update', enabled: 'off', events: 'user:block,user:unblock' })).toMatchObject({ enabled: false });
		expect(await failureOf({ resource: 'webhookSetting', operation: 'update' })).toMatchObject({ class: 'invalidInput' });
	});
});
