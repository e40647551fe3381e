import { z } from 'zod';
import { catalogRefusal } from './catalogErrors';
import { FIELD_TYPES, type CatalogField } from './catalogState';

const NAME_MAX = 250;
export const FIELDS_MAX = 500;
const NAME = /^[A-Za-z0-9_-]+$/;

const fieldList = z.array(z.object({ name: z.string(), type: z.string() })).min(1);
const type = z.enum(FIELD_TYPES);
const catalogObject = z.object({ name: z.string(), description: z.string(), fields: z.unknown() });

/** Reads `fields`. Throws what is wrong with their names and types. */
export function readFields(given: unknown): CatalogField[] {
	const parsed = fieldList.safeParse(given);
	if (!parsed.success) throw catalogRefusal(400, 'invalid-fields', {}, 'fields must be an array of objects with name and type');
	const names = parsed.data.map(({ name }) => name);
	if (names.some((name) => !NAME.test(name))) throw catalogRefusal(400, 'invalid-field-names');
	if (names.some((name) => name.length > NAME_MAX)) throw catalogRefusal(400, 'field-names-too-large');
	if (new Set(names).size < names.length) throw catalogRefusal(400, 'field-names-not-unique');
	return parsed.data.map((field) => {
		const read = type.safeParse(field.type);
		if (!read.success) throw catalogRefusal(400, 'invalid-field-types', { [field.name]: field.type });
		return { name: field.name, type: read.data };
	});
}

/** Reads the one catalog of `POST /catalogs`. */
export function readCatalog(given: unknown): { name: string; description: string; fields: CatalogField[] } {
	if (!Array.isArray(given) || given.length === 0) throw catalogRefusal(400, 'catalog-array-invalid');
	if (given.length > 1) throw catalogRefusal(400, 'too-many-catalog-atoms');
	const parsed = catalogObject.safeParse(given[0]);
	if (!parsed.success) throw catalogRefusal(400, 'catalog-array-invalid', {}, `${parsed.error.issues[0].path.join('.')}: ${parsed.error.issues[0].message}`);
	const { name, description, fields: givenFields } = parsed.data;
	if (!NAME.test(name)) throw catalogRefusal(400, 'invalid-catalog-name', { name });
	if (name.length > NAME_MAX) throw catalogRefusal(400, 'catalog-name-too-large', { name });
	if (description.length > NAME_MAX) throw catalogRefusal(400, 'description-too-long', { description });
	const fields = readFields(givenFields);
	if (fields.length > FIELDS_MAX) throw catalogRefusal(400, 'too-many-fields');
	if (fields[0].name !== 'id' || fields[0].type !== 'string') throw catalogRefusal(400, 'id-not-first-column');
	return { name, description, fields };
}
