import { callOperation } from '../../../shared/operation';
import { checkChanges, itemFields } from '../../catalogs/itemFields';
import { minorFailure } from '../../minorErrors';
import { keyOf, writeItem } from './itemCall';

/** A repeat might add to an array once more. */
export const update = callOperation({
	name: 'Update',
	action: 'Update an item of a catalog',
	description: 'Change values of one item at once; those not given stay',
	documentation: 'https://www.braze.com/docs/api/endpoints/catalogs/catalog_items/synchronous/patch_catalog_item/',
	calls: ['PATCH /catalogs/{catalog_name}/items/{item_id}'],
	fields: itemFields,
	check: checkChanges,
	retry: 'onlyIfNothingHappened',
	request: (input) => writeItem('PATCH', input),
	classify: minorFailure,
	outcome: (_, input) => ({ ...keyOf(input), updated: true }),
});
