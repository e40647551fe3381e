import { RubyFloat } from '../render/rubyFloat';

/** A number as Ruby sees it: integers and floats divide and print differently. */
export interface RubyNumber {
	value: number;
	float: boolean;
}

const DECIMAL = /^\s*-?\d+\.\d+\s*$/;
const LEADING_INTEGER = /^\s*[+-]?\d[\d_]*/;

/** Ruby Liquid's conversion: a text is a decimal, or the integer it begins with, else 0. */
export function toNumber(value: unknown): RubyNumber {
	if (typeof value === 'number') return { value, float: !Number.isInteger(value) };
	if (value instanceof RubyFloat) return { value: value.value, float: true };
	if (typeof value !== 'string') return { value: 0, float: false };
	if (DECIMAL.test(value)) return { value: Number(value), float: true };
	const digits = LEADING_INTEGER.exec(value.slice(0, 400))?.[0].replace(/_/g, '');
	return { value: digits === undefined ? 0 : Number(digits), float: false };
}

export function fromNumber({ value, float }: RubyNumber): number | RubyFloat {
	const clean = Object.is(value, -0) ? 0 : value;
	return float && Number.isInteger(clean) ? new RubyFloat(clean) : clean;
}

export function toInteger(value: unknown, otherwise: number): number {
	if (value === undefined || value === null) return otherwise;
	const { value: number } = toNumber(value);
	return Number.isFinite(number) ? Math.trunc(number) : otherwise;
}

interface Scaled {
	digits: bigint;
	scale: number;
}

/** A short decimal as an exact integer and its number of decimals; undefined for very large or small numbers. */
function scaled(value: number): Scaled | undefined {
	const [whole, fraction = ''] = String(value).split('.');
	return /^-?\d+$/.test(whole) && /^\d*$/.test(fraction)
		? { digits: BigInt(whole + fraction), scale: fraction.length }
		: undefined;
}

function unscale({ digits, scale }: Scaled): number {
	const sign = digits < 0n ? '-' : '';
	const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
	return Number(`${sign}${text.slice(0, text.length - scale)}.${text.slice(text.length - scale)}0`);
}

type Exact = (a: bigint, b: bigint) => bigint;

/** Adds, subtracts or multiplies as decimals (Ruby Liquid computes with BigDecimal): 0.1 + 0.2 is 0.3. */
export function decimal(kind: 'sum' | 'product', exact: Exact, plain: (a: number, b: number) => number) {
	return (left: number, right: number): number => {
		if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) {
			const result = plain(left, right);
			if (Number.isSafeInteger(result)) return result;
		}
		const a = scaled(left);
		const b = scaled(right);
		if (!a || !b) return plain(left, right);
		if (kind === 'product') return unscale({ digits: exact(a.digits, b.digits), scale: a.scale + b.scale });
		const scale = Math.max(a.scale, b.scale);
		const grown = (part: Scaled) => part.digits * 10n ** BigInt(scale - part.scale);
		return unscale({ digits: exact(grown(a), grown(b)), scale });
	};
}
