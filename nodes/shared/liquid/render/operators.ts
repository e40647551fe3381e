import { Drop } from '../engine';
import { BlankValue } from './blankValues';
import { RubyFloat } from './rubyFloat';
import { toText } from './text';

function plain(value: unknown): unknown {
	return value instanceof RubyFloat ? value.value : value;
}

/** Counts the work of comparing long lists; see RenderContext.charge. */
interface Meter {
	charge(amount: number): void;
}

function sameItems(left: unknown[], right: unknown[], meter: Meter, depth: number): boolean {
	if (left.length !== right.length) return false;
	meter.charge(left.length);
	return left.every((item, index) => equal(item, right[index], meter, depth));
}

function sameHash(left: object, right: object, meter: Meter, depth: number): boolean {
	const entries = Object.entries(left);
	meter.charge(entries.length);
	if (entries.length !== Object.keys(right).length) return false;
	const theirs = new Map(Object.entries(right));
	return entries.every(([key, item]) => theirs.has(key) && equal(item, theirs.get(key), meter, depth));
}

/** Ruby's `==`: no conversion between text and number; arrays and hashes by content. */
export function equal(left: unknown, right: unknown, meter: Meter, depth = 0): boolean {
	if (left instanceof BlankValue) return left.equals(right);
	if (right instanceof BlankValue) return right.equals(left);
	const a = plain(left);
	const b = plain(right);
	if (a === b) return true;
	if (a === null || a === undefined) return b === null || b === undefined;
	if (typeof a !== 'object' || typeof b !== 'object' || b === null || depth > 40) return false;
	if (Array.isArray(a)) return Array.isArray(b) && sameItems(a, b, meter, depth + 1);
	if (a instanceof Drop || b instanceof Drop || Array.isArray(b)) return false;
	return sameHash(a, b, meter, depth + 1);
}

function number(value: unknown): number | undefined {
	if (typeof value === 'number') return value;
	if (typeof value !== 'string' || value.trim() === '') return undefined;
	const found = Number(value);
	return Number.isNaN(found) ? undefined : found;
}

/**
 * Order of two values, or undefined when they have none (then every comparison is false).
 * Ruby refuses to compare a text with a number. A numeric text is taken as a number here [unsure], so that a
 * preview does not hide a branch; compare after `| plus: 0` to be safe.
 */
function order(left: unknown, right: unknown): number | undefined {
	const a = plain(left);
	const b = plain(right);
	if (typeof a === 'number' && typeof b === 'number') return a - b;
	if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
	const x = number(a);
	const y = number(b);
	return x === undefined || y === undefined ? undefined : x - y;
}

function contains(left: unknown, right: unknown, meter: Meter): boolean {
	if (left === null || left === undefined || right === null || right === undefined) return false;
	if (typeof left === 'string' || Array.isArray(left)) meter.charge(left.length);
	if (typeof left === 'string') return left.includes(toText(right));
	if (Array.isArray(left)) return left.some((item) => equal(item, right, meter));
	return typeof left === 'object' && Object.hasOwn(left, toText(right));
}

export function truthy(value: unknown): boolean {
	return value !== false && value !== null && value !== undefined;
}

type Comparison = (left: unknown, right: unknown, meter: Meter) => boolean;

function ordered(test: (order: number) => boolean): Comparison {
	return (left, right) => {
		const found = order(left, right);
		return found !== undefined && test(found);
	};
}

const COMPARISONS: Record<string, Comparison> = {
	'==': equal,
	'!=': (left, right, meter) => !equal(left, right, meter),
	'<>': (left, right, meter) => !equal(left, right, meter),
	'>': ordered((found) => found > 0),
	'<': ordered((found) => found < 0),
	'>=': ordered((found) => found >= 0),
	'<=': ordered((found) => found <= 0),
	contains,
};

export function comparison(name: string): Comparison {
	return COMPARISONS[name];
}
