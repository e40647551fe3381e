import { callOperation } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { minorFailure } from '../../minorErrors';
import { checkSelection, selectionFields, selectionOf } from './selectionFields';

export const create = callOperation({
	name: 'Create',
	action: 'Create a selection of a catalog',
	description: 'Make a selection: items of a catalog that fit filters, for messages; Braze makes it a little later',
	documentation: 'https://www.braze.com/docs/api/endpoints/catalogs/catalog_selections/asynchronous/post_create_catalog_selections/',
	calls: ['POST /catalogs/{catalog_name}/selections'],
	fields: selectionFields,
	check: checkSelection,
	retry: 'onlyIfNothingHappened',
	request: (input) => ({ method: 'POST', path: path`/catalogs/${input.catalog}/selections`, body: { selection: selectionOf(input) } }),
	classify: minorFailure,
	outcome: (_, { catalog, selectionName }) => ({ catalog, selectionName, queued: true }),
});
