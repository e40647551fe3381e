import { callOperation } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { catalogField } from '../../dataPickFields';
import { minorFailure } from '../../minorErrors';
import { selectionNameField } from './selectionFields';

export const deleteSelection = callOperation({
	name: 'Delete',
	action: 'Delete a selection of a catalog',
	description: 'Delete a selection; its items stay. Braze does it a little later.',
	documentation: 'https://www.braze.com/docs/api/endpoints/catalogs/catalog_selections/asynchronous/delete_catalog_selection/',
	calls: ['DELETE /catalogs/{catalog_name}/selections/{selection_name}'],
	dangerous: 'deletes',
	fields: { catalog: catalogField, selectionName: selectionNameField },
	retry: 'safe',
	request: ({ catalog, selectionName }) => ({ method: 'DELETE', path: path`/catalogs/${catalog}/selections/${selectionName}` }),
	classify: minorFailure,
	outcome: (_, input) => ({ ...input, queuedForDeletion: true }),
});
