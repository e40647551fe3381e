import { callOperation, field, limitFields, mostOf } from '../../../shared/operation';
import { nextByToken, PAGE } from '../../paging';
import { rowsOf } from '../../shapes';
import { commaList } from '../../values';
import { USER_DOCS } from './userFields';

export const getMany = callOperation({
	name: 'Get Many',
	action: 'Get many users',
	description: 'List users, each as an item',
	documentation: `${USER_DOCS}/listing-users/list-users`,
	calls: ['GET /v3/users'],
	fields: {
		...limitFields,
		filters: field.extras({
			displayName: 'Filters',
			placeholder: 'Add Filter',
			fields: {
				activeMode: field.choice({
					displayName: 'Active Mode',
					options: [
						{ name: 'Activated', value: 'activated' },
						{ name: 'All', value: 'all' },
						{ name: 'Deactivated', value: 'deactivated' },
					],
					initial: 'activated',
				}),
				metadataKey: field.optionalId({ displayName: 'Metadata Key', description: 'Only users whose metadata has this key' }),
				metadataValues: field.textList({ displayName: 'Metadata Values', description: 'With a Metadata Key: only users who hold one of these values under it, separated by commas' }),
				nickname: field.optionalText({ displayName: 'Nickname', description: 'The whole nickname' }),
				nicknameStartsWith: field.optionalText({ displayName: 'Nickname Starts With' }),
				userIds: field.textList({ displayName: 'User IDs', description: 'Only these users, separated by commas' }),
			},
		}),
	},
	retry: 'safe',
	check: ({ filters }) => ((filters.metadataValues ?? []).length > 0 && filters.metadataKey === undefined ? { displayName: 'Metadata Key', message: 'is missing: Metadata Values need one' } : undefined),
	request: ({ filters, ...limits }) => ({
		method: 'GET',
		path: '/v3/users',
		query: {
			limit: Math.min(PAGE, mostOf(limits) ?? PAGE),
			active_mode: filters.activeMode,
			metadatakey: filters.metadataKey,
			metadatavalues_in: commaList(filters.metadataValues),
			nickname: filters.nickname,
			nickname_startswith: filters.nicknameStartsWith,
			user_ids: commaList(filters.userIds),
		},
	}),
	page: { next: nextByToken, most: mostOf },
	outcome: rowsOf('users'),
});
