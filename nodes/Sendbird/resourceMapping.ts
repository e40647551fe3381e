import type { FieldType, ILoadOptionsFunctions, ResourceMapperField, ResourceMapperFields } from 'n8n-workflow';
import { openDoor } from '../shared/transport/door';
import { sendbirdNotifications } from './api';
import { readTemplate, readTemplates } from './templates/readTemplates';
import { keyOf, type Template, type Variable } from './templates/templateShape';

/** Sendbird's types of variables are not listed anywhere; what is neither number nor boolean is typed as text. */
const TYPES: Readonly<Record<string, FieldType>> = { number: 'number', integer: 'number', boolean: 'boolean' };

const fieldOf = ({ key, name, type }: Variable): ResourceMapperField[] => {
	const id = key ?? name;
	if (id === undefined || id === '') return [];
	return [{ id, displayName: name ?? id, type: TYPES[type?.toLowerCase() ?? ''] ?? 'string', required: false, display: true, defaultMatch: false, canBeUsedToMatch: false }];
};

const FREE = 'Set "Variables From" to "Names and Values" and type them as the template spells them.';

/** The variables of the template that was chosen. Where Sendbird does not let them be read they are typed freely. */
export async function templateVariables(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const key = this.getCurrentNodeParameter('templateKey', { extractValue: true });
	if (typeof key !== 'string' || key === '' || key.startsWith('=')) return { fields: [], emptyFieldsNotice: `Choose a template first; its key may not be an expression here. ${FREE}` };
	const door = await openDoor(this, sendbirdNotifications);
	const find = async (): Promise<Template | undefined> => (await readTemplates(door)).find((template) => keyOf(template) === key);
	// One of the two may exist: no text of Sendbird's names their paths.
	const template = await readTemplate(door, key).catch(find).catch(() => undefined);
	const fields = (template?.variable_schema ?? []).flatMap(fieldOf);
	if (fields.length > 0) return { fields };
	const why = template === undefined ? 'Sendbird did not let the template be read (see Templates Path in the credential).' : 'This template names no variables.';
	return { fields: [], emptyFieldsNotice: `${why} ${FREE}` };
}
