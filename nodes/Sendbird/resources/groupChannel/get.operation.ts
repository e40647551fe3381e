import { callOperation, field } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { groupChannelField } from '../../fields';
import { objectOf } from '../../shapes';
import { CHANNEL_DOCS } from './channelFields';

export const get = callOperation({
	name: 'Get',
	action: 'Get a group channel',
	description: 'Read a channel',
	documentation: `${CHANNEL_DOCS}/listing-channels-in-an-application/get-a-group-channel`,
	calls: ['GET /v3/group_channels/{channel_url}'],
	fields: {
		channelUrl: groupChannelField,
		showMember: field.toggle({ displayName: 'Show Members', description: 'Whether the members are in the answer (at most 100; Get Members reads all)', initial: false }),
	},
	retry: 'safe',
	request: ({ channelUrl, showMember }) => ({ method: 'GET', path: path`/v3/group_channels/${channelUrl}`, query: showMember ? { show_member: true } : undefined }),
	outcome: objectOf,
});
