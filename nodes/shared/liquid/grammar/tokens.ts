import { Token, TokenKind, type Tokenizer, type ValueToken } from '../engine';

/** Where something stands in a template, and in which content block (`file`). */
export interface Place {
	input: string;
	begin: number;
	end: number;
	file?: string;
}

export class TextToken extends Token {
	trimLeft = 0;
	trimRight = 0;

	constructor(place: Place) {
		super(TokenKind.HTML, place.input, place.begin, place.end, place.file);
	}

	getContent(): string {
		return this.input.slice(this.begin + this.trimLeft, this.end - this.trimRight);
	}
}

export abstract class DelimitedPiece extends Token {
	trimLeft: boolean;
	trimRight: boolean;
	contentRange: [number, number];

	constructor(kind: TokenKind, place: Place, content: [number, number], trims: [boolean, boolean]) {
		super(kind, place.input, place.begin, place.end, place.file);
		[this.trimLeft, this.trimRight] = trims;
		this.contentRange = content;
	}

	get content(): string {
		return this.input.slice(...this.contentRange);
	}
}

export class OutputPiece extends DelimitedPiece {
	constructor(place: Place, content: [number, number], trims: [boolean, boolean]) {
		super(TokenKind.Output, place, content, trims);
	}
}

/** Stands where a comment or the edge of a raw block was; only its trims matter. */
export class MarkerPiece extends DelimitedPiece {
	constructor(place: Place, trims: [boolean, boolean]) {
		super(TokenKind.Output, place, [place.begin, place.begin], trims);
	}
}

export class TagPiece extends DelimitedPiece {
	readonly args: string;

	constructor(
		place: Place,
		content: [number, number],
		trims: [boolean, boolean],
		readonly name: string,
		readonly tokenizer: Tokenizer,
	) {
		super(TokenKind.Tag, place, content, trims);
		this.args = place.input.slice(tokenizer.p, content[1]);
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

export class NameToken extends Token {
	constructor(
		public content: string,
		place: Place,
	) {
		super(TokenKind.Word, place.input, place.begin, place.end, place.file);
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
