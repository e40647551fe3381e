import { callOperation, field, limitFields, mostOf } from '../../../shared/operation';
import { batchSize, byCursor, recordsOf } from '../../query/cursorPaging';
import { checkQuery, queryFields, queryJsonField, queryOf } from '../../query/queryFields';

const part = (displayName: string, what: string) => field.toggle({ displayName, description: `Whether the profiles come with ${what}`, initial: false });

export const getMany = callOperation({
	name: 'Get Many',
	action: 'Get many profiles',
	description: 'Read the profiles of everybody who raised an event between two days',
	documentation: 'https://developer.clevertap.com/docs/get-user-profiles-api',
	calls: ['POST /1/profiles.json', 'GET /1/profiles.json'],
	fields: {
		...queryFields,
		...limitFields,
		more: field.extras({
			displayName: 'Additional Fields',
			placeholder: 'Add Field',
			fields: { app: part('App', 'what CleverTap knows of app and device'), events: part('Events', 'counts of their events'), profile: part('Profile', 'their attributes'), queryJson: queryJsonField },
		}),
	},
	check: checkQuery,
	retry: 'safe',
	request: (input) => ({
		method: 'POST',
		path: '/1/profiles.json',
		query: { batch_size: batchSize(mostOf(input)), app: input.more.app, events: input.more.events, profile: input.more.profile },
		body: queryOf(input, input.more.queryJson),
	}),
	page: { next: byCursor, most: mostOf },
	outcome: recordsOf,
});
