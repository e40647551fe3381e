import { isJsonObject, jsonBytes, type Json, type JsonObject } from '../json';

/** Braze's default length of an array attribute; older elements fall out first. */
export const ARRAY_MAX = 25;
const NESTED_MAX_BYTES = 50 * 1024;
const KEY_MAX = 255;

export type Written = { kind: 'set'; value: Json } | { kind: 'cleared' } | { kind: 'dropped'; why: string };

const set = (value: Json): Written => ({ kind: 'set', value });
const dropped = (why: string): Written => ({ kind: 'dropped', why });

const sameValue = (a: Json, b: Json): boolean => JSON.stringify(a) === JSON.stringify(b);

const capped = (values: Json[]): Json[] => values.slice(-ARRAY_MAX);

/** `{ "add": [...] }` and `{ "remove": [...] }`, alone or together. */
function changeArray(before: Json | undefined, change: JsonObject): Written {
	const { add = [], remove = [] } = change;
	if (!Array.isArray(add) || !Array.isArray(remove)) return dropped('add and remove take arrays');
	if (before !== undefined && !Array.isArray(before)) return dropped('the attribute is no array');
	const kept = (before ?? []).filter((value) => !remove.some((gone) => sameValue(gone, value)));
	// Whether an element that is there already is added once more is not documented; here it is not.
	const added = add.filter((value, at) => ![...kept, ...add.slice(0, at)].some((other) => sameValue(other, value)));
	return set(capped([...kept, ...added]));
}

function increment(before: Json | undefined, by: Json): Written {
	if (typeof by !== 'number' || !Number.isInteger(by)) return dropped('inc takes a whole number');
	if (before !== undefined && typeof before !== 'number') return dropped('the attribute is no number');
	return set((before ?? 0) + by);
}

/** The first key that Braze refuses in a nested attribute, or undefined. */
function badKey(value: Json): string | undefined {
	if (Array.isArray(value)) return value.map(badKey).find((key) => key !== undefined);
	if (!isJsonObject(value)) return undefined;
	for (const [key, inner] of Object.entries(value)) {
		if (key === '' || key.length > KEY_MAX || /\s/.test(key)) return key;
		const below = badKey(inner);
		if (below !== undefined) return below;
	}
	return undefined;
}

function merge(before: Json | undefined, change: JsonObject): JsonObject {
	const merged: JsonObject = isJsonObject(before) ? { ...before } : {};
	for (const [key, value] of Object.entries(change)) {
		if (value === null) delete merged[key];
		else merged[key] = isJsonObject(value) ? merge(merged[key], value) : value;
	}
	return merged;
}

const only = (value: JsonObject, ...keys: string[]): boolean => {
	const present = Object.keys(value);
	return present.length > 0 && present.every((key) => keys.includes(key));
};

/** What one written value makes of a custom attribute. `deepMerge` is the object's `_merge_objects`. */
export function writeCustomAttribute(before: Json | undefined, value: Json, deepMerge: boolean): Written {
	if (value === null) return { kind: 'cleared' };
	if (Array.isArray(value)) return set(capped(value));
	if (!isJsonObject(value)) return set(value);
	if (only(value, 'add', 'remove')) return changeArray(before, value);
	if (only(value, 'inc')) return increment(before, value.inc);
	if (only(value, '$add', '$remove', '$update')) return dropped('arrays of objects: what Braze makes of $add, $remove and $update is not known well enough');
	const wrong = badKey(value);
	if (wrong !== undefined) return dropped(`key “${wrong}”: at most ${KEY_MAX} characters and no spaces; one invalid value drops the whole attribute`);
	const after = deepMerge ? merge(before, value) : value;
	if (jsonBytes(after) > NESTED_MAX_BYTES) return dropped('a nested attribute holds at most 50 KB');
	return set(after);
}
