import { Tag, type Liquid, type Parser, type TagToken, type TopLevelToken } from '../engine';
import { LiquidFault } from '../errors';
import { readTagOptions } from '../grammar/tagOptions';
import type { RenderContext } from '../render/renderContext';
import { argumentRange, TextArgument, unquoted } from './textArgument';

/** Bytes of all extras of one message. */
const LIMIT = 1024;

/** `{% message_extras :key k :value v %}`: order fixed, prints nothing, the first of two equal keys wins. */
export class MessageExtrasTag extends Tag {
	private readonly key: TextArgument;
	private readonly value: TextArgument;

	constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
		super(token, rest, liquid);
		const { begin, end } = argumentRange(token);
		const { options } = readTagOptions(token.input, begin, end);
		const [key, value] = [options.get('key'), options.get('value')];
		if (!key || !value || [...options.keys()].join() !== 'key,value') {
			throw new LiquidFault('message_extras is not written right', 'Write {% message_extras :key name :value text %}, in this order.');
		}
		this.key = new TextArgument(token, key, parser);
		this.value = new TextArgument(token, value, parser);
	}

	*render(context: RenderContext) {
		const key = unquoted(yield* this.key.render(context));
		const value = unquoted(yield* this.value.render(context));
		const extras = context.state.messageExtras;
		if (extras.has(key)) {
			context.state.warn(`message_extras has the key "${key}" twice; the first value stays`);
			return;
		}
		extras.set(key, value);
		if (Buffer.byteLength(JSON.stringify(Object.fromEntries(extras)), 'utf8') > LIMIT) {
			context.state.warn('message_extras hold more than 1 KB; Braze drops what is over');
		}
	}
}
