import { explain, shortCutOf } from '../schema';
import type { Failure } from '../transport/failure';
import type { Field, FieldSet, InputOf } from './field';
import type { Entry, Problem } from './operation';

export type Read<F extends FieldSet> = { ok: true; input: InputOf<F> } | { ok: false; failure: Failure };

/** One field's schema, which remembers its last answer: most fields hold the same for every item. */
function parserOf({ schema }: Field<unknown>) {
	const shortCut = shortCutOf(schema);
	let last: { raw: unknown; parsed: ReturnType<typeof schema.safeParse> } | undefined;
	return (raw: unknown) => {
		if (last !== undefined && last.raw === raw) return last.parsed;
		const plain = shortCut?.(raw);
		last = { raw, parsed: plain === undefined ? schema.safeParse(raw) : { success: true, data: plain } };
		return last.parsed;
	};
}

/** Raw values in, validated input out; the first wrong field is named as the form names it. */
export function inputReader<F extends FieldSet>(
	fields: F,
	vendorName: string,
	check?: (input: InputOf<F>) => Problem | undefined,
): (entry: Pick<Entry, 'read'>) => Read<F> {
	const parsers = Object.entries(fields).map(([name, field]) => ({ name, displayName: field.property.displayName, parse: parserOf(field) }));
	return ({ read }) => {
		const raw = read();
		if (!raw.ok) return raw;
		const input: Record<string, unknown> = {};
		for (const { name, displayName, parse } of parsers) {
			const parsed = parse(raw.values[name]);
			if (!parsed.success) return { ok: false, failure: invalid({ displayName, message: explain(parsed.error) }, vendorName) };
			input[name] = parsed.data;
		}
		const whole = input as InputOf<F>;
		const problem = check?.(whole);
		return problem ? { ok: false, failure: invalid(problem, vendorName) } : { ok: true, input: whole };
	};
}

function invalid({ displayName, message }: Problem, vendor: string): Failure {
	return {
		class: 'invalidInput',
		vendor,
		message: `${displayName}: ${message}`,
		fix: `Correct the field "${displayName}" of this node, or the expression in it; nothing was sent for this item.`,
	};
}
