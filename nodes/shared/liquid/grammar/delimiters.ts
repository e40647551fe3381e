import { LiquidFault } from '../errors';

/** Finds where outputs, tags and `${}` names end. Positions are indexes into the author's template. */

const QUOTES = new Set(['"', "'"]);

/**
 * A `${name}` may hold spaces, quotes and most punctuation; only `}` ends it.
 * Returns the index after `}`, or -1 when it does not close before `limit`.
 */
export function attributeEnd(input: string, begin: number, limit = input.length): number {
	const close = input.indexOf('}', begin + 2);
	return close < 0 || close >= limit ? -1 : close + 1;
}

/**
 * Characters that may still be looked at in search of closing braces. A well-formed template is read about
 * once; openings that never close would each be searched to the end.
 */
export interface Effort {
	left: number;
}

interface Reach {
	/** Treat quoted text as opaque, so that `append: '}}'` works. */
	quotes: boolean;
	depth: number;
	effort: Effort;
}

export function spend(effort: Effort, characters: number): void {
	effort.left -= characters;
	if (effort.left < 0) throw new LiquidFault('Too many braces are not closed', 'Close every {{ with }} and every { with }.');
}

/** Index of the `}}` that closes the output whose content begins at `begin`, or -1. */
function closeOfOutput(input: string, begin: number, reach: Reach): number {
	let at = begin;
	while (at < input.length) {
		const char = input[at];
		if (char === '}' && input[at + 1] === '}') {
			spend(reach.effort, at - begin);
			return at;
		}
		if (char === '$' && input[at + 1] === '{') {
			const end = attributeEnd(input, at);
			at = end < 0 ? at + 2 : end;
			continue;
		}
		if (char === '{' && input[at + 1] === '{' && reach.depth > 0) {
			const close = closeOfOutput(input, at + 2, { ...reach, depth: reach.depth - 1 });
			if (close < 0) return -1;
			at = close + 2;
			continue;
		}
		if (reach.quotes && QUOTES.has(char)) {
			const close = input.indexOf(char, at + 1);
			if (close > 0) at = close;
			else spend(reach.effort, input.length - at);
		}
		at++;
	}
	spend(reach.effort, at - begin);
	return -1;
}

/**
 * Index of the closing `}}`. Quoted braces are respected first; when the quotes do not pair up
 * (`{{ don't }}`) the first `}}` wins, as in Ruby.
 */
export function outputClose(input: string, begin: number, depth: number, effort: Effort): number {
	const close = closeOfOutput(input, begin, { quotes: true, depth, effort });
	return close >= 0 ? close : closeOfOutput(input, begin, { quotes: false, depth, effort });
}

/** Index of the `%}` that closes the tag whose content begins at `begin`, or -1. Quotes do not hide `%}`, as in Ruby. */
export function tagClose(input: string, begin: number): number {
	const first = input.indexOf('%}', begin);
	if (first < 0) return -1;
	let at = begin;
	while (at < input.length) {
		if (input[at] === '%' && input[at + 1] === '}') return at;
		if (input[at] === '$' && input[at + 1] === '{') {
			// `${` without its own brace (a price in a text) must not swallow the brace of `%}`.
			const end = attributeEnd(input, at);
			at = end < 0 || input[end - 2] === '%' ? at + 2 : end;
			continue;
		}
		at++;
	}
	return first;
}
