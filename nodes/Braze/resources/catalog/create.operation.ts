import type { IDataObject } from 'n8n-workflow';
import { callOperation, field } from '../../../shared/operation';
import { checkName, fieldNameField, fieldTypeField } from '../../catalogs/fieldTypes';
import { minorFailure } from '../../minorErrors';
import { rowsIn } from '../../paging';

const MOST_DESCRIPTION = 250;

const fields = {
	name: field.requiredId({ displayName: 'Name', description: 'Letters, digits, hyphens and underscores, up to 250', placeholder: 'restaurants' }),
	description: field.requiredText({ displayName: 'Description', description: 'Up to 250 characters' }),
	fields: field.rows({
		displayName: 'Fields',
		description: 'What an item holds. The field "id", a string, is put first by itself.',
		placeholder: 'Add Field',
		rowName: 'Field',
		fields: { name: fieldNameField, type: fieldTypeField },
		most: 500,
	}),
};

/** A name that is taken is refused, so a repeat would be refused for what it did itself. */
export const create = callOperation({
	name: 'Create',
	action: 'Create a catalog',
	description: 'Make a catalog with its fields; Braze takes 50 calls on catalogs a minute',
	documentation: 'https://www.braze.com/docs/api/endpoints/catalogs/catalog_management/synchronous/post_create_catalog/',
	calls: ['POST /catalogs'],
	fields,
	check: ({ name, description, fields: listed }) => {
		if (description.length > MOST_DESCRIPTION) return { displayName: 'Description', message: `is longer than ${MOST_DESCRIPTION} characters` };
		if (new Set(listed.map((one) => one.name)).size < listed.length) return { displayName: 'Fields', message: 'holds a name twice' };
		return checkName('Name', name) ?? listed.map((one) => checkName('Fields', one.name)).find((problem) => problem !== undefined);
	},
	retry: 'onlyIfNothingHappened',
	request: ({ name, description, fields: listed }) => {
		const all = [{ name: 'id', type: 'string' }, ...listed.filter((one) => one.name !== 'id')];
		return { method: 'POST', path: '/catalogs', body: { catalogs: [{ name, description, fields: all }] } };
	},
	classify: minorFailure,
	outcome: (answer): IDataObject[] => rowsIn(answer, 'catalogs'),
});
