import { ADA, CHANNEL, JOERG, startSendbird, SUPPORT, type Sendbird } from './harness';
import { SdkClient } from './sdkClient';

let sendbird: Sendbird;
let client: SdkClient;

const group = (name: Parameters<SdkClient['group']>[0]) => client.group(name);
const code = async (call: Promise<unknown>): Promise<unknown> => await call.then(() => 'no error', (error: { body?: { code?: number } }) => error.body?.code);
const G = 'group_channels';

beforeAll(async () => {
	sendbird = await startSendbird();
	client = new SdkClient(sendbird);
});
beforeEach(async () => await sendbird.reset());
afterAll(async () => await sendbird.close());

describe('sendbird-platform-sdk drives the users', () => {
	it('create, view, list, update, delete', async () => {
		const users = group('users');
		expect(await users.createUser({ createUserData: { user_id: 'neo', nickname: 'Neo', profile_url: '', issue_access_token: true } })).toMatchObject({ user_id: 'neo', nickname: 'Neo', is_active: true, access_token: expect.stringMatching(/^[0-9a-f]{40}$/) });
		expect(await code(users.createUser({ createUserData: { user_id: 'neo', nickname: 'Neo', profile_url: '' } }))).toBe(400202);
		expect(await users.viewUserById('neo', { includeUnreadCount: true })).toMatchObject({ user_id: 'neo' });
		expect(await users.updateUserById('neo', { updateUserByIdData: { nickname: 'The One', is_active: false } })).toMatchObject({ nickname: 'The One', is_active: false });
		expect(await users.listUsers({ nicknameStartswith: 'the o', activeMode: 'deactivated' })).toMatchObject({ users: [{ user_id: 'neo' }] });
		await users.deleteUserById('neo');
		expect(await code(users.viewUserById('neo', {}))).toBe(400301);
	});

	it('metadata', async () => {
		const users = group('users');
		const metadata = group('metadata');
		expect(await users.createUserMetadata(ADA, { createUserMetadataData: { metadata: { color: 'red' } } })).toBeDefined();
		expect(await metadata.viewUserMetadata(ADA, {})).toBeDefined();
		await users.updateUserMetadata(ADA, { updateUserMetadataData: { metadata: { color: 'blue', new: 'x' }, upsert: true } });
		await users.updateUserMetadataByKey(ADA, 'color', { body: { value: 'green' } });
		expect(await metadata.viewUserMetadataByKey(ADA, 'color')).toEqual({ color: 'green' });
		await users.deleteUserMetadataByKey(ADA, 'color');
		expect(await code(metadata.viewUserMetadataByKey(ADA, 'color'))).toBe(400201);
		await users.deleteUserMetadata(ADA, {});
		expect((await sendbird.chat('GET', `/users/${ADA}/metadata`)).body).toEqual({});
	});

	it('own channels and unread counts', async () => {
		const users = group('users');
		expect(await users.listMyGroupChannels(SUPPORT, { showMember: true })).toMatchObject({ channels: [{ channel_url: CHANNEL }] });
		expect(await users.viewNumberOfUnreadMessages(SUPPORT, {})).toMatchObject({ unread_count: 1 });
		expect(await users.viewNumberOfChannelsWithUnreadMessages(SUPPORT, {})).toMatchObject({ unread_count: 1 });
		expect(await users.viewNumberOfUnreadItems(SUPPORT, { itemKeys: 'group_channel_unread_message_count' })).toMatchObject({ group_channel_unread_message_count: 1 });
		expect(await users.viewNumberOfChannelsByJoinStatus(SUPPORT, { state: 'joined' })).toMatchObject({ group_channel_count: 1 });
		await users.markAllMessagesAsRead(SUPPORT, {});
		expect(await users.viewNumberOfUnreadMessages(SUPPORT, {})).toMatchObject({ unread_count: 0 });
		await users.registerAsOperatorToChannelsWithCustomChannelTypes(ADA, { registerAsOperatorToChannelsWithCustomChannelTypesData: { channel_custom_types: [''] } });
		expect(await group('channels').gcListOperators(CHANNEL, {})).toMatchObject({ operators: [{ user_id: ADA }, { user_id: SUPPORT }] });
		await users.leaveMyGroupChannels(SUPPORT, { leaveMyGroupChannelsData: {} });
		expect(await users.viewNumberOfChannelsByJoinStatus(SUPPORT, {})).toMatchObject({ group_channel_count: 0 });
	});

	it('push tokens and preferences', async () => {
		const users = group('users');
		await users.addRegistrationOrDeviceToken(ADA, 'gcm', { addRegistrationOrDeviceTokenData: { gcm_reg_token: 'device-1' } });
		expect(await users.listRegistrationOrDeviceTokens(ADA, 'gcm')).toMatchObject({ tokens: ['device-1'] });
		expect((await sendbird.chat('GET', '/push/device_tokens/gcm/device-1')).body).toEqual([{ user_id: ADA }]);
		await users.viewWhoOwnsRegistrationOrDeviceTokenByToken('gcm', 'device-1');
		await users.removeRegistrationOrDeviceTokenFromOwnerByToken('gcm', 'device-1');
		expect(await users.listRegistrationOrDeviceTokens(ADA, 'gcm')).toMatchObject({ tokens: [] });
		await users.addRegistrationOrDeviceToken(ADA, 'apns', { addRegistrationOrDeviceTokenData: { apns_device_token: 'device-2' } });
		await users.removeRegistrationOrDeviceTokenByToken(ADA, 'apns', 'device-2');
		await users.removeRegistrationOrDeviceToken(ADA);
		expect(await users.updatePushPreferences(ADA, { updatePushPreferencesData: { do_not_disturb: true, start_hour: 22 } })).toMatchObject({ do_not_disturb: true, start_hour: 22 });
		expect(await users.viewPushPreferences(ADA)).toMatchObject({ do_not_disturb: true });
		expect(await users.resetPushPreferences(ADA)).toMatchObject({ do_not_disturb: false });
		expect(await users.updatePushPreferencesForChannelByUrl(ADA, CHANNEL, { updatePushPreferencesForChannelByUrlData: { push_trigger_option: 'off' } })).toMatchObject({ push_trigger_option: 'off' });
		expect(await users.viewPushPreferencesForChannelByUrl(ADA, CHANNEL)).toMatchObject({ push_trigger_option: 'off' });
		await users.updateCountPreferenceOfChannelByUrl(ADA, CHANNEL, { updateCountPreferenceOfChannelByUrlData: { count_preference: 'off' } });
		expect(await users.viewCountPreferenceOfChannelByUrl(ADA, CHANNEL)).toMatchObject({ count_preference: 'off' });
		await users.updateChannelInvitationPreference(ADA, { updateChannelInvitationPreferenceData: { auto_accept: false } });
		expect(await users.viewChannelInvitationPreference(ADA)).toMatchObject({ auto_accept: false });
		expect(await users.choosePushNotificationContentTemplate(ADA, { body: { name: 'alternative' } })).toMatchObject({ name: 'alternative' });
	});

	it('blocks', async () => {
		const moderation = group('moderation');
		await moderation.blockUser(ADA, { blockUserData: { target_id: JOERG } });
		expect(await moderation.listBlockedUsers(ADA, {})).toMatchObject({ users: [{ user_id: JOERG }] });
		await moderation.unblockUserById(ADA, JOERG);
		expect((await sendbird.chat('GET', `/users/${ADA}/block`)).body).toEqual({ users: [], next: '' });
	});
});

