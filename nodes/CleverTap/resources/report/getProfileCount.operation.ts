import { field } from '../../../shared/operation';
import { reportOperation } from '../../query/reportOperation';
import { checkQuery, queryFields, queryJsonField, queryOf } from '../../query/queryFields';

export const getProfileCount = reportOperation({
	name: 'Get Profile Count',
	action: 'Get the count of profiles',
	description: 'Count the profiles of everybody who raised an event between two days',
	documentation: 'https://developer.clevertap.com/docs/get-user-profile-count-api',
	path: '/1/counts/profiles.json',
	fields: { ...queryFields, more: field.extras({ displayName: 'Additional Fields', placeholder: 'Add Field', fields: { queryJson: queryJsonField } }) },
	check: checkQuery,
	body: (input) => queryOf(input, input.more.queryJson),
});
