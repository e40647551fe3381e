import { bulkItems } from '../../catalogs/bulkItems';
import { checkItemKey, itemKeyFields } from '../../catalogs/itemFields';

export const deleteBulk = bulkItems({
	name: 'Delete in Bulk',
	action: 'Delete items of a catalog in bulk',
	description: 'Delete items, 50 a call; Braze does it a little later',
	documentation: 'https://www.braze.com/docs/api/endpoints/catalogs/catalog_items/asynchronous/delete_catalog_items_bulk/',
	method: 'DELETE',
	dangerous: 'deletes',
	fields: itemKeyFields,
	check: checkItemKey,
	retry: 'safe',
	valuesOf: () => ({}),
});
