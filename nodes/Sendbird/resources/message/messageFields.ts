import { field, type InputOf } from '../../../shared/operation';
import { channelTypeField, channelUrlField } from '../../fields';
import { filled } from '../../values';

export const MESSAGE_DOCS = 'https://sendbird.com/docs/chat/platform-api/v3/message';

export const channelFields = { channelType: channelTypeField, channelUrl: channelUrlField };

export const senderField = field.requiredId({ displayName: 'Sender User ID', description: 'In whose name it is sent; he must be a member of the channel. The trigger can ignore this sender, or it would hear the message again.' });

/** What every kind of message takes. */
export const moreField = field.extras({
	displayName: 'Additional Fields',
	placeholder: 'Add Field',
	fields: {
		customType: field.optionalId({ displayName: 'Custom Type', description: 'A word of your own to group messages by' }),
		data: field.optionalText({ displayName: 'Data', description: 'Any text, for instance JSON; people do not see it' }),
		dedupId: field.optionalId({ displayName: 'Dedup ID', description: 'An ID of your own for this message (dedup_id), so that Sendbird can tell a repeat. A lost answer is reported all the same, and not sent again by itself.' }),
		isSilent: field.toggle({ displayName: 'Is Silent', description: 'Whether the message makes neither a push notification nor an unread count', initial: false }),
		markAsRead: field.toggle({ displayName: 'Mark as Read', description: 'Whether the sender has read the channel up to this message', initial: true }),
		mentionedUserIds: field.textList({ displayName: 'Mentioned User IDs', description: 'Who is mentioned, separated by commas' }),
		sendPush: field.toggle({ displayName: 'Send Push', description: 'Whether members get a push notification', initial: true }),
	},
});

export const messageExtras = (more: InputOf<{ more: typeof moreField }>['more']) => ({
	custom_type: more.customType,
	data: more.data,
	dedup_id: more.dedupId,
	is_silent: more.isSilent,
	mark_as_read: more.markAsRead,
	mention_type: filled(more.mentionedUserIds) && 'users',
	mentioned_user_ids: filled(more.mentionedUserIds),
	send_push: more.sendPush,
});
