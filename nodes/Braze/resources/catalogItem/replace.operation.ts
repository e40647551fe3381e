import { callOperation } from '../../../shared/operation';
import { checkItem, itemFields } from '../../catalogs/itemFields';
import { minorFailure } from '../../minorErrors';
import { keyOf, writeItem } from './itemCall';

/** The whole item: a repeat changes nothing. */
export const replace = callOperation({
	name: 'Replace',
	action: 'Replace an item of a catalog',
	description: 'Put one item in the place of the old one, or make it; values not given are gone',
	documentation: 'https://www.braze.com/docs/api/endpoints/catalogs/catalog_items/synchronous/put_update_catalog_item/',
	calls: ['PUT /catalogs/{catalog_name}/items/{item_id}'],
	fields: itemFields,
	check: checkItem,
	retry: 'safe',
	request: (input) => writeItem('PUT', input),
	classify: minorFailure,
	outcome: (_, input) => ({ ...keyOf(input), replaced: true }),
});
