import { Drop } from '../engine';
import { LiquidFault } from '../errors';

const DEPTH = 40;
/** UTF-16 units of all texts in one value: lists can name the same long text many times. */
const LONGEST = 4_000_000;

/** Our own number and time values as plain JSON values. */
export function toPlain(value: unknown, depth = 0, size = { left: LONGEST }): unknown {
	size.left -= typeof value === 'string' ? value.length : 1;
	if (depth > DEPTH || size.left < 0) {
		throw new LiquidFault(`A value is ${depth > DEPTH ? 'nested too deep' : 'too long'} to print`, 'Print one of its properties instead.');
	}
	if (value instanceof Drop) return value.valueOf();
	if (Array.isArray(value)) return value.map((item) => toPlain(item, depth + 1, size));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toPlain(item, depth + 1, size)]));
}
