import { callOperation, limitFields, mostOf } from '../../../shared/operation';
import { byLink, rowsIn } from '../../paging';

/** 50 a page; the next one is named in the `Link` header. Braze takes 1,000 such calls an hour. */
export const getMany = callOperation({
	name: 'Get Many',
	action: 'Get many custom events',
	description: 'List custom events with description, status and tags',
	documentation: 'https://www.braze.com/docs/api/endpoints/export/custom_events/get_custom_events_data/',
	calls: ['GET /events'],
	fields: limitFields,
	retry: 'safe',
	request: () => ({ method: 'GET', path: '/events' }),
	outcome: (answer) => rowsIn(answer, 'events'),
	page: { next: byLink, most: mostOf },
});
