import { field } from '../../../shared/operation';
import { reportOperation } from '../../query/reportOperation';
import { checkQuery, queryFields, queryJsonField, queryOf } from '../../query/queryFields';

const MOST_GROUPS = 20;

export const getTopProperties = reportOperation({
	name: 'Get Top Properties',
	action: 'Get the top values of properties',
	description: 'Read which values of properties come up most, or least, with an event',
	documentation: 'https://developer.clevertap.com/docs/report-object',
	path: '/1/counts/top.json',
	fields: {
		...queryFields,
		groups: field.rows({
			displayName: 'Properties',
			placeholder: 'Add Property',
			rowName: 'Property',
			least: 1,
			most: MOST_GROUPS,
			fields: {
				name: field.requiredId({ displayName: 'Name', placeholder: 'Category' }),
				propertyType: field.choice({ displayName: 'Property Type', options: [{ name: 'Event Property', value: 'event_properties' }, { name: 'Profile Field', value: 'profile_fields' }], initial: 'event_properties' }),
				topN: field.wholeNumber({ displayName: 'Values', description: 'How many values to return', initial: 10, min: 1, max: 100 }),
				order: field.choice({ displayName: 'Order', options: [{ name: 'Least First', value: 'asc' }, { name: 'Most First', value: 'desc' }], initial: 'desc' }),
			},
		}),
		more: field.extras({ displayName: 'Additional Fields', placeholder: 'Add Field', fields: { queryJson: queryJsonField } }),
	},
	check: checkQuery,
	body: (input) => ({
		...queryOf(input, input.more.queryJson),
		groups: Object.fromEntries(input.groups.map(({ name, propertyType, topN, order }) => [name, { property_type: propertyType, name, top_n: topN, order }])),
	}),
});
