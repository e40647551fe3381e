import type { Parser, TagToken, Template, TopLevelToken } from '../engine';
import { LiquidFault } from '../errors';

/** The templates of a block up to its end tag. */
export function templatesUntil(end: string, tag: TagToken, rest: TopLevelToken[], parser: Parser): Template[] {
	const templates: Template[] = [];
	let closed = false;
	const stream = parser.parseStream(rest);
	stream
		.on(`tag:${end}`, () => {
			closed = true;
			stream.stop();
		})
		.on('template', (template: Template) => templates.push(template));
	stream.start();
	if (!closed) throw new LiquidFault(`The tag ${tag.name} is not closed`, `Close it with {% ${end} %}.`);
	return templates;
}
