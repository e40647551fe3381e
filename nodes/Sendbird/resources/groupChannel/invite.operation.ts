import { callOperation, field } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { groupChannelField, someIds } from '../../fields';
import { objectOf } from '../../shapes';
import { CHANNEL_DOCS } from './channelFields';

export const invite = callOperation({
	name: 'Invite',
	action: 'Invite users to a group channel',
	description: 'Make users members; they join at once where they accept invitations automatically',
	documentation: `${CHANNEL_DOCS}/inviting-a-user/invite-as-members-channel`,
	calls: ['POST /v3/group_channels/{channel_url}/invite'],
	fields: {
		channelUrl: groupChannelField,
		userIds: someIds({ displayName: 'User IDs', description: 'IDs of the users to invite' }),
		inviterId: field.optionalId({ displayName: 'Inviter ID', description: 'User ID of who invites' }),
	},
	retry: 'safe',
	request: ({ channelUrl, userIds, inviterId }) => ({ method: 'POST', path: path`/v3/group_channels/${channelUrl}/invite`, body: { user_ids: userIds, inviter_id: inviterId } }),
	outcome: objectOf,
});
