import { isObject } from '../text/isObject';

/** What is not on the item as simply as the expression says: n8n must compute it. */
export const ASK_N8N = Symbol('ask n8n');

type Reader = (json: unknown) => unknown;

/** `={{ $json.order.items[0]['unit price'] }}`: what dragging a value into a field writes. */
const PLAIN = /^=\{\{\s*\$json((?:\.[A-Za-z_]\w*|\[(?:\d+|'[^'\\]*'|"[^"\\]*")\])+)\s*\}\}$/;

const STEP = /\.([A-Za-z_]\w*)|\[(?:(\d+)|'([^'\\]*)'|"([^"\\]*)")\]/g;

function stepsOf(expression: string): string[] | undefined {
	const [, path] = PLAIN.exec(expression) ?? [];
	if (path === undefined) return undefined;
	return [...path.matchAll(STEP)].map(([, name, index, single, double]) => name ?? index ?? single ?? double);
}

function follow(json: unknown, steps: string[]): unknown {
	let at = json;
	for (const step of steps) {
		// Only what the item itself holds; a missing value's meaning, and `length` and its like, are n8n's to say.
		if (typeof at !== 'object' || at === null || !Object.prototype.propertyIsEnumerable.call(at, step)) return ASK_N8N;
		at = Reflect.get(at, step);
	}
	return at;
}

/** A parameter or a part of one: the same for every item, read off the item, or n8n's to compute. */
type Plain = { kind: 'same' } | { kind: 'read'; read: Reader } | undefined;

const SAME: Plain = { kind: 'same' };

/** A list or an object whose parts differ by item: copied, and those parts put in. */
function holder(parts: Array<[string, unknown]>, copy: () => object): Plain {
	const changing: Array<[string, Reader]> = [];
	for (const [name, part] of parts) {
		const plain = plainPart(part);
		if (plain === undefined) return undefined;
		if (plain.kind === 'read') changing.push([name, plain.read]);
	}
	if (changing.length === 0) return SAME;
	const read: Reader = (json) => {
		const filled = copy();
		for (const [name, readPart] of changing) {
			const value = readPart(json);
			if (value === ASK_N8N) return ASK_N8N;
			Reflect.set(filled, name, value);
		}
		return filled;
	};
	return { kind: 'read', read };
}

function plainPart(parameter: unknown): Plain {
	if (typeof parameter === 'string') {
		if (!parameter.startsWith('=')) return SAME;
		const steps = stepsOf(parameter);
		return steps && { kind: 'read', read: (json) => follow(json, steps) };
	}
	if (Array.isArray(parameter)) return holder(Object.entries(parameter), () => [...parameter]);
	if (isObject(parameter)) return holder(Object.entries(parameter), () => ({ ...parameter }));
	return SAME;
}

/**
 * A parameter whose expressions are nothing but paths into the item, as a function of the item's JSON; undefined for every other parameter.
 * n8n builds its whole expression world anew for each expression (about 0.05 ms): for ten thousand items with four fields that is longer than the calls to the vendor.
 */
export function plainPath(parameter: unknown): Reader | undefined {
	const plain = plainPart(parameter);
	return plain?.kind === 'same' ? () => parameter : plain?.read;
}
