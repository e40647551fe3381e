import { Drop, type LiquidOptions } from '../engine';
import { BlankValue } from './blankValues';
import { RubyFloat } from './rubyFloat';

function plain(value: unknown): unknown {
	return value instanceof RubyFloat ? value.value : value;
}

/** Ruby's `==`: no conversion between text and number; arrays and hashes by content. */
export function equal(left: unknown, right: unknown, depth = 0): boolean {
	if (left instanceof BlankValue) return left.equals(right);
	if (right instanceof BlankValue) return right.equals(left);
	const a = plain(left);
	const b = plain(right);
	if (a === b) return true;
	if (a === null || a === undefined) return b === null || b === undefined;
	if (typeof a !== 'object' || typeof b !== 'object' || b === null || depth > 40) return false;
	if (a instanceof Drop || b instanceof Drop || Array.isArray(a) !== Array.isArray(b)) return false;
	const left_ = Object.entries(a);
	const right_ = new Map(Object.entries(b));
	return left_.length === right_.size && left_.every(([key, item]) => right_.has(key) && equal(item, right_.get(key), depth + 1));
}

/**
 * Order of two values, or undefined when they have none (then every comparison is false).
 * Ruby refuses to compare a text with a number. A numeric text is taken as a number here [unsure], so that a
 * preview does not hide a branch; compare after `| plus: 0` to be safe.
 */
function order(left: unknown, right: unknown): number | undefined {
	const a = plain(left);
	const b = plain(right);
	if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
	const x = comparable(a);
	const y = comparable(b);
	return x === undefined || y === undefined ? undefined : x - y;
}

function comparable(value: unknown): number | undefined {
	if (typeof value === 'number') return value;
	if (typeof value !== 'string' || value.trim() === '') return undefined;
	const number = Number(value);
	return Number.isNaN(number) ? undefined : number;
}

function contains(left: unknown, right: unknown, text: (value: unknown) => string): boolean {
	if (left === null || left === undefined || right === null || right === undefined) return false;
	if (typeof left === 'string') return left.includes(text(right));
	if (Array.isArray(left)) return left.some((item) => equal(item, right));
	return typeof left === 'object' && Object.hasOwn(left, text(right));
}

function truthy(value: unknown): boolean {
	return value !== false && value !== null && value !== undefined;
}

/** The operators of a dialect. `and`/`or` bind alike, from the right. */
export function rubyOperators(text: (value: unknown) => string): NonNullable<LiquidOptions['operators']> {
	const compare = (test: (order: number) => boolean) => (left: unknown, right: unknown) => {
		const found = order(left, right);
		return found !== undefined && test(found);
	};
	return {
		'==': (left: unknown, right: unknown) => equal(left, right),
		'!=': (left: unknown, right: unknown) => !equal(left, right),
		'<>': (left: unknown, right: unknown) => !equal(left, right),
		'>': compare((found) => found > 0),
		'<': compare((found) => found < 0),
		'>=': compare((found) => found >= 0),
		'<=': compare((found) => found <= 0),
		contains: (left: unknown, right: unknown) => contains(left, right, text),
		and: (left: unknown, right: unknown) => truthy(left) && truthy(right),
		or: (left: unknown, right: unknown) => truthy(left) || truthy(right),
	};
}