describe('group channels', () => {
	it('create, view, list, update, freeze, delete', async () => {
		const channels = group('channels');
		const made = await channels.gcCreateChannel({ gcCreateChannelData: { user_ids: [ADA, JOERG], name: 'Two', is_distinct: true, operator_ids: [ADA] } });
		expect(made).toMatchObject({ name: 'Two', is_distinct: true });
		const url = made.channel_url;
		expect(await channels.gcCreateChannel({ gcCreateChannelData: { user_ids: [JOERG, ADA], is_distinct: true } })).toMatchObject({ channel_url: url });
		expect(await channels.gcViewChannelByUrl(url, { showMember: true })).toMatchObject({ channel_url: url });
		expect(await channels.gcListChannels({ showEmpty: true, nameContains: 'tw' })).toMatchObject({ channels: [{ channel_url: url }] });
		expect(await channels.gcUpdateChannelByUrl(url, { gcUpdateChannelByUrlData: { name: 'Both', data: '{"a":1}' } })).toMatchObject({ name: 'Both', data: '{"a":1}' });
		expect(await group('moderation').gcFreezeChannel(url, { gcFreezeChannelData: { freeze: true } })).toMatchObject({ freeze: true });
		await channels.gcDeleteChannelByUrl(url);
		expect(await code(channels.gcViewChannelByUrl(url, {}))).toBe(400201);
	});

	it('members', async () => {
		const channels = group('channels');
		await group('users').updateChannelInvitationPreference(JOERG, { updateChannelInvitationPreferenceData: { auto_accept: false } });
		await channels.gcInviteAsMembers(CHANNEL, { gcInviteAsMembersData: { user_ids: [JOERG, 'cust-46'] } });
		expect(await channels.gcCheckIfMemberById(CHANNEL, JOERG)).toEqual({ is_member: true, state: 'invited' });
		await channels.gcAcceptInvitation(CHANNEL, { gcAcceptInvitationData: { user_id: JOERG } });
		expect(await channels.gcCheckIfMemberById(CHANNEL, JOERG)).toEqual({ is_member: true, state: 'joined' });
		expect(await channels.gcListMembers(CHANNEL, { limit: 2 })).toMatchObject({ members: [{ user_id: ADA }, { user_id: SUPPORT }], next: expect.stringMatching(/.+/) });
		await channels.gcLeaveChannel(CHANNEL, { gcLeaveChannelData: { user_ids: [JOERG] } });
		await channels.gcInviteAsMembers(CHANNEL, { gcInviteAsMembersData: { user_ids: [JOERG] } });
		await channels.gcDeclineInvitation(CHANNEL, { gcDeclineInvitationData: { user_id: JOERG } });
		expect(await channels.gcCheckIfMemberById(CHANNEL, JOERG)).toEqual({ is_member: false, state: 'none' });
		expect(await code(channels.gcJoinChannel(CHANNEL, { gcJoinChannelData: { user_id: JOERG } }))).toBe(400108);
		await channels.gcUpdateChannelByUrl(CHANNEL, { gcUpdateChannelByUrlData: { is_public: true } });
		await channels.gcJoinChannel(CHANNEL, { gcJoinChannelData: { user_id: JOERG } });
		expect(await channels.gcCheckIfMemberById(CHANNEL, JOERG)).toEqual({ is_member: true, state: 'joined' });
	});

	it('operators, hiding, history', async () => {
		const channels = group('channels');
		await channels.gcRegisterOperators(CHANNEL, { gcRegisterOperatorsData: { operator_ids: [ADA] } });
		expect(await channels.gcListOperators(CHANNEL, {})).toMatchObject({ operators: [{ user_id: ADA }, { user_id: SUPPORT }] });
		await channels.gcCancelTheRegistrationOfOperators(CHANNEL, [ADA], {});
		expect(await channels.gcListOperators(CHANNEL, {})).toMatchObject({ operators: [{ user_id: SUPPORT }] });
		await channels.gcHideOrArchiveChannel(CHANNEL, { gcHideOrArchiveChannelData: { user_id: ADA } });
		const mine = async () => (await sendbird.chat<{ channels: unknown[] }>('GET', `/users/${ADA}/my_group_channels`)).body.channels.length;
		expect(await mine()).toBe(0);
		await channels.gcUnhideOrUnarchiveChannel(CHANNEL, ADA, {});
		expect(await mine()).toBe(1);
		expect(await channels.gcResetChatHistory(CHANNEL, { gcResetChatHistoryData: { user_id: SUPPORT } })).toMatchObject({ ts_message_offset: expect.any(Number) });
		expect(await group('users').viewNumberOfUnreadMessages(SUPPORT, {})).toMatchObject({ unread_count: 0 });
	});

	it('metadata and counters', async () => {
		const mine = group('users');
		const views = group('metadata');
		expect(await mine.createChannelMetadata(G, CHANNEL, { createChannelMetadataData: { metadata: { a: '1', b: '2' }, include_ts: true } })).toMatchObject({ metadata: { a: '1', b: '2' } });
		await mine.updateChannelMetadata(G, CHANNEL, { updateChannelMetadataData: { metadata: { a: '3' } } });
		await mine.updateChannelMetadataByKey(G, CHANNEL, 'b', { body: { value: '4' } });
		expect(await views.viewChannelMetadata(G, CHANNEL, {})).toEqual({ a: '3', b: '4' });
		expect(await views.viewChannelMetadataByKey(G, CHANNEL, 'a')).toEqual({ a: '3' });
		await mine.deleteChannelMetadataByKey(G, CHANNEL, 'a');
		await mine.deleteChannelMetadata(G, CHANNEL, {});
		await mine.createChannelMetacounter(G, CHANNEL, { createChannelMetacounterData: { metacounter: { likes: 1 } } });
		await mine.updateChannelMetacounter(G, CHANNEL, { updateChannelMetacounterData: { metacounter: { likes: 4 }, mode: 'increase' } });
		expect((await sendbird.chat('GET', `/${G}/${CHANNEL}/metacounter`)).body).toEqual({ likes: 5 });
		await mine.updateChannelMetacounterByKey(G, CHANNEL, 'likes', { body: { value: 2, mode: 'decrease' } });
		expect((await sendbird.chat('GET', `/${G}/${CHANNEL}/metacounter/likes`)).body).toEqual({ likes: 3 });
		await views.viewChannelMetacounter(G, CHANNEL, {});
		await views.viewChannelMetacounterByKey(G, CHANNEL, 'likes');
		await mine.deleteChannelMetacounterByKey(G, CHANNEL, 'likes');
		await mine.deleteChannelMetacounter(G, CHANNEL);
		expect((await sendbird.chat('GET', `/${G}/${CHANNEL}/metacounter`)).body).toEqual({});
	});
});

