import { callOperation, field, type InputOf, type Problem } from '../../../shared/operation';
import { objectOf } from '../../shapes';
import { filled, unixMs } from '../../values';
import { ANNOUNCEMENT_DOCS } from './announcementFields';

const HHMM = /^([01]\d|2[0-3])([0-5]\d)$/;

/** The one target that needs no list. */
const ALL_CHANNELS = 'sender_all_channels';

const fields = {
	messageType: field.choice({
		displayName: 'Message Type',
		options: [
			{ name: 'Admin', value: 'ADMM', description: 'In nobody\'s name' },
			{ name: 'Text', value: 'MESG', description: 'In a user\'s name' },
		],
		initial: 'MESG',
	}),
	userId: field.shownWhen({ messageType: ['MESG'] }, field.requiredId({ displayName: 'Sender User ID', description: 'In whose name it is sent' })),
	content: field.requiredText({ displayName: 'Message' }),
	targetAt: field.choice({
		displayName: 'Target',
		options: [
			{ name: 'All Channels of the Sender', value: 'sender_all_channels' },
			{ name: 'Channels in the List', value: 'target_channels', description: 'The one target of an admin message, after Sendbird\'s older text' },
			{ name: 'Channels of Users in the List', value: 'target_users_included_channels', description: 'Of the sender, these users and others' },
			{ name: 'Channels of Users in the List Only', value: 'target_users_only_channels', description: 'Of the sender and these users, and nobody else' },
		],
		initial: 'target_users_only_channels',
	}),
	targetList: field.textList({ displayName: 'Target List', description: 'User IDs or channel URLs, after the target; separated by commas, or a list from an expression' }),
	scheduledAt: field.optionalMoment({ displayName: 'Scheduled At', description: 'When it begins; at once where empty' }),
	more: field.extras({
		displayName: 'Additional Fields',
		placeholder: 'Add Field',
		fields: {
			announcementGroup: field.optionalId({ displayName: 'Announcement Group', description: 'A name that groups announcements in statistics' }),
			ceaseAt: field.optionalId({ displayName: 'Cease At', description: 'The time of day (UTC) at which sending pauses, as HHMM', placeholder: '2200' }),
			createChannel: field.toggle({ displayName: 'Create Channel', description: 'Whether a channel is made for a target that has none', initial: true }),
			createChannelOptions: field.jsonObject({ displayName: 'Create Channel Options', description: 'With Create Channel: name, distinct, cover_url, custom_type, data', initial: '{\n  "distinct": true\n}' }),
			customType: field.optionalId({ displayName: 'Message Custom Type' }),
			data: field.optionalText({ displayName: 'Message Data' }),
			enablePush: field.toggle({ displayName: 'Enable Push', description: 'Whether users get a push notification', initial: true }),
			endAt: field.optionalMoment({ displayName: 'End At', description: 'When it ends even if not all have it' }),
			markAsRead: field.toggle({ displayName: 'Mark as Read', description: 'Whether it counts as read by the sender', initial: true }),
			resumeAt: field.optionalId({ displayName: 'Resume At', description: 'The time of day (UTC) at which sending goes on, as HHMM', placeholder: '0800' }),
			sendToFrozenChannels: field.toggle({ displayName: 'Send to Frozen Channels', description: 'Whether frozen channels get it too', initial: true }),
			targetChannelType: field.choice({
				displayName: 'Target Channel Type',
				options: [
					{ name: 'All', value: 'all' },
					{ name: 'Distinct', value: 'distinct' },
					{ name: 'Non-Distinct', value: 'non-distinct' },
				],
				initial: 'distinct',
			}),
			targetCustomType: field.optionalId({ displayName: 'Target Custom Type', description: 'Only channels of this custom type' }),
			uniqueId: field.optionalId({ displayName: 'Announcement ID', description: 'An ID of your own (unique_id); Sendbird refuses a second announcement under it' }),
		},
	}),
};

function check({ messageType, userId, targetAt, targetList, more }: InputOf<typeof fields>): Problem | undefined {
	if (messageType === 'MESG' && userId === undefined) return { displayName: 'Sender User ID', message: 'is missing' };
	if (targetAt !== ALL_CHANNELS && targetList.length === 0) return { displayName: 'Target List', message: 'is missing' };
	for (const [displayName, value] of [['Cease At', more.ceaseAt], ['Resume At', more.resumeAt]] as const) {
		if (value !== undefined && !HHMM.test(value)) return { displayName, message: 'must be a time of day as HHMM, for instance 2200' };
	}
	return (more.ceaseAt === undefined) === (more.resumeAt === undefined) ? undefined : { displayName: more.ceaseAt === undefined ? 'Cease At' : 'Resume At', message: 'is missing: the two go together' };
}

export const schedule = callOperation({
	name: 'Schedule',
	action: 'Schedule an announcement',
	description: 'Send one message to many users or channels, now or later',
	documentation: `${ANNOUNCEMENT_DOCS}/schedule-an-announcement`,
	calls: ['POST /v3/announcements'],
	fields,
	check,
	retry: 'onlyIfNothingHappened',
	dangerous: 'broadcasts',
	request: ({ messageType, userId, content, targetAt, targetList, scheduledAt, more }) => ({
		method: 'POST',
		path: '/v3/announcements',
		body: {
			unique_id: more.uniqueId,
			announcement_group: more.announcementGroup,
			message: { type: messageType, user_id: userId, content, custom_type: more.customType, data: more.data },
			target_at: targetAt,
			target_list: filled(targetList),
			target_channel_type: more.targetChannelType,
			target_custom_type: more.targetCustomType,
			create_channel: more.createChannel,
			create_channel_options: more.createChannel ? more.createChannelOptions : undefined,
			scheduled_at: unixMs(scheduledAt),
			end_at: unixMs(more.endAt),
			cease_at: more.ceaseAt,
			resume_at: more.resumeAt,
			enable_push: more.enablePush,
			mark_as_read: more.markAsRead,
			send_to_frozen_channels: more.sendToFrozenChannels,
		},
	}),
	outcome: objectOf,
});
