import { callOperation } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { fieldNameField } from '../../catalogs/fieldTypes';
import { catalogField } from '../../dataPickFields';
import { minorFailure } from '../../minorErrors';

export const deleteField = callOperation({
	name: 'Delete',
	action: 'Delete a field of a catalog',
	description: 'Delete a field with its values in all items; Braze does it a little later',
	documentation: 'https://www.braze.com/docs/api/endpoints/catalogs/catalog_fields/asynchronous/delete_catalog_field/',
	calls: ['DELETE /catalogs/{catalog_name}/fields/{field_name}'],
	dangerous: 'deletes',
	fields: { catalog: catalogField, fieldName: fieldNameField },
	retry: 'safe',
	request: ({ catalog, fieldName }) => ({ method: 'DELETE', path: path`/catalogs/${catalog}/fields/${fieldName}` }),
	classify: minorFailure,
	outcome: (_, input) => ({ ...input, queuedForDeletion: true }),
});
