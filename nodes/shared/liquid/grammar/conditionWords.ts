import { LiquidFault } from '../errors';
import type { ExpressionReader } from './expressionReader';

const COMPARISON = /[=!<>]+|contains\b/y;
const COMPARISONS = new Set(['==', '!=', '<>', '>', '<', '>=', '<=', 'contains']);
const JOIN = /(?:and|or)\b/y;

function match(pattern: RegExp, reader: ExpressionReader): string | undefined {
	pattern.lastIndex = reader.p;
	const found = pattern.exec(reader.input)?.[0];
	return found !== undefined && reader.p + found.length <= reader.N ? found : undefined;
}

/** Reads a comparison operator, if one is next. */
export function readComparison(reader: ExpressionReader): string | undefined {
	reader.skipBlank();
	const found = match(COMPARISON, reader);
	if (found === undefined) return undefined;
	if (!COMPARISONS.has(found)) {
		throw new LiquidFault(`There is no operator "${found}"`, `Use one of: ${[...COMPARISONS].join(' ')}.`);
	}
	reader.advance(found.length);
	return found;
}

/**
 * Reads the next `and` or `or`. Ruby's lax parser takes the first comparison it understands and drops the
 * rest up to there (`a == 1 && b == 2` is `a == 1`).
 */
export function readJoin(reader: ExpressionReader): string | undefined {
	reader.skipBlank();
	const begin = reader.p;
	let word = match(JOIN, reader);
	while (word === undefined && !reader.end()) {
		reader.skipOne();
		word = match(JOIN, reader);
	}
	reader.noteIgnored(begin);
	reader.advance(word?.length ?? 0);
	return word;
}

/** Whether another value of a `when` follows: a comma or `or`. */
export function readAlternative(reader: ExpressionReader): boolean {
	reader.skipBlank();
	if (reader.peek() !== ',') return readJoin(reader) === 'or';
	reader.advance();
	return true;
}
