import { field } from '../../../shared/operation';
import { reportOperation } from '../../query/reportOperation';
import { checkQuery, queryFields, queryJsonField, queryOf } from '../../query/queryFields';

export const getEventCount = reportOperation({
	name: 'Get Event Count',
	action: 'Get the count of an event',
	description: 'Count how often an event was raised between two days, or by how many users',
	documentation: 'https://developer.clevertap.com/docs/get-event-count-api',
	path: '/1/counts/events.json',
	fields: {
		...queryFields,
		unique: field.toggle({ displayName: 'Unique Users', description: 'Whether to count users in place of events', initial: false }),
		more: field.extras({ displayName: 'Additional Fields', placeholder: 'Add Field', fields: { queryJson: queryJsonField } }),
	},
	check: checkQuery,
	body: (input) => ({ ...queryOf(input, input.more.queryJson), unique: input.unique || undefined }),
});
