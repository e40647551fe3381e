import { Drop } from '../engine';
import { LiquidFault } from '../errors';
import { toPlain } from './plain';
import { Printable } from './printable';
import { RubyFloat } from './rubyFloat';

/** How values that are not text are printed. The sources disagree, so it can be chosen. */
export interface TextStyle {
	/** `join`: items one after another (Ruby Liquid). `inspect`: `[1, "a"]` (one open engine). */
	arrays: 'join' | 'inspect';
	/** `inspect`: `{"a"=>1}` (Ruby). `json`: `{"a":1}`. */
	hashes: 'inspect' | 'json';
}

export const RUBY_STYLE: TextStyle = { arrays: 'join', hashes: 'inspect' };

const DEPTH = 40;
/** UTF-16 units of one printed array or hash: lists can name the same long text many times. */
const LONGEST = 4_000_000;

export function numberText(value: number): string {
	if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? String(value) : BigInt(value).toString();
	if (Number.isNaN(value)) return 'NaN';
	if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
	return String(value);
}

function refuse(why: string): never {
	throw new LiquidFault(`A value is ${why} to print`, 'Print one of its properties instead.');
}

/** Joins printed parts, and stops before the whole grows out of hand. */
function joined(values: unknown[], separator: string, print: (value: unknown) => string): string {
	let length = 0;
	const parts = values.map((value) => {
		const part = print(value);
		length += part.length;
		if (length > LONGEST) refuse('too long');
		return part;
	});
	return parts.join(separator);
}

/** Ruby's `inspect`: texts quoted, hashes with `=>`, nil as `nil`. */
export function inspect(value: unknown, depth = 0): string {
	if (depth > DEPTH) refuse('nested too deep');
	if (value === null || value === undefined) return 'nil';
	if (typeof value === 'string') return JSON.stringify(value);
	if (Array.isArray(value)) return `[${joined(value, ', ', (item) => inspect(item, depth + 1))}]`;
	if (value instanceof Drop || typeof value !== 'object') return toText(value);
	const hash = value as Record<string, unknown>;
	return `{${joined(Object.keys(hash), ', ', (key) => `${inspect(key)}=>${inspect(hash[String(key)], depth + 1)}`)}}`;
}

/** Any value as a template prints it. nil prints nothing. */
export function toText(value: unknown, style: TextStyle = RUBY_STYLE, depth = 0): string {
	if (typeof value === 'string') return value;
	if (value === null || value === undefined) return '';
	if (typeof value === 'number') return numberText(value);
	if (value instanceof RubyFloat) return `${numberText(value.value)}.0`;
	if (value instanceof Printable) return value.print();
	if (value instanceof Drop) return toText(value.valueOf(), style, depth + 1);
	if (Array.isArray(value)) {
		if (depth > DEPTH) refuse('nested too deep');
		return style.arrays === 'inspect'
			? inspect(value)
			: joined(value, '', (item) => toText(item, style, depth + 1));
	}
	if (typeof value === 'object') return style.hashes === 'json' ? JSON.stringify(toPlain(value)) : inspect(value);
	return String(value);
}
