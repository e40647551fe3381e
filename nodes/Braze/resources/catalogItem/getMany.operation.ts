import { callOperation, limitFields, mostOf } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { catalogField } from '../../dataPickFields';
import { byLink, rowsIn } from '../../paging';

export const getMany = callOperation({
	name: 'Get Many',
	action: 'Get many items of a catalog',
	description: 'List items with their values, 50 a call; Braze takes 50 such calls a minute',
	documentation: 'https://www.braze.com/docs/api/endpoints/catalogs/catalog_items/synchronous/get_catalog_items_details_bulk/',
	calls: ['GET /catalogs/{catalog_name}/items'],
	fields: { catalog: catalogField, ...limitFields },
	retry: 'safe',
	request: ({ catalog }) => ({ method: 'GET', path: path`/catalogs/${catalog}/items` }),
	outcome: (answer) => rowsIn(answer, 'items'),
	page: { next: byLink, most: mostOf },
});
