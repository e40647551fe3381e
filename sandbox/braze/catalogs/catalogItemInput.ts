import { z } from 'zod';
import { isJsonObject, jsonObject, type Json, type JsonObject } from '../json';
import { catalogRefusal } from './catalogErrors';
import type { Catalog, CatalogItem, FieldType } from './catalogState';

/** Items of one bulk call. */
const ITEMS_MAX = 50;
const ID_MAX = 250;
const VALUE_MAX = 5_000;
const NESTING_MAX = 50;
const ID = /^[A-Za-z0-9_-]+$/;

const isTime = (value: Json): boolean => typeof value === 'string' && !Number.isNaN(Date.parse(value));

/** What the field keeps of the value, or undefined where it cannot be read as its type. Null clears. */
const COERCE: Record<FieldType, (value: Json) => Json | undefined> = {
	string: (value) => (typeof value === 'object' ? undefined : String(value)),
	number: (value) => (typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : undefined),
	boolean: (value) => (typeof value === 'boolean' ? value : value === 'true' ? true : value === 'false' ? false : undefined),
	time: (value) => (isTime(value) ? value : undefined),
	object: (value) => (isJsonObject(value) ? value : undefined),
	array: (value) => (Array.isArray(value) ? value : undefined),
};

const depth = (value: Json): number =>
	typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depth)) : 0;

const badKey = (value: Json): boolean =>
	Array.isArray(value) ? value.some(badKey) : isJsonObject(value) && Object.entries(value).some(([key, inner]) => /[.$]/.test(key) || badKey(inner));

/** `$add` and `$remove` of an edit; anything else is the new value. */
export const isArrayChange = (value: Json): value is JsonObject =>
	isJsonObject(value) && Object.keys(value).length > 0 && Object.keys(value).every((key) => key === '$add' || key === '$remove');

/** Throws what is wrong with an item's id. */
export function refuseBadId(id: string): void {
	if (id.length > ID_MAX) throw catalogRefusal(400, 'ids-too-large', { id });
	if (!ID.test(id)) throw catalogRefusal(400, 'invalid-ids', { id });
}

/** One item's values, read as their fields' types. `edit` allows `$add` and `$remove` on arrays. */
export function readValues(catalog: Catalog, id: string, given: JsonObject, edit: boolean): JsonObject {
	const values: JsonObject = {};
	for (const [name, value] of Object.entries(given)) {
		const type = catalog.fields.find((field) => field.name === name)?.type;
		if (type === undefined) throw catalogRefusal(400, 'invalid-fields', { id });
		if (value === null || (edit && type === 'array' && isArrayChange(value))) {
			values[name] = value;
			continue;
		}
		if (badKey(value)) throw catalogRefusal(400, 'invalid-keys-in-value-object', { id });
		if (depth(value) > NESTING_MAX) throw catalogRefusal(400, 'too-deep-nesting-in-value-object', { id });
		const kept = COERCE[type](value);
		if (kept === undefined) throw catalogRefusal(400, 'unable-to-coerce-value', { id, [name]: value });
		if ((typeof kept === 'string' ? kept : JSON.stringify(kept)).length > VALUE_MAX) throw catalogRefusal(400, 'items-too-large', { id });
		values[name] = kept;
	}
	return values;
}

function itemObjects(given: unknown, most: number): JsonObject[] {
	const parsed = z.array(jsonObject).min(1).safeParse(given);
	if (!parsed.success) throw catalogRefusal(400, 'item-array-invalid');
	if (parsed.data.length > most) throw catalogRefusal(400, 'request-includes-too-many-items');
	return parsed.data;
}

/** The items of a bulk call: ids in the body, at most 50. Nothing is taken where one is bad. */
export function readItems(catalog: Catalog, given: unknown, edit: boolean): CatalogItem[] {
	const objects = itemObjects(given, ITEMS_MAX);
	const nameless = objects.filter(({ id }) => id === undefined || id === null || id === '').length;
	if (nameless > 0) throw catalogRefusal(400, 'items-missing-ids', {}, `There are ${nameless} item(s) that do not have ids`);
	const items = objects.map(({ id, ...values }) => {
		if (typeof id !== 'string') throw catalogRefusal(400, 'ids-not-strings', { id: id ?? null });
		refuseBadId(id);
		return { ...readValues(catalog, id, values, edit), id };
	});
	if (new Set(items.map(({ id }) => id)).size < items.length) throw catalogRefusal(400, 'ids-not-unique');
	return items;
}

/** The one item of a call that names it in the path. */
export function readOneItem(catalog: Catalog, id: string, given: unknown, edit: boolean): CatalogItem {
	refuseBadId(id);
	const [values] = itemObjects(given, 1);
	if ('id' in values) throw catalogRefusal(400, 'id-in-body', { id });
	return { ...readValues(catalog, id, values, edit), id };
}
