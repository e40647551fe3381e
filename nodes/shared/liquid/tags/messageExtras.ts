import type { Liquid, Parser, TagToken, TopLevelToken } from '../engine';
import { readTagOptions } from '../grammar/tagOptions';
import type { RenderContext } from '../render/renderContext';
import { DialectTag } from './dialectTag';
import { argumentRange, TextArgument, unquoted } from './textArgument';

/** Bytes of all extras of one message. */
const LIMIT = 1024;

/** `{% message_extras :key k :value v %}`: order fixed, prints nothing, the first of two equal keys wins. */
export class MessageExtrasTag extends DialectTag {
	private readonly pair: { key: TextArgument; value: TextArgument } | undefined;

	constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
		super(token, rest, liquid, parser);
		const { begin, end } = argumentRange(token);
		const { head, options } = readTagOptions(token.input, begin, end, this.parser.notes.effort);
		const [key, value] = [options.get('key'), options.get('value')];
		if (key && value && head.begin === head.end && [...options.keys()].join() === 'key,value') {
			this.pair = { key: new TextArgument(token, key, this.parser), value: new TextArgument(token, value, this.parser) };
		}
	}

	override render(context: RenderContext): void {
		if (!this.pair) {
			// Braze sends the message all the same; only the extras are lost.
			context.state.warn('message_extras is dropped: write {% message_extras :key name :value text %}, in this order');
			return;
		}
		const key = unquoted(this.pair.key.text(context));
		const value = unquoted(this.pair.value.text(context));
		const extras = context.state.messageExtras;
		if (extras.has(key)) {
			context.state.warn(`message_extras has the key "${key}" twice; the first value stays`);
			return;
		}
		extras.set(key, value);
		if (Buffer.byteLength(JSON.stringify(Object.fromEntries(extras)), 'utf8') > LIMIT) {
			context.state.warn('message_extras hold more than 1 KB; Braze cuts what is over');
		}
	}
}
