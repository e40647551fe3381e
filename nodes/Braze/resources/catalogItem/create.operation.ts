import { callOperation } from '../../../shared/operation';
import { checkItem, itemFields } from '../../catalogs/itemFields';
import { minorFailure } from '../../minorErrors';
import { keyOf, writeItem } from './itemCall';

/** An ID that is taken is refused. Braze takes 50 calls on single items a minute. */
export const create = callOperation({
	name: 'Create',
	action: 'Create an item of a catalog',
	description: 'Make one item at once; many are quicker with Create in Bulk',
	documentation: 'https://www.braze.com/docs/api/endpoints/catalogs/catalog_items/synchronous/post_create_catalog_item/',
	calls: ['POST /catalogs/{catalog_name}/items/{item_id}'],
	fields: itemFields,
	check: checkItem,
	retry: 'onlyIfNothingHappened',
	request: (input) => writeItem('POST', input),
	classify: minorFailure,
	outcome: (_, input) => ({ ...keyOf(input), created: true }),
});
