import type { Liquid, Parser, TagToken, Template, TopLevelToken } from '../engine';
import { LiquidFault } from '../errors';
import { renderAll } from '../render/renderAll';
import type { RenderContext } from '../render/renderContext';
import { readBlock } from './block';
import { DialectTag } from './dialectTag';

/** What is captured counts against the output limit: a text that doubles itself in a loop would fill the memory. */
export class CaptureTag extends DialectTag {
	private readonly variable: string;
	private readonly body: Template[] = [];

	constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
		super(token, rest, liquid, parser);
		this.variable = token.args.trim().replace(/^(["'])(.*)\1$/s, '$2');
		if (!/^[\w-]+$/.test(this.variable)) {
			throw new LiquidFault('capture needs the name of a variable', 'Write {% capture name %}.');
		}
		readBlock(token, rest, parser, this.body);
	}

	override render(context: RenderContext): void {
		const emitter = context.emitter();
		renderAll(this.body, context, emitter);
		context.assign(this.variable, emitter.buffer);
	}
}
