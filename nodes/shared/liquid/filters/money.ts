import { isNil, textOf, type FilterGroup } from './filter';
import { toNumber } from './number';

/** Longer digit strings are no numbers anyone formats, and the grouping below takes time for each. */
const LONGEST = 400;
const NUMERIC = /^\s*-?\d+(\.\d+)?\s*$/;

export const moneyFilters: FilterGroup = {
	/** 145 is 145.00 (no cents as in Shopify), without thousands separators. Numeric text is taken too [unsure]. */
	money(value) {
		if (isNil(value)) return undefined;
		if (typeof value === 'string' && !NUMERIC.test(value)) return value;
		const { value: number } = toNumber(value);
		return Number.isFinite(number) ? number.toFixed(2) : textOf(this, value);
	},
	/** 123456 is 123,456; decimals stay as they are. */
	number_with_delimiter(value) {
		const text = textOf(this, value);
		if (text.length > LONGEST || !NUMERIC.test(text)) return text;
		const [whole, ...fraction] = text.trim().split('.');
		return [whole.replace(/\B(?=(?:\d{3})+$)/g, ','), ...fraction].join('.');
	},
};
