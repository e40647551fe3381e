import { explain } from '../schema';
import type { Failure } from '../transport/failure';
import type { FieldSet, InputOf } from './fields';
import type { Problem } from './operation';

export type Read<F extends FieldSet> = { ok: true; input: InputOf<F> } | { ok: false; failure: Failure };

/** Raw values in, validated input out; the first wrong field is named as the form names it. */
export function readInput<F extends FieldSet>(
	fields: F,
	raw: Record<string, unknown>,
	vendorName: string,
	check?: (input: InputOf<F>) => Problem | undefined,
): Read<F> {
	const input: Record<string, unknown> = {};
	for (const [name, field] of Object.entries(fields)) {
		const parsed = field.schema.safeParse(raw[name]);
		if (!parsed.success) return { ok: false, failure: invalid({ displayName: field.property.displayName, message: explain(parsed.error) }, vendorName) };
		input[name] = parsed.data;
	}
	const whole = input as InputOf<F>;
	const problem = check?.(whole);
	return problem ? { ok: false, failure: invalid(problem, vendorName) } : { ok: true, input: whole };
}

function invalid({ displayName, message }: Problem, vendor: string): Failure {
	return {
		class: 'invalidInput',
		vendor,
		message: `${displayName}: ${message}`,
		fix: `Correct the field "${displayName}" of this node, or the expression in it; nothing was sent for this item.`,
	};
}
