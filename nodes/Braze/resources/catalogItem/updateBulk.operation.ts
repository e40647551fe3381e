import { bulkItems } from '../../catalogs/bulkItems';
import { adds, checkChanges, itemFields, valuesOf } from '../../catalogs/itemFields';

/** A repeat might add to an array once more; other values may go out again. */
export const updateBulk = bulkItems({
	name: 'Update in Bulk',
	action: 'Update items of a catalog in bulk',
	description: 'Change values of items, 50 a call; those not given stay. Braze does it a little later.',
	documentation: 'https://www.braze.com/docs/api/endpoints/catalogs/catalog_items/asynchronous/patch_catalog_items_bulk/',
	method: 'PATCH',
	fields: itemFields,
	check: checkChanges,
	retry: 'safe',
	retryFor: (inputs) => (inputs.some(adds) ? 'onlyIfNothingHappened' : 'safe'),
	valuesOf,
});