describe('messages', () => {
	const send = async (data: object) => await group('messages').sendMessage(G, CHANNEL, { sendMessageData: data });

	it('send, view, list, update, delete, count', async () => {
		const messages = group('messages');
		const sent = await send({ message_type: 'MESG', user_id: SUPPORT, message: 'On its way', custom_type: 'reply' });
		expect(sent).toMatchObject({ type: 'MESG', message: 'On its way', user: { user_id: SUPPORT } });
		expect(await send({ message_type: 'ADMM', message: 'Closed on Sunday' })).toMatchObject({ type: 'ADMM' });
		const id = sent.message_id;
		expect(await messages.viewMessageById(G, CHANNEL, id, {})).toMatchObject({ message: 'On its way' });
		expect(await messages.listMessages(G, CHANNEL, { messageId: id, prevLimit: 1, nextLimit: 1 })).toMatchObject({ messages: [{ message: 'Where is my parcel?' }, { message: 'On its way' }, { message: 'Closed on Sunday' }] });
		expect(await messages.updateMessageById(G, CHANNEL, id, { updateMessageByIdData: { message_type: 'MESG', message: 'Arrives today' } })).toMatchObject({ message: 'Arrives today' });
		await messages.deleteMessageById(G, CHANNEL, id);
		expect(await code(messages.viewMessageById(G, CHANNEL, id, {}))).toBe(400201);
		expect(await messages.viewTotalNumberOfMessagesInChannel(G, CHANNEL)).toMatchObject({ total: 2 });
	});

	it('extra data, reactions, translations, reads', async () => {
		const messages = group('messages');
		const { message_id: id } = await send({ message_type: 'MESG', user_id: SUPPORT, message: 'Hello' });
		await messages.addExtraDataToMessage(G, CHANNEL, id, { addExtraDataToMessageData: { sorted_metaarray: [{ key: 'k', value: ['a'] }] } });
		await messages.updateExtraDataInMessage(G, CHANNEL, id, { updateExtraDataInMessageData: { sorted_metaarray: [{ key: 'k', value: ['b'] }], mode: 'add' } });
		const meta = async () => (await sendbird.chat('GET', `/${G}/${CHANNEL}/messages/${id}`)).body.sorted_metaarray;
		expect(await meta()).toEqual([{ key: 'k', value: ['a', 'b'] }]);
		await messages.removeExtraDataFromMessage(G, CHANNEL, id, { keys: ['k'] });
		expect(await meta()).toEqual([]);
		expect(await messages.addReactionToAMessage(G, CHANNEL, id, { addReactionToAMessageData: { user_id: ADA, reaction: 'heart' } })).toMatchObject({ operation: 'ADD', success: true });
		expect((await sendbird.chat('GET', `/${G}/${CHANNEL}/messages/${id}/reactions`)).body).toEqual({ heart: [ADA] });
		await messages.listReactionsOfMessage(G, CHANNEL, id, {});
		expect(await messages.removeReactionFromAMessage(G, CHANNEL, id, { userId: ADA, reaction: 'heart' })).toMatchObject({ operation: 'DELETE' });
		expect(await messages.translateMessageIntoOtherLanguages(G, CHANNEL, id, { body: { target_langs: ['de'] } })).toMatchObject({ translations: { de: 'Hello' } });
		const unread = async () => (await sendbird.chat('GET', `/${G}/${CHANNEL}/messages/unread_count`)).body.unread;
		expect(await unread()).toEqual({ [ADA]: 1, [SUPPORT]: 0 });
		await messages.gcMarkAllMessagesAsDelivered(CHANNEL, { gcMarkAllMessagesAsDeliveredData: { user_id: ADA } });
		await messages.gcMarkAllMessagesAsRead(CHANNEL, { gcMarkAllMessagesAsReadData: { user_id: ADA } });
		await messages.gcViewNumberOfEachMembersUnreadMessages(CHANNEL, {});
		expect(await unread()).toEqual({ [ADA]: 0, [SUPPORT]: 0 });
	});

	it('migrated ones keep their times', async () => {
		await group('messages').migrateMessagesByUrl(CHANNEL, { body: { messages: [{ message_type: 'MESG', user_id: ADA, message: 'Long ago', timestamp: 1_500_000_000_000 }] } });
		expect((await sendbird.chat('GET', `/${G}/${CHANNEL}/messages?message_ts=1500000000000&prev_limit=0&next_limit=0`)).body).toMatchObject({ messages: [{ message: 'Long ago', created_at: 1_500_000_000_000 }] });
	});
});

