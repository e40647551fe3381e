import { callOperation, limitFields, mostOf } from '../../../shared/operation';
import { byPageNumber, namesIn } from '../../paging';

/** Names of a full page. */
const PAGE = 250;

export const getNames = callOperation({
	name: 'Get Names',
	action: 'Get the names of custom events',
	description: 'List the names of custom events in the order of the alphabet',
	documentation: 'https://www.braze.com/docs/api/endpoints/export/custom_events/get_custom_events/',
	calls: ['GET /events/list'],
	fields: limitFields,
	retry: 'safe',
	request: () => ({ method: 'GET', path: '/events/list', query: { page: 0 } }),
	outcome: (answer) => namesIn(answer, 'events').map((name) => ({ name })),
	page: { next: byPageNumber('events', PAGE), most: mostOf },
});
