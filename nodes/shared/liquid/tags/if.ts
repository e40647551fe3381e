import type { Emitter, Liquid, Parser, TagToken, Template, TopLevelToken } from '../engine';
import { readCondition } from '../evaluate/condition';
import { renderAll } from '../render/renderAll';
import type { RenderContext } from '../render/renderContext';
import { readBlock } from './block';
import { DialectTag, readerOf } from './dialectTag';

interface Branch {
	test: (context: RenderContext) => boolean;
	body: Template[];
}

/** `if`, `elsif`, `else`. What stands after a second `else` is never rendered, as in Ruby. */
export class IfTag extends DialectTag {
	protected readonly branches: Branch[] = [];

	constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
		super(token, rest, liquid, parser);
		const body = this.open(this.firstTest(this.readTest(token)));
		readBlock(token, rest, parser, body, {
			elsif: (branch) => this.open(this.readTest(branch)),
			else: () => this.open(() => true),
		});
	}

	protected firstTest(test: Branch['test']): Branch['test'] {
		return test;
	}

	private readTest(token: TagToken): Branch['test'] {
		return readCondition(readerOf(token), this.parser.filters);
	}

	private open(test: Branch['test']): Template[] {
		const body: Template[] = [];
		this.branches.push({ test, body });
		return body;
	}

	override render(context: RenderContext, emitter: Emitter): void {
		for (const { test, body } of this.branches) {
			if (!test(context)) continue;
			renderAll(body, context, emitter);
			return;
		}
	}
}

/** `unless`: an `if` whose first test is turned round. */
export class UnlessTag extends IfTag {
	protected override firstTest(test: Branch['test']): Branch['test'] {
		return (context) => !test(context);
	}
}
