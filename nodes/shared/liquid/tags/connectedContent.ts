import type { Emitter, Liquid, Parser, TagToken, TopLevelToken } from '../engine';
import { buildRequest, type CallOptions } from '../connectedContent/call';
import { LiquidFault } from '../errors';
import { readTagOptions } from '../grammar/tagOptions';
import { rerender } from '../render/rerender';
import type { RenderContext } from '../render/renderContext';
import { DialectTag } from './dialectTag';
import { argumentRange, TextArgument, unquoted } from './textArgument';

/** Options with a value, and the name of that value in a call. */
const VALUES = {
	method: 'method',
	headers: 'headers',
	body: 'body',
	content_type: 'contentType',
	basic_auth: 'basicAuth',
	auth_credentials: 'authCredentials',
} as const satisfies Record<string, keyof CallOptions>;
const OTHERS = ['save', 'cache_max_age', 'cache', 'no_cache', 'retry', 'rerender'];

function isValue(name: string): name is keyof typeof VALUES {
	return Object.hasOwn(VALUES, name);
}

/** `{% connected_content URL :save name ... %}`: fetches at render time; JSON goes to a variable, other text into the message. */
export class ConnectedContentTag extends DialectTag {
	private readonly url: TextArgument;
	private readonly values: Array<[keyof CallOptions, TextArgument]> = [];
	private readonly flags: Set<string>;
	private readonly variable: string;
	private readonly unknown: string[];

	constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
		super(token, rest, liquid, parser);
		const { begin, end } = argumentRange(token);
		const { head, options } = readTagOptions(token.input, begin, end, this.parser.notes.effort);
		if (head.begin === head.end) throw new LiquidFault('connected_content has no URL', 'Write {% connected_content https://example.com :save name %}.');
		this.url = new TextArgument(token, head, this.parser);
		for (const [name, range] of options) {
			if (isValue(name)) this.values.push([VALUES[name], new TextArgument(token, range, this.parser)]);
		}
		const save = options.get('save');
		this.variable = save ? token.input.slice(save.begin, save.end) : 'connected';
		this.flags = new Set([...options.keys()]);
		this.unknown = [...options.keys()].filter((name) => !isValue(name) && !OTHERS.includes(name));
	}

	override render(context: RenderContext, emitter: Emitter): void {
		const { state } = context;
		if (state.rerendering) {
			state.warn('connected_content inside a rerendered text is not called: rerender goes one level');
			return;
		}
		this.unknown.forEach((name) => state.warn(`connected_content has no option :${name}; it is ignored`));
		const call: CallOptions = { url: this.url.text(context).trim() };
		for (const [name, value] of this.values) call[name] = unquoted(value.text(context));
		const request = buildRequest(call, state.request.options);
		const answer = state.http.call(request, { retry: this.flags.has('retry'), cache: this.caches(request.method) });
		if (!answer) return context.assign(this.variable, undefined);
		context.charge(answer.body.length);
		const body = this.flags.has('rerender') ? rerender(answer.body, context) : answer.body;
		this.keep(body, answer.status, context, emitter);
	}

	private caches(method: string): boolean {
		if (this.flags.has('no_cache')) return false;
		return method === 'GET' || this.flags.has('cache_max_age') || this.flags.has('cache');
	}

	private keep(body: string, status: number, context: RenderContext, emitter: Emitter): void {
		let value: unknown;
		try {
			value = JSON.parse(body);
		} catch {
			emitter.write(body);
			return;
		}
		const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
		context.assign(this.variable, isObject ? { ...(value as object), __http_status_code__: status } : value);
	}
}
