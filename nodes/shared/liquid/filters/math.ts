import { LiquidFault } from '../errors';
import type { FilterGroup } from './filter';
import { decimal, fromNumber, toInteger, toNumber, type RubyNumber } from './number';

const add = decimal('sum', (a, b) => a + b, (a, b) => a + b);
const subtract = decimal('sum', (a, b) => a - b, (a, b) => a - b);
const multiply = decimal('product', (a, b) => a * b, (a, b) => a * b);

function both(left: unknown, right: unknown, compute: (a: number, b: number) => number) {
	const a = toNumber(left);
	const b = toNumber(right);
	return fromNumber({ value: compute(a.value, b.value), float: a.float || b.float });
}

function refuseZero(a: RubyNumber, b: RubyNumber): void {
	if (b.value === 0 && !a.float && !b.float) {
		throw new LiquidFault('A number is divided by 0', 'Check the divisor with {% if %} first.');
	}
}

/** Half away from zero, as Ruby rounds. */
function round(value: number, digits: number): number {
	const places = Math.max(-300, Math.min(digits, 300));
	const shift = (number: number, by: number) => {
		const [mantissa, exponent = '0'] = String(number).split('e');
		return Number(`${mantissa}e${Number(exponent) + by}`);
	};
	const rounded = shift(Math.round(shift(Math.abs(value), places)), -places);
	return Number.isFinite(rounded) ? Math.sign(value) * rounded : value;
}

function whole(value: unknown, convert: (number: number) => number): number {
	return convert(toNumber(value).value);
}

export const mathFilters: FilterGroup = {
	plus: (value, by) => both(value, by, add),
	minus: (value, by) => both(value, by, subtract),
	times: (value, by) => both(value, by, multiply),
	divided_by(value, by) {
		const [a, b] = [toNumber(value), toNumber(by)];
		refuseZero(a, b);
		// Integers floor: 15 by 2 is 7, -7 by 2 is -4.
		return both(value, by, a.float || b.float ? (x, y) => x / y : (x, y) => Math.floor(x / y));
	},
	modulo(value, by) {
		refuseZero(toNumber(value), toNumber(by));
		return both(value, by, (x, y) => x - y * Math.floor(x / y));
	},
	abs: (value) => {
		const number = toNumber(value);
		return fromNumber({ ...number, value: Math.abs(number.value) });
	},
	at_least: (value, least) => (toNumber(value).value >= toNumber(least).value ? fromNumber(toNumber(value)) : fromNumber(toNumber(least))),
	at_most: (value, most) => (toNumber(value).value <= toNumber(most).value ? fromNumber(toNumber(value)) : fromNumber(toNumber(most))),
	ceil: (value) => whole(value, Math.ceil),
	floor: (value) => whole(value, Math.floor),
	round(value, digits) {
		const places = toInteger(digits, 0);
		const number = toNumber(value);
		return fromNumber({ value: round(number.value, places), float: places > 0 && number.float });
	},
};
