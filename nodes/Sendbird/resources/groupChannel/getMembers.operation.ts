import { callOperation, field, limitFields, mostOf } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { groupChannelField } from '../../fields';
import { nextByToken, PAGE } from '../../paging';
import { rowsOf } from '../../shapes';
import { CHANNEL_DOCS } from './channelFields';

export const getMembers = callOperation({
	name: 'Get Members',
	action: 'Get the members of a group channel',
	description: 'List a channel\'s members, each as an item',
	documentation: `${CHANNEL_DOCS}/listing-users/list-members-of-a-group-channel`,
	calls: ['GET /v3/group_channels/{channel_url}/members'],
	fields: {
		channelUrl: groupChannelField,
		memberState: field.choice({
			displayName: 'Member State',
			options: [
				{ name: 'All', value: 'all' },
				{ name: 'Invited', value: 'invited_only' },
				{ name: 'Joined', value: 'joined_only' },
			],
			initial: 'all',
		}),
		...limitFields,
	},
	retry: 'safe',
	request: ({ channelUrl, memberState, ...limits }) => ({
		method: 'GET',
		path: path`/v3/group_channels/${channelUrl}/members`,
		query: { limit: Math.min(PAGE, mostOf(limits) ?? PAGE), member_state_filter: memberState === 'all' ? undefined : memberState },
	}),
	page: { next: nextByToken, most: mostOf },
	outcome: rowsOf('members'),
});