describe('announcements and the webhook setting', () => {
	it('schedule, view, list, update, reports', async () => {
		const announcements = group('announcements');
		const messages = group('messages');
		const later = Date.now() + 3_600_000;
		expect(await messages.scheduleAnnouncement({ scheduleAnnouncementData: { unique_id: 'sale', announcement_group: 'spring', message: { type: 'MESG', user_id: SUPPORT, content: 'Sale!' }, target_at: 'sender_all_channels', scheduled_at: later } })).toMatchObject({ unique_id: 'sale', status: 'scheduled' });
		await messages.updateAnnouncementById('sale', { updateAnnouncementByIdData: { message: { content: 'Big sale!' } } });
		await sendbird.age(3601);
		await sendbird.note('announcement sale reached 1 channel');
		expect(await announcements.viewAnnouncementById('sale')).toMatchObject({ status: 'done', sent_user_count: 1, open_count: 0, message: { content: 'Big sale!' } });
		await sendbird.sendbird('POST', `/users/${ADA}/reads`, {});
		expect(await messages.listAnnouncements({ status: 'done' })).toMatchObject({ announcements: [{ unique_id: 'sale', open_count: 1, open_rate: 1 }] });
		expect(await messages.listAnnouncementGroups({})).toMatchObject({ announcement_groups: ['spring'] });
		expect(await announcements.getDetailedOpenRateOfAnnouncementById('sale')).toMatchObject({ cumulative_open_counts: [1] });
		expect(await announcements.getDetailedOpenRateOfAnnouncementGroup('spring')).toMatchObject({ open_rates: [1] });
		expect(await announcements.getDetailedOpenStatusOfAnnouncementById('sale', {})).toMatchObject({ open_status: [{ user_id: ADA, has_opened: true }] });
		for (const report of [messages.getStatistics(), messages.getStatisticsMonthly(), messages.getStatisticsDaily('20260101', '20260102', '1', '2', '202601', '202602', {})]) {
			expect(await report).toMatchObject({ statistics: [{ completed_announcement_count: 1, open_count: 1 }] });
		}
	});

	it('one webhook', async () => {
		const webhooks = group('webhooks');
		await webhooks.chooseWhichEventsToSubscribeTo({ chooseWhichEventsToSubscribeToData: { enabled: true, url: 'http://127.0.0.1:1/hook', include_members: true, enabled_events: ['group_channel:message_send'] } });
		expect(await webhooks.retrieveListOfSubscribedEvents({ displayAllWebhookCategories: true })).toMatchObject({ webhook: { enabled: true, include_members: true, enabled_events: ['group_channel:message_send'], all_webhook_categories: expect.arrayContaining(['user:block']) } });
	});
});

test('every call of these groups was made', () => {
	const { all, missed } = client.coverage();
	expect(all.length).toBeGreaterThan(90);
	expect(missed).toEqual([]);
});
