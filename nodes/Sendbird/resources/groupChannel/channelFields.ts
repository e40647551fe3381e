import { field, type InputOf } from '../../../shared/operation';
import { filled } from '../../values';

export const CHANNEL_DOCS = 'https://sendbird.com/docs/chat/platform-api/v3/channel';

/** What both a new channel and a changed one take. */
export const channelExtras = {
	coverUrl: field.optionalId({ displayName: 'Cover URL', description: 'Address of the channel\'s picture' }),
	customType: field.optionalId({ displayName: 'Custom Type', description: 'A word of your own to group channels by' }),
	data: field.optionalText({ displayName: 'Data', description: 'Any text, for instance JSON' }),
	isPublic: field.toggle({ displayName: 'Is Public', description: 'Whether anybody may join without an invitation', initial: false }),
	operatorIds: field.textList({ displayName: 'Operator IDs', description: 'User IDs of the channel\'s operators, separated by commas' }),
};

export const channelBody = (more: Partial<InputOf<typeof channelExtras>>) => ({
	cover_url: more.coverUrl,
	custom_type: more.customType,
	data: more.data,
	is_public: more.isPublic,
	operator_ids: filled(more.operatorIds),
});
