import { callOperation, field, limitFields, mostOf } from '../../../shared/operation';
import { byPageNumber, rowsIn } from '../../paging';

/** Rows of a full page. */
const PAGE = 100;

const fields = {
	...limitFields,
	sortDirection: field.choice({ displayName: 'Sort by Creation', options: [{ name: 'Newest First', value: 'desc' }, { name: 'Oldest First', value: 'asc' }], initial: 'desc' }),
};

export const getMany = callOperation({
	name: 'Get Many',
	action: 'Get many segments',
	description: 'List segments with their names, IDs and tags, and whether their size is tracked; archived ones are left out by Braze',
	documentation: 'https://www.braze.com/docs/api/endpoints/export/segments/get_segment/',
	calls: ['GET /segments/list'],
	fields,
	retry: 'safe',
	request: ({ sortDirection }) => ({ method: 'GET', path: '/segments/list', query: { page: 0, sort_direction: sortDirection } }),
	outcome: (answer) => rowsIn(answer, 'segments'),
	page: { next: byPageNumber('segments', PAGE), most: mostOf },
});
