import { callOperation, limitFields, mostOf } from '../../../shared/operation';
import { editedFields, editedQuery } from '../../listFields';
import { byPageNumber, rowsIn } from '../../paging';

/** Rows of a full page. */
const PAGE = 100;

export const getMany = callOperation({
	name: 'Get Many',
	action: 'Get many campaigns',
	description: 'List campaigns with their names, IDs and tags, and whether they are API campaigns',
	documentation: 'https://www.braze.com/docs/api/endpoints/export/campaigns/get_campaigns/',
	calls: ['GET /campaigns/list'],
	fields: { ...limitFields, ...editedFields },
	retry: 'safe',
	request: (input) => ({ method: 'GET', path: '/campaigns/list', query: editedQuery(input) }),
	outcome: (answer) => rowsIn(answer, 'campaigns'),
	page: { next: byPageNumber('campaigns', PAGE), most: mostOf },
});
