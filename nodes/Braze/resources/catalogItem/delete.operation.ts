import { callOperation } from '../../../shared/operation';
import { checkItemKey, itemKeyFields } from '../../catalogs/itemFields';
import { minorFailure } from '../../minorErrors';
import { itemPath, keyOf } from './itemCall';

export const deleteItem = callOperation({
	name: 'Delete',
	action: 'Delete an item of a catalog',
	description: 'Delete one item at once; many are quicker with Delete in Bulk',
	documentation: 'https://www.braze.com/docs/api/endpoints/catalogs/catalog_items/synchronous/delete_catalog_item/',
	calls: ['DELETE /catalogs/{catalog_name}/items/{item_id}'],
	dangerous: 'deletes',
	fields: itemKeyFields,
	check: checkItemKey,
	retry: 'safe',
	request: (input) => ({ method: 'DELETE', path: itemPath(input) }),
	classify: minorFailure,
	outcome: (_, input) => ({ ...keyOf(input), deleted: true }),
});
