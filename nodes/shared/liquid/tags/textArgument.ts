import type { TagToken, Template } from '../engine';
import type { DialectParser } from '../grammar/dialectParser';
import type { Range } from '../grammar/tagOptions';
import { renderAll } from '../render/renderAll';
import type { RenderContext } from '../render/renderContext';

/** A tag argument that is text with outputs in it: a URL, a header block, a body, an id. */
export class TextArgument {
	private readonly templates: Template[];

	constructor(token: TagToken, range: Range, parser: DialectParser) {
		this.templates = parser.parseRange(token, range);
	}

	/** Renders to text; an emitter of its own keeps it out of the message. */
	text(context: RenderContext): string {
		const emitter = context.emitter();
		renderAll(this.templates, context, emitter);
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
