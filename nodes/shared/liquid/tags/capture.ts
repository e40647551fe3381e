import { Tag, type Liquid, type Parser, type TagToken, type Template, type TopLevelToken } from '../engine';
import { LiquidFault } from '../errors';
import type { RenderContext } from '../render/renderContext';
import { templatesUntil } from './block';

/** The engine's own capture is outside of every limit: a text that doubles itself in a loop would fill the memory. */
export class CaptureTag extends Tag {
	private readonly variable: string;
	private readonly body: Template[];

	constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
		super(token, rest, liquid);
		this.variable = token.args.trim().replace(/^(["'])(.*)\1$/s, '$2');
		if (!/^[\w-]+$/.test(this.variable)) {
			throw new LiquidFault('capture needs the name of a variable', 'Write {% capture name %}.');
		}
		this.body = templatesUntil('endcapture', token, rest, parser);
	}

	*render(context: RenderContext) {
		const emitter = context.emitter();
		yield this.liquid.renderer.renderTemplates(this.body, context, emitter);
		context.memoryLimit.use(emitter.buffer.length);
		context.bottom()[this.variable] = emitter.buffer;
	}
}
