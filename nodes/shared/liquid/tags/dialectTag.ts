import { Tag, type Emitter, type Liquid, type Parser, type TagToken, type TopLevelToken } from '../engine';
import { compileValue } from '../evaluate/compileValue';
import type { Evaluate } from '../evaluate/evaluate';
import { DialectParser } from '../grammar/dialectParser';
import { ExpressionReader } from '../grammar/expressionReader';
import type { RenderContext } from '../render/renderContext';

/** A tag of ours: read with the dialect's grammar, compiled once, rendered without ever waiting. */
export abstract class DialectTag extends Tag {
	protected readonly reader: ExpressionReader;
	protected readonly parser: DialectParser;

	constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
		super(token, rest, liquid);
		if (!(parser instanceof DialectParser)) throw new TypeError('a dialect tag needs the parser of a dialect');
		this.parser = parser;
		this.reader = readerOf(token);
	}

	/** The value and filters that come next. */
	protected readValue(): Evaluate {
		return compileValue(this.reader.readFilteredValue(), this.parser.filters);
	}

	abstract override render(context: RenderContext, emitter: Emitter): void;
}

export function readerOf(token: TagToken): ExpressionReader {
	if (token.tokenizer instanceof ExpressionReader) return token.tokenizer;
	throw new TypeError('a piece was read with a foreign reader');
}
