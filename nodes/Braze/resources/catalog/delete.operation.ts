import { callOperation } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { catalogField } from '../../dataPickFields';
import { minorFailure } from '../../minorErrors';

export const deleteCatalog = callOperation({
	name: 'Delete',
	action: 'Delete a catalog',
	description: 'Delete a catalog with all its items',
	documentation: 'https://www.braze.com/docs/api/endpoints/catalogs/catalog_management/synchronous/delete_catalog/',
	calls: ['DELETE /catalogs/{catalog_name}'],
	dangerous: 'deletes',
	fields: { catalog: catalogField },
	retry: 'safe',
	request: ({ catalog }) => ({ method: 'DELETE', path: path`/catalogs/${catalog}` }),
	classify: minorFailure,
	outcome: (_, { catalog }) => ({ catalog, deleted: true }),
});
