import { explain, z } from '../schema';
import type { Failure } from '../transport/failure';
import type { FieldSet, InputOf } from './fields';

export type Read<F extends FieldSet> = { ok: true; input: InputOf<F> } | { ok: false; failure: Failure };

/** Raw values in, validated input out; the first wrong field is named as the form names it. */
export function readInput<F extends FieldSet>(fields: F, raw: Record<string, unknown>, vendorName: string): Read<F> {
	const input: Record<string, unknown> = {};
	for (const [name, field] of Object.entries(fields)) {
		const parsed = field.schema.safeParse(raw[name]);
		if (!parsed.success) return { ok: false, failure: invalid(field.property.displayName, parsed.error, vendorName) };
		input[name] = parsed.data;
	}
	return { ok: true, input: input as InputOf<F> };
}

function invalid(displayName: string, error: z.ZodError, vendor: string): Failure {
	return {
		class: 'invalidInput',
		vendor,
		message: `${displayName}: ${explain(error)}`,
		fix: `Correct the field "${displayName}" of this node, or the expression in it; nothing was sent for this item.`,
	};
}
