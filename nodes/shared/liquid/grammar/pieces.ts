import { Token, TokenKind, type Tokenizer, type ValueToken } from '../engine';

/** Where something stands in a template, and in which content block (`file`). */
export interface Place {
	input: string;
	begin: number;
	end: number;
	file?: string;
}

/** Names under which plain text and outputs are looked up among the tags; no author can write them. */
export const TEXT = ' text';
export const OUTPUT = ' output';

/**
 * A stretch of a template: text, an output or a tag. All three are tags to the engine, so that its parser
 * builds ours for each of them.
 */
export class Piece extends Token {
	readonly argumentsBegin: number;

	constructor(
		place: Place,
		readonly name: string,
		public contentRange: [number, number],
		public trimLeft: boolean,
		public trimRight: boolean,
		readonly tokenizer: Tokenizer,
	) {
		super(TokenKind.Tag, place.input, place.begin, place.end, place.file);
		this.argumentsBegin = tokenizer.p;
	}

	get content(): string {
		return this.input.slice(...this.contentRange);
	}

	/** What follows the name of a tag. */
	get args(): string {
		return this.input.slice(this.argumentsBegin, this.contentRange[1]);
	}
}

export class NameToken extends Token {
	constructor(
		public content: string,
		place: Place,
	) {
		super(TokenKind.Word, place.input, place.begin, place.end, place.file);
	}
}

type NestedValue = ReturnType<Tokenizer['readFilteredValue']>;

/** `a.b[0].${name}`: an attribute name is kept as `${name}` so that the context knows it from a plain key. */
export class PathToken extends Token {
	constructor(
		readonly variable: NestedValue | undefined,
		readonly props: Array<ValueToken | NameToken>,
		place: Place,
	) {
		super(TokenKind.PropertyAccess, place.input, place.begin, place.end, place.file);
	}
}

/** A literal whose value the engine's own tokens cannot hold: `3.0`, `blank`, a quoted text without escapes. */
export class LiteralValueToken extends PathToken {
	constructor(
		readonly content: unknown,
		place: Place,
	) {
		super(undefined, [], place);
	}
}

type FilterArgument = ValueToken | [string?, ValueToken?];

export class FilterPiece extends Token {
	constructor(
		public name: string,
		public args: FilterArgument[],
		place: Place,
	) {
		super(TokenKind.Filter, place.input, place.begin, place.end, place.file);
	}
}
