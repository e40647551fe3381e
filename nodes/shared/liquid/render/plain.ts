import { Drop } from '../engine';
import { LiquidFault } from '../errors';

/** Our own number and time values as plain JSON values. */
export function toPlain(value: unknown, depth = 0): unknown {
	if (depth > 40) throw new LiquidFault('A value is nested too deep', 'Use one of its properties instead.');
	if (value instanceof Drop) return value.valueOf();
	if (Array.isArray(value)) return value.map((item) => toPlain(item, depth + 1));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toPlain(item, depth + 1)]));
}
