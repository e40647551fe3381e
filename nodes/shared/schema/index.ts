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
