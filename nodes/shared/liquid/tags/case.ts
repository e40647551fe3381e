import type { Emitter, Liquid, Parser, TagToken, Template, TopLevelToken } from '../engine';
import { compileOperand } from '../evaluate/compileValue';
import type { Evaluate } from '../evaluate/evaluate';
import { LiquidFault } from '../errors';
import { readAlternative } from '../grammar/conditionWords';
import { equal } from '../render/operators';
import { renderAll } from '../render/renderAll';
import type { RenderContext } from '../render/renderContext';
import { readBlock } from './block';
import { DialectTag, readerOf } from './dialectTag';

interface When {
	values: Evaluate[];
	body: Template[];
}

/** `case`, `when a, b or c`, `else`. Every matching `when` is rendered, as in Ruby; text before the first is dropped. */
export class CaseTag extends DialectTag {
	private readonly target: Evaluate;
	private readonly whens: When[] = [];
	private readonly otherwise: Template[] = [];

	constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
		super(token, rest, liquid, parser);
		this.target = this.readValue();
		readBlock(token, rest, parser, [], {
			when: (branch) => this.readWhen(branch),
			else: () => this.otherwise,
		});
	}

	private readWhen(token: TagToken): Template[] {
		const reader = readerOf(token);
		const values: Evaluate[] = [];
		do {
			const value = reader.readValue();
			if (!value) throw new LiquidFault('when has no value', 'Write {% when value %}.');
			values.push(compileOperand(value, this.parser.filters));
		} while (readAlternative(reader));
		const body: Template[] = [];
		this.whens.push({ values, body });
		return body;
	}

	override render(context: RenderContext, emitter: Emitter): void {
		const target = this.target(context);
		const matching = this.whens.filter(({ values }) => values.some((value) => equal(target, value(context), context)));
		if (matching.length === 0) renderAll(this.otherwise, context, emitter);
		for (const { body } of matching) renderAll(body, context, emitter);
	}
}
