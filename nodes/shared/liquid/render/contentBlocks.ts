import type { Template } from '../engine';
import { LiquidFault } from '../errors';
import type { FilteredPlace } from '../grammar/parseNotes';
import type { Place } from '../grammar/pieces';
import { renderAll } from './renderAll';
import type { RenderContext } from './renderContext';

export interface CompiledTemplate {
	templates: Template[];
	warnings: string[];
	paths: Place[];
	values: FilteredPlace[];
}

/** `{{content_blocks.${Name}}}`: the block's own Liquid, rendered with the variables of the message. */
export class ContentBlocks {
	private readonly open: string[] = [];

	/** The rendered block, or undefined, with a warning, when there is none of that name. */
	render(name: string, context: RenderContext): string | undefined {
		const { contentBlockDepth } = context.state.request.limits;
		if (this.open.includes(name)) {
			throw new LiquidFault(`The content block "${name}" includes itself`, 'Remove the loop between the content blocks.');
		}
		if (this.open.length >= contentBlockDepth) {
			throw new LiquidFault(
				`Content blocks are nested more than ${contentBlockDepth} deep`,
				'Put the inner text into the outer block, or raise the limit contentBlockDepth.',
			);
		}
		const text = this.find(name, context);
		if (typeof text !== 'string') {
			context.state.warn(`content block "${name}" was not found; it renders empty`);
			return undefined;
		}
		const block = context.state.compile(text, name);
		block.warnings.forEach((warning) => context.state.warn(`content block "${name}", ${warning}`));
		this.open.push(name);
		const emitter = context.emitter();
		renderAll(block.templates, context, emitter);
		this.open.pop();
		return emitter.buffer;
	}

	private find(name: string, context: RenderContext): string | undefined {
		const { state } = context;
		const { contentBlocks: source } = state.request.options;
		if (typeof source === 'function') return state.waits.get(`content block ${name}`, () => source(name));
		if (source && Object.hasOwn(source, name)) return source[name];
		const given = context.property(context.property(context.environments, 'content_blocks'), name);
		return typeof given === 'string' ? given : undefined;
	}
}
