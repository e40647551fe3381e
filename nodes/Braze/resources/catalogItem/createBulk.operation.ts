import { bulkItems } from '../../catalogs/bulkItems';
import { checkItem, itemFields, valuesOf } from '../../catalogs/itemFields';

export const createBulk = bulkItems({
	name: 'Create in Bulk',
	action: 'Create items of a catalog in bulk',
	description: 'Make items, 50 a call; Braze checks them at once and makes them a little later',
	documentation: 'https://www.braze.com/docs/api/endpoints/catalogs/catalog_items/asynchronous/post_create_catalog_items_bulk/',
	method: 'POST',
	fields: itemFields,
	check: checkItem,
	retry: 'onlyIfNothingHappened',
	valuesOf,
});
