import type { Emitter, Liquid, Parser, TagToken, TopLevelToken } from '../engine';
import { compileOperand } from '../evaluate/compileValue';
import { constant, type Evaluate } from '../evaluate/evaluate';
import { LiquidFault } from '../errors';
import type { RenderContext } from '../render/renderContext';
import { toText } from '../render/text';
import { DialectTag } from './dialectTag';

/** `{% cycle 'a', 'b' %}` and `{% cycle group: 'a', 'b' %}`: the next value each time. */
export class CycleTag extends DialectTag {
	private readonly group: Evaluate;
	private readonly values: Evaluate[] = [];

	constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
		super(token, rest, liquid, parser);
		this.group = this.readGroup();
		while (!this.reader.end()) {
			this.values.push(this.readValue());
			if (this.reader.peek() === ',') this.reader.advance();
			this.reader.skipBlank();
		}
		if (this.values.length === 0) throw new LiquidFault('cycle has no values', "Write {% cycle 'a', 'b' %}.");
	}

	private readGroup(): Evaluate {
		const begin = this.reader.p;
		const name = this.reader.readValue();
		this.reader.skipBlank();
		if (name && this.reader.peek() === ':') {
			this.reader.advance();
			return compileOperand(name, this.parser.filters);
		}
		this.reader.p = begin;
		return constant(this.token.args);
	}

	override render(context: RenderContext, emitter: Emitter): void {
		const key = `cycle ${toText(this.group(context))}`;
		const at = Number(context.getRegister(key, 0)) % this.values.length;
		context.setRegister(key, at + 1);
		emitter.write(this.values[at](context));
	}
}
