import { withShortCut, z } from '../schema';
import { isObject } from '../text/isObject';
import { look, type Field, type Look } from './field';

const WANTED: Readonly<Record<string, string>> = { number: 'a number', boolean: 'true or false', object: 'a JSON object', array: 'a JSON array' };

const typedValue = z.object({ name: z.string().trim().min(1, 'needs a name'), value: z.unknown(), type: z.string().optional() });

function numberIn(text: string): number {
	const number = text.trim() === '' ? NaN : Number(text);
	if (!Number.isFinite(number)) throw new TypeError('no number');
	return number;
}

function truthIn(text: string): boolean {
	const told = text.trim().toLowerCase();
	if (told !== 'true' && told !== 'false') throw new TypeError('neither true nor false');
	return told === 'true';
}

const TYPED = new Map<unknown, (text: string) => unknown>([['number', numberIn], ['boolean', truthIn], ['object', JSON.parse], ['array', JSON.parse]]);

/** The value as the type that the user chose beside it; throws where it is none, since vendors drop a mistyped value in silence. */
function asChosen({ value, type }: { value?: unknown; type?: unknown }): unknown {
	const read = TYPED.get(type);
	return typeof value === 'string' && read !== undefined ? read(value) : value;
}

/** Named values that are all well-formed. */
function plainNamedValues(raw: unknown): Record<string, unknown> | undefined {
	if (!isObject(raw) || !Array.isArray(raw.assignments)) return undefined;
	const named: Record<string, unknown> = {};
	for (const assignment of raw.assignments) {
		if (!isObject(assignment)) return undefined;
		const { name, type } = assignment;
		if (typeof name !== 'string' || name === '' || name.trim() !== name || (type !== undefined && typeof type !== 'string')) return undefined;
		try {
			named[name] = asChosen(assignment);
		} catch {
			return undefined;
		}
	}
	return named;
}

/** Names with typed values, as in n8n's Edit Fields node. */
export function namedValues(about: Omit<Look, 'initial'>): Field<Record<string, unknown>> {
	const schema = z
		.object({ assignments: z.array(typedValue).default([]) })
		.transform(({ assignments }, context) => {
			const named: Record<string, unknown> = {};
			for (const assignment of assignments) {
				try {
					named[assignment.name] = asChosen(assignment);
				} catch {
					context.addIssue({ code: 'custom', message: `"${assignment.name}" must be ${WANTED[assignment.type ?? ''] ?? 'of its type'}` });
				}
			}
			return named;
		});
	return {
		property: { ...look({ ...about }), type: 'assignmentCollection', default: {} },
		schema: withShortCut(z.preprocess((value) => value ?? {}, schema), plainNamedValues),
	};
}
