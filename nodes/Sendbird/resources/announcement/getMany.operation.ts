import { callOperation, field, limitFields, mostOf } from '../../../shared/operation';
import { nextByToken, PAGE } from '../../paging';
import { rowsOf } from '../../shapes';
import { ANNOUNCEMENT_DOCS } from './announcementFields';

/** In Sendbird's SDK, not in its API description. */
export const getMany = callOperation({
	name: 'Get Many',
	action: 'Get many announcements',
	description: 'List announcements, each as an item',
	documentation: `${ANNOUNCEMENT_DOCS}/list-announcements`,
	calls: ['GET /v3/announcements'],
	fields: {
		...limitFields,
		filters: field.extras({
			displayName: 'Filters',
			placeholder: 'Add Filter',
			fields: {
				announcementGroup: field.optionalId({ displayName: 'Announcement Group' }),
				status: field.optionalId({ displayName: 'Status', description: 'Such as scheduled, running, done, paused, stopped or canceled', placeholder: 'done' }),
			},
		}),
	},
	retry: 'safe',
	request: ({ filters, ...limits }) => ({
		method: 'GET',
		path: '/v3/announcements',
		query: { limit: Math.min(PAGE, mostOf(limits) ?? PAGE), announcement_group: filters.announcementGroup, status: filters.status },
	}),
	page: { next: nextByToken, most: mostOf },
	outcome: rowsOf('announcements'),
});
