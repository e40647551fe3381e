import { callOperation, limitFields, mostOf } from '../../../shared/operation';
import { editedFields, editedQuery } from '../../listFields';
import { byPageNumber, rowsIn } from '../../paging';

/** Rows of a full page. */
const PAGE = 100;

export const getMany = callOperation({
	name: 'Get Many',
	action: 'Get many canvases',
	description: 'List Canvases with their names, IDs and tags, stopped ones too',
	documentation: 'https://www.braze.com/docs/api/endpoints/export/canvas/get_canvases/',
	calls: ['GET /canvas/list'],
	fields: { ...limitFields, ...editedFields },
	retry: 'safe',
	request: (input) => ({ method: 'GET', path: '/canvas/list', query: editedQuery(input) }),
	outcome: (answer) => rowsIn(answer, 'canvases'),
	page: { next: byPageNumber('canvases', PAGE), most: mostOf },
});
