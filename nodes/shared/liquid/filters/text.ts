import { LiquidFault } from '../errors';
import { charge, isNil, ITEM_WEIGHT, textOf, type FilterGroup } from './filter';
import { toInteger } from './number';

function replaceOnce(text: string, from: string, to: string): string {
	const at = text.indexOf(from);
	return at < 0 ? text : text.slice(0, at) + to + text.slice(at + from.length);
}

export const textFilters: FilterGroup = {
	append(value, tail) {
		return textOf(this, value) + textOf(this, tail);
	},
	prepend(value, head) {
		return textOf(this, head) + textOf(this, value);
	},
	capitalize(value) {
		const [first = '', ...rest] = textOf(this, value);
		return first.toUpperCase() + rest.join('').toLowerCase();
	},
	downcase(value) {
		return textOf(this, value).toLowerCase();
	},
	upcase(value) {
		return textOf(this, value).toUpperCase();
	},
	strip(value) {
		return textOf(this, value).trim();
	},
	strip_newlines(value) {
		return textOf(this, value).replace(/\r?\n/g, '');
	},
	newline_to_br(value) {
		return textOf(this, value).replace(/\r?\n/g, '<br />\n');
	},
	remove(value, part) {
		const text = textOf(this, part);
		return text === '' ? textOf(this, value) : textOf(this, value).split(text).join('');
	},
	remove_first(value, part) {
		return replaceOnce(textOf(this, value), textOf(this, part), '');
	},
	replace(value, from, to) {
		const parts = textOf(this, value).split(textOf(this, from));
		const replacement = textOf(this, to);
		charge(this, parts.length * (replacement.length + 1));
		return parts.join(replacement);
	},
	replace_first(value, from, to) {
		return replaceOnce(textOf(this, value), textOf(this, from), textOf(this, to));
	},
	split(value, by) {
		const text = textOf(this, value);
		const separator = textOf(this, by);
		// Ruby: a single space splits on runs of white space and drops leading ones; trailing empties always go.
		const parts = separator === ' ' ? text.trim().split(/\s+/) : separator === '' ? [...text] : text.split(separator);
		charge(this, parts.length * ITEM_WEIGHT);
		while (parts.length > 0 && parts[parts.length - 1] === '') parts.pop();
		return parts;
	},
	truncate(value, length, ellipsis) {
		if (isNil(value)) return undefined;
		const text = [...textOf(this, value)];
		const tail = isNil(ellipsis) ? '...' : textOf(this, ellipsis);
		const limit = toInteger(length, 50);
		const kept = Math.max(limit - [...tail].length, 0);
		return text.length > limit ? text.slice(0, kept).join('') + tail : text.join('');
	},
	truncatewords(value, words, ellipsis) {
		if (isNil(value)) return undefined;
		const text = textOf(this, value);
		const tail = isNil(ellipsis) ? '...' : textOf(this, ellipsis);
		const all = text.trim().split(/\s+/);
		const limit = Math.max(toInteger(words, 15), 1);
		return all.length > limit ? all.slice(0, limit).join(' ') + tail : text;
	},
	slice(value, begin, length) {
		const items = Array.isArray(value) ? value : [...textOf(this, value)];
		const from = toInteger(begin, 0);
		const start = from < 0 ? items.length + from : from;
		const count = toInteger(length, 1);
		if (begin === undefined) throw new LiquidFault('slice needs a position', 'Write slice: 0 or slice: 0, 5.');
		const part = start < 0 || count < 0 ? [] : items.slice(start, start + count);
		return Array.isArray(value) ? part : part.join('');
	},
};
