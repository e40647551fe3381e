import { callOperation, field, limitFields, mostOf } from '../../../shared/operation';
import { nextByToken, PAGE } from '../../paging';
import { rowsOf } from '../../shapes';
import { commaList, unixMs } from '../../values';
import { CHANNEL_DOCS } from './channelFields';

export const getMany = callOperation({
	name: 'Get Many',
	action: 'Get many group channels',
	description: 'List channels, each as an item',
	documentation: `${CHANNEL_DOCS}/listing-channels-in-an-application/list-group-channels`,
	calls: ['GET /v3/group_channels'],
	fields: {
		...limitFields,
		filters: field.extras({
			displayName: 'Filters',
			placeholder: 'Add Filter',
			fields: {
				createdAfter: field.optionalMoment({ displayName: 'Created After' }),
				createdBefore: field.optionalMoment({ displayName: 'Created Before' }),
				customTypes: field.textList({ displayName: 'Custom Types', description: 'Only channels of these, separated by commas' }),
				membersExactlyIn: field.textList({ displayName: 'Members Exactly In', description: 'Only the channels of exactly these user IDs, separated by commas' }),
				membersIncludeIn: field.textList({ displayName: 'Members Include In', description: 'Only channels with these user IDs among others, separated by commas' }),
				nameContains: field.optionalText({ displayName: 'Name Contains' }),
				order: field.choice({
					displayName: 'Order',
					options: [
						{ name: 'Channel Name', value: 'channel_name_alphabetical' },
						{ name: 'Chronological', value: 'chronological' },
						{ name: 'Latest Last Message', value: 'latest_last_message' },
					],
					initial: 'chronological',
				}),
				showEmpty: field.toggle({ displayName: 'Show Empty', description: 'Whether channels without any message are listed too', initial: true }),
				showMember: field.toggle({ displayName: 'Show Members', description: 'Whether the members are in the answer', initial: false }),
			},
		}),
	},
	retry: 'safe',
	request: ({ filters, ...limits }) => ({
		method: 'GET',
		path: '/v3/group_channels',
		query: {
			limit: Math.min(PAGE, mostOf(limits) ?? PAGE),
			created_after: unixMs(filters.createdAfter),
			created_before: unixMs(filters.createdBefore),
			custom_types: commaList(filters.customTypes),
			members_exactly_in: commaList(filters.membersExactlyIn),
			members_include_in: commaList(filters.membersIncludeIn),
			name_contains: filters.nameContains,
			order: filters.order,
			// Said always: what Sendbird lists unasked is not documented.
			show_empty: filters.showEmpty ?? true,
			show_member: filters.showMember,
		},
	}),
	page: { next: nextByToken, most: mostOf },
	outcome: rowsOf('channels'),
});
