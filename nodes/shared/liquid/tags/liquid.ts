import type { Emitter, Liquid, Parser, TagToken, Template, TopLevelToken } from '../engine';
import { renderAll } from '../render/renderAll';
import type { RenderContext } from '../render/renderContext';
import { DialectTag } from './dialectTag';

/** `{% liquid %}`: one tag a line, without delimiters. */
export class LiquidTag extends DialectTag {
	private readonly body: Template[];

	constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
		super(token, rest, liquid, parser);
		this.body = parser.parseTokens(this.reader.readLiquidTagTokens());
	}

	override render(context: RenderContext, emitter: Emitter): void {
		renderAll(this.body, context, emitter);
	}
}
