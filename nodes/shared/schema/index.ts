import { z } from './zod';

export { z };

/** A schema that takes anything and yields T. */
export type Schema<T> = z.ZodType<T, z.ZodTypeDef, unknown>;

/** One line for people: the first thing that is wrong, with the place inside the value where it is nested. */
export function explain(error: z.ZodError): string {
	const [issue] = error.issues;
	const place = issue.path.length > 0 ? ` (at ${issue.path.join('.')})` : '';
	return `${issue.message}${place}`;
}

type ShortCut<T> = (raw: unknown) => T | undefined;

const shortCuts = new WeakMap<Schema<unknown>, ShortCut<unknown>>();

/**
 * A schema with a short cut for what is plainly right, undefined where the schema must look. The schema takes some µs a value, and ten thousand items bring a value a field;
 * where the short cut gives something, the schema gives the same (test/shared/schema).
 */
export function withShortCut<T>(schema: Schema<T>, shortCut: ShortCut<T> | undefined): Schema<T> {
	if (shortCut !== undefined) shortCuts.set(schema, shortCut);
	return schema;
}

export function shortCutOf<T>(schema: Schema<T>): ShortCut<T> | undefined {
	return shortCuts.get(schema) as ShortCut<T> | undefined;
}
