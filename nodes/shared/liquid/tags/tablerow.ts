import type { Emitter, Liquid, Parser, TagToken, Template, TopLevelToken } from '../engine';
import { LoopState } from '../render/loopState';
import { renderAll } from '../render/renderAll';
import type { RenderContext } from '../render/renderContext';
import { readBlock } from './block';
import { DialectTag } from './dialectTag';
import { LoopSource } from './loopSource';

/** `{% tablerow item in list cols:2 %}`: rows and cells of an HTML table, with Ruby's line breaks. */
export class TablerowTag extends DialectTag {
	private readonly source: LoopSource;
	private readonly body: Template[] = [];

	constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
		super(token, rest, liquid, parser);
		this.source = new LoopSource('tablerow', this.reader, this.parser.filters);
		readBlock(token, rest, parser, this.body);
	}

	override render(context: RenderContext, emitter: Emitter): void {
		const items = this.source.items(context);
		const columns = Math.max(this.source.option('cols', context) ?? items.length, 1);
		const loop = new LoopState(this.source.name, items.length, undefined, columns);
		const frame: Record<string, unknown> = Object.create(null);
		frame.tablerowloop = loop;
		context.push(frame);
		emitter.write('<tr class="row1">\n');
		for (const item of items) {
			context.tick();
			frame[this.source.variable] = item;
			emitter.write(`<td class="col${String(loop.get('col'))}">`);
			renderAll(this.body, context, emitter);
			emitter.write('</td>');
			const ended = context.breakCalled;
			context.breakCalled = context.continueCalled = false;
			if (ended) break;
			if (loop.get('col_last') === true && loop.get('last') !== true) {
				emitter.write(`</tr>\n<tr class="row${Number(loop.get('row')) + 1}">`);
			}
			loop.index0++;
		}
		emitter.write('</tr>\n');
		context.pop();
	}
}
