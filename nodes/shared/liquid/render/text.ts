import { Drop } from '../engine';
import { LiquidFault } from '../errors';
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

/** A value that prints itself (a time in a zone). */
export abstract class Printable extends Drop {
	abstract print(): string;

	override valueOf(): unknown {
		return this.print();
	}
}

export function numberText(value: number): string {
	if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? String(value) : BigInt(value).toString();
	if (Number.isNaN(value)) return 'NaN';
	if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
	return String(value);
}

function tooDeep(): never {
	throw new LiquidFault('A value is nested too deep to print', 'Print one of its properties instead.');
}

/** Ruby's `inspect`: texts quoted, hashes with `=>`, nil as `nil`. */
export function inspect(value: unknown, depth = 0): string {
	if (depth > DEPTH) tooDeep();
	if (value === null || value === undefined) return 'nil';
	if (typeof value === 'string') return JSON.stringify(value);
	if (Array.isArray(value)) return `[${value.map((item) => inspect(item, depth + 1)).join(', ')}]`;
	if (value instanceof Drop || typeof value !== 'object') return toText(value);
	const pairs = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}=>${inspect(item, depth + 1)}`);
	return `{${pairs.join(', ')}}`;
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
		if (depth > DEPTH) tooDeep();
		return style.arrays === 'inspect'
			? inspect(value)
			: value.map((item) => toText(item, style, depth + 1)).join('');
	}
	if (typeof value === 'object') return style.hashes === 'json' ? JSON.stringify(value) : inspect(value);
	return String(value);
}
