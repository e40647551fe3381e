import type { Parser, TagToken, Template, TopLevelToken } from '../engine';
import { LiquidFault, toTemplateError } from '../errors';

/** Opens a branch (`else`, `elsif`, `when`): reads its tag and gives the list its templates go to. */
type OpenBranch = (token: TagToken) => Template[];

/** Reads the templates of a block, branch by branch, up to its end tag. */
export function readBlock(
	tag: TagToken,
	rest: TopLevelToken[],
	parser: Parser,
	body: Template[],
	branches: Record<string, OpenBranch> = {},
): void {
	let into = body;
	let closed = false;
	const stream = parser.parseStream(rest);
	for (const [name, open] of Object.entries(branches)) {
		stream.on(`tag:${name}`, (token: TagToken) => {
			try {
				into = open(token);
			} catch (error) {
				throw toTemplateError(error, token);
			}
		});
	}
	stream.on(`tag:end${tag.name}`, () => {
		closed = true;
		stream.stop();
	});
	stream.on('template', (template: Template) => into.push(template));
	stream.start();
	if (!closed) throw new LiquidFault(`The tag ${tag.name} is not closed`, `Close it with {% end${tag.name} %}.`);
}
