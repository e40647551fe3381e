import { callOperation, field } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { groupChannelField, someIds } from '../../fields';
import { CHANNEL_DOCS } from './channelFields';

export const leave = callOperation({
	name: 'Leave',
	action: 'Make users leave a group channel',
	description: 'Take users out of a channel',
	documentation: `${CHANNEL_DOCS}/managing-a-channel/leave-a-channel`,
	calls: ['PUT /v3/group_channels/{channel_url}/leave'],
	fields: {
		channelUrl: groupChannelField,
		userIds: someIds({ displayName: 'User IDs', description: 'IDs of the users who leave' }),
		removeOperatorStatus: field.toggle({ displayName: 'Remove Operator Status', description: 'Whether an operator who leaves is one no more when he comes back', initial: false }),
	},
	retry: 'safe',
	request: ({ channelUrl, userIds, removeOperatorStatus }) => ({
		method: 'PUT',
		path: path`/v3/group_channels/${channelUrl}/leave`,
		body: { user_ids: userIds, should_remove_operator_status: removeOperatorStatus || undefined },
	}),
	outcome: (_, { channelUrl, userIds }) => ({ channelUrl, userIds, left: true }),
});
