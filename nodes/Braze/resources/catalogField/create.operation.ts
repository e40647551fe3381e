import { batchStoryOperation } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { checkName, fieldNameField, fieldTypeField } from '../../catalogs/fieldTypes';
import { sendNamed } from '../../catalogs/sendNamed';
import { catalogField } from '../../dataPickFields';

/** Checked at once, made a little later. */
export const create = batchStoryOperation({
	name: 'Create',
	action: 'Create fields of a catalog',
	description: 'Add fields to a catalog, up to 50 a call; Braze makes them a little later',
	documentation: 'https://www.braze.com/docs/api/endpoints/catalogs/catalog_fields/asynchronous/post_create_catalog_fields/',
	calls: ['POST /catalogs/{catalog_name}/fields'],
	fields: { catalog: catalogField, fieldName: fieldNameField, fieldType: fieldTypeField },
	check: ({ fieldName }) => checkName('Field Name', fieldName),
	retry: 'onlyIfNothingHappened',
	batch: { size: 50, together: ({ catalog }) => catalog, alone: ({ catalog, fieldName }) => JSON.stringify([catalog, fieldName]) },
	story: async (inputs, door) =>
		await sendNamed({
			inputs,
			nameOf: ({ fieldName }) => fieldName,
			call: (left) => ({
				method: 'POST',
				path: path`/catalogs/${left[0].catalog}/fields`,
				body: { fields: left.map(({ fieldName, fieldType }) => ({ name: fieldName, type: fieldType })) },
			}),
			retry: 'onlyIfNothingHappened',
			done: (input) => ({ ...input, queued: true }),
		}, door),
});
