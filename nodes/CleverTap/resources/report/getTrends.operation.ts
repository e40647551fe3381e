import { field } from '../../../shared/operation';
import { reportOperation } from '../../query/reportOperation';
import { checkQuery, queryFields, queryJsonField, queryOf } from '../../query/queryFields';

export const getTrends = reportOperation({
	name: 'Get Trends',
	action: 'Get the trends of an event',
	description: 'Count an event by day, week or month, or add up one of its properties',
	documentation: 'https://developer.clevertap.com/docs/report-object',
	path: '/1/counts/trends.json',
	fields: {
		...queryFields,
		trends: field.choices({
			displayName: 'By',
			options: [{ name: 'Day', value: 'daily' }, { name: 'Month', value: 'monthly' }, { name: 'Week', value: 'weekly' }],
			initial: ['daily'],
		}),
		unique: field.toggle({ displayName: 'Unique Users', description: 'Whether to count users in place of events', initial: false }),
		more: field.extras({
			displayName: 'Additional Fields',
			placeholder: 'Add Field',
			fields: { queryJson: queryJsonField, sumEventProperty: field.optionalId({ displayName: 'Sum Event Property', description: 'A property with numbers that is added up in place of counting', placeholder: 'Amount' }) },
		}),
	},
	check: (input) => checkQuery(input) ?? (input.trends.length === 0 ? { displayName: 'By', message: 'is missing' } : undefined),
	body: (input) => ({
		...queryOf(input, input.more.queryJson),
		groups: Object.fromEntries(input.trends.map((trend) => [trend, { trend_type: trend }])),
		unique: input.unique || undefined,
		sum_event_prop: input.more.sumEventProperty,
	}),
});
