import type { Emitter, Liquid, Parser, TagToken, TopLevelToken } from '../engine';
import { LiquidFault } from '../errors';
import type { RenderContext } from '../render/renderContext';
import { DialectTag } from './dialectTag';
import { argumentRange, TextArgument, unquoted } from './textArgument';

/** `{% promotion('list') %}` prints the next code of a list. Braze takes one for every branch, also of those not printed. */
export class PromotionTag extends DialectTag {
	private readonly list: TextArgument;

	constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
		super(token, rest, liquid, parser);
		const { begin, end } = argumentRange(token);
		const open = token.input.indexOf('(', begin);
		const close = token.input.lastIndexOf(')', end - 1);
		if (open < begin || open >= end || close <= open) {
			throw new LiquidFault('promotion needs the name of a code list', "Write {% promotion('list') %}.");
		}
		this.list = new TextArgument(token, { begin: open + 1, end: close }, this.parser);
	}

	override render(context: RenderContext, emitter: Emitter): void {
		emitter.write(context.state.nextPromotion(unquoted(this.list.text(context))));
	}
}
