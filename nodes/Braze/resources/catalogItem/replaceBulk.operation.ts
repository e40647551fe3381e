import { bulkItems } from '../../catalogs/bulkItems';
import { checkItem, itemFields, valuesOf } from '../../catalogs/itemFields';

export const replaceBulk = bulkItems({
	name: 'Replace in Bulk',
	action: 'Replace items of a catalog in bulk',
	description: 'Put items in the place of the old ones, or make them, 50 a call; values not given are gone. Braze does it a little later.',
	documentation: 'https://www.braze.com/docs/api/endpoints/catalogs/catalog_items/asynchronous/put_update_catalog_items/',
	method: 'PUT',
	fields: itemFields,
	check: checkItem,
	retry: 'safe',
	valuesOf,
});
