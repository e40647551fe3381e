import type { Emitter, Parser, TagToken, Template } from '../engine';
import { DialectParser } from '../grammar/dialectParser';
import type { Range } from '../grammar/tagOptions';
import type { RenderContext } from '../render/renderContext';

/** A tag argument that is text with outputs in it: a URL, a header block, a body, an id. */
export class TextArgument {
	private readonly templates: Template[];

	constructor(
		token: TagToken,
		readonly range: Range,
		parser: Parser,
	) {
		if (!(parser instanceof DialectParser)) throw new TypeError('this tag needs the parser of a dialect');
		this.templates = parser.parseRange(token, range);
	}

	/** Renders to text without surrounding quotes; an emitter of its own keeps it out of the message. */
	*render(context: RenderContext): Generator<unknown, string, unknown> {
		const emitter: Emitter = context.emitter();
		yield context.engine.renderer.renderTemplates(this.templates, context, emitter);
		return emitter.buffer;
	}
}

/** Where the arguments of a tag stand in the template. */
export function argumentRange(token: TagToken): Range {
	return { begin: token.contentRange[1] - token.args.length, end: token.contentRange[1] };
}

/** `'text'` and `"text"` without their quotes. */
export function unquoted(text: string): string {
	return /^(["'])(.*)\1$/s.exec(text.trim())?.[2] ?? text.trim();
}
