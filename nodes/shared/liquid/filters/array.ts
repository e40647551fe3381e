import { LiquidFault } from '../errors';
import { equal } from '../render/operators';
import type { RenderContext } from '../render/renderContext';
import { RubyFloat } from '../render/rubyFloat';
import { charge, isNil, itemsOf, property, textOf, type FilterGroup } from './filter';

/** Ruby's `<=>` for sorting; nil goes last. Mixed kinds have no order and keep their place. */
function compare(left: unknown, right: unknown): number {
	if (isNil(left) || isNil(right)) return Number(isNil(left)) - Number(isNil(right));
	const [a, b] = [left, right].map((value) => (value instanceof RubyFloat ? value.value : value));
	if (typeof a === 'number' && typeof b === 'number') return a - b;
	if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
	return 0;
}

function sortBy(self: RenderContext, value: unknown, key: unknown, order: (a: unknown, b: unknown) => number): unknown[] {
	const keyed = itemsOf(self, value).map((item) => ({ item, key: isNil(key) ? item : property(self, item, key) }));
	return keyed.sort((a, b) => order(a.key, b.key)).map(({ item }) => item);
}

/** Texts and numbers are compared by a set; hashes and arrays by content. */
function unique(self: RenderContext, items: unknown[], keyOf: (item: unknown) => unknown): unknown[] {
	const seen = new Set<unknown>();
	const objects: unknown[] = [];
	return items.filter((item) => {
		const key = keyOf(item);
		if (typeof key !== 'object' || key === null) return !seen.has(key) && seen.add(key);
		charge(self, objects.length);
		return !objects.some((other) => equal(other, key, self)) && objects.push(key);
	});
}

function edge(self: RenderContext, value: unknown, index: 0 | -1): unknown {
	if (Array.isArray(value)) return value.at(index);
	// Rails gives the first and last character of a text.
	return typeof value === 'string' ? [...textOf(self, value)].at(index) : undefined;
}

export const arrayFilters: FilterGroup = {
	join(value, glue) {
		const separator = glue === undefined ? ' ' : textOf(this, glue);
		const parts = itemsOf(this, value).map((item) => textOf(this, item));
		charge(this, separator.length * parts.length);
		return parts.join(separator);
	},
	first(value) {
		return edge(this, value, 0);
	},
	last(value) {
		return edge(this, value, -1);
	},
	compact(value, key) {
		return itemsOf(this, value).filter((item) => !isNil(isNil(key) ? item : property(this, item, key)));
	},
	concat(value, other) {
		if (!Array.isArray(other)) throw new LiquidFault('concat needs an array', 'Make one with split, or use append for text.');
		return itemsOf(this, value).concat(itemsOf(this, other));
	},
	map(value, key) {
		return itemsOf(this, value).map((item) => property(this, item, key));
	},
	reverse(value) {
		return [...itemsOf(this, value)].reverse();
	},
	size(value) {
		if (typeof value === 'string') return [...textOf(this, value)].length;
		if (Array.isArray(value)) return value.length;
		return typeof value === 'object' && value !== null && !(value instanceof RubyFloat) ? Object.keys(value).length : 0;
	},
	sort(value, key) {
		return sortBy(this, value, key, compare);
	},
	sort_natural(value, key) {
		const lower = (item: unknown) => (isNil(item) ? item : textOf(this, item).toLowerCase());
		return sortBy(this, value, key, (a, b) => compare(lower(a), lower(b)));
	},
	uniq(value, key) {
		return unique(this, itemsOf(this, value), (item) => (isNil(key) ? item : property(this, item, key)));
	},
	where(value, key, wanted) {
		return itemsOf(this, value).filter((item) => {
			const found = property(this, item, key);
			return wanted === undefined ? found !== false && !isNil(found) : equal(found, wanted, this);
		});
	},
};
