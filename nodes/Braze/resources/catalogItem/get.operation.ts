import { callOperation } from '../../../shared/operation';
import { checkItemKey, itemKeyFields } from '../../catalogs/itemFields';
import { rowsIn } from '../../paging';
import { itemPath } from './itemCall';

export const get = callOperation({
	name: 'Get',
	action: 'Get an item of a catalog',
	description: 'Read one item with its values',
	documentation: 'https://www.braze.com/docs/api/endpoints/catalogs/catalog_items/synchronous/get_catalog_item_details/',
	calls: ['GET /catalogs/{catalog_name}/items/{item_id}'],
	fields: itemKeyFields,
	check: checkItemKey,
	retry: 'safe',
	request: (input) => ({ method: 'GET', path: itemPath(input) }),
	outcome: (answer) => rowsIn(answer, 'items'),
});
