import { attributeEnd, outputClose, spend, type Effort } from './delimiters';

export interface Range {
	begin: number;
	end: number;
}

export interface TagOptions {
	/** What stands before the first option, trimmed. */
	head: Range;
	/** `:name value`; the first of two equal names wins. */
	options: Map<string, Range>;
}

const OPTION = /:([a-z_]+)(?=[\s%-]|$)/y;
const DEPTH = 10;
function trimmed(input: string, begin: number, end: number): Range {
	const text = input.slice(begin, end);
	const left = text.length - text.trimStart().length;
	return { begin: begin + Math.min(left, text.length), end: begin + Math.max(left, text.trimEnd().length) };
}

/** Index after the JSON object that begins at `begin`, or `begin + 1` when it does not close. */
function jsonEnd(input: string, begin: number, end: number, effort: Effort): number {
	let depth = 0;
	for (let at = begin; at < end; at = pieceEnd(input, at, end, effort)) {
		if (input[at] === '"') {
			const close = input.indexOf('"', at + 1);
			if (close > 0 && close < end) at = close;
		} else if (input[at] === '{' && input[at + 1] !== '{') depth++;
		else if (input[at] === '}' && --depth === 0) return at + 1;
	}
	spend(effort, end - begin);
	return begin + 1;
}

/** Index after the output, attribute or single character at `at`. */
function pieceEnd(input: string, at: number, end: number, effort: Effort): number {
	if (input[at] === '{' && input[at + 1] === '{') {
		const close = outputClose(input, at + 2, DEPTH, effort);
		if (close >= 0 && close + 2 <= end) return close + 2;
	}
	if (input[at] === '$' && input[at + 1] === '{') {
		const close = attributeEnd(input, at, end);
		if (close > 0) return close;
	}
	return at + 1;
}

/** Cuts `URL :name value :flag :headers { json }` into its parts; values may hold outputs, JSON and line breaks. */
export function readTagOptions(input: string, begin: number, end: number, effort: Effort): TagOptions {
	const marks: Array<{ name: string; at: number; after: number }> = [];
	let at = begin;
	while (at < end) {
		if (input[at] === ':' && (at === begin || /\s/.test(input[at - 1]))) {
			OPTION.lastIndex = at;
			const found = OPTION.exec(input);
			if (found && OPTION.lastIndex <= end) {
				marks.push({ name: found[1], at, after: OPTION.lastIndex });
				at = OPTION.lastIndex;
				continue;
			}
		}
		at = input[at] === '{' && input[at + 1] !== '{' ? jsonEnd(input, at, end, effort) : pieceEnd(input, at, end, effort);
	}
	const options = new Map<string, Range>();
	marks.forEach(({ name, after }, index) => {
		if (!options.has(name)) options.set(name, trimmed(input, after, marks[index + 1]?.at ?? end));
	});
	return { head: trimmed(input, begin, marks[0]?.at ?? end), options };
}

/** Cuts a text at white space outside of outputs and quotes: the ids of `catalog_items`. */
export function words(input: string, range: Range, effort: Effort): Range[] {
	const found: Range[] = [];
	let at = range.begin;
	while (at < range.end) {
		while (at < range.end && /[\s,]/.test(input[at])) at++;
		const begin = at;
		const quote = input[at] === '"' || input[at] === "'" ? input.indexOf(input[at], at + 1) : -1;
		if (quote > 0 && quote < range.end) at = quote + 1;
		while (at < range.end && !/[\s,]/.test(input[at])) at = pieceEnd(input, at, range.end, effort);
		if (at > begin) found.push({ begin, end: at });
	}
	return found;
}
