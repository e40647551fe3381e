import type { Emitter, Liquid, Parser, TagToken, Template, TopLevelToken } from '../engine';
import { LoopState } from '../render/loopState';
import { renderAll } from '../render/renderAll';
import type { RenderContext } from '../render/renderContext';
import { readBlock } from './block';
import { DialectTag } from './dialectTag';
import { LoopSource } from './loopSource';

export class ForTag extends DialectTag {
	private readonly source: LoopSource;
	private readonly body: Template[] = [];
	private readonly otherwise: Template[] = [];

	constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
		super(token, rest, liquid, parser);
		this.source = new LoopSource('for', this.reader, this.parser.filters);
		readBlock(token, rest, parser, this.body, { else: () => this.otherwise });
	}

	override render(context: RenderContext, emitter: Emitter): void {
		const items = this.source.items(context);
		if (items.length === 0) return renderAll(this.otherwise, context, emitter);
		const loop = new LoopState(this.source.name, items.length, context.variable('forloop'));
		const frame: Record<string, unknown> = Object.create(null);
		frame.forloop = loop;
		context.push(frame);
		for (const item of items) {
			context.tick();
			frame[this.source.variable] = item;
			renderAll(this.body, context, emitter);
			const ended = context.breakCalled;
			context.breakCalled = context.continueCalled = false;
			if (ended) break;
			loop.index0++;
		}
		context.pop();
	}
}
