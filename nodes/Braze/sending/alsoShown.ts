import type { Field, FieldSet } from '../../shared/operation';
import { HIDDEN } from '../../shared/operation/field';
import { z } from '../../shared/schema';

type Shown<F extends FieldSet> = { [Name in keyof F]: F[Name] extends Field<infer T> ? Field<T | undefined> : never };

function narrowed<T>(one: Field<T>, show: Record<string, string[]>): Field<T | undefined> {
	const schema = one.schema.optional();
	return {
		...one,
		property: { ...one.property, required: undefined, displayOptions: { show: { ...one.property.displayOptions?.show, ...show } } },
		schema: z.preprocess((value) => (value === HIDDEN ? undefined : value), schema),
	};
}

/** A whole field set that is there under one more condition. */
export const alsoShown = <F extends FieldSet>(show: Record<string, string[]>, fields: F): Shown<F> =>
	Object.fromEntries(Object.entries(fields).map(([name, one]) => [name, narrowed(one, show)])) as Shown<F>;
