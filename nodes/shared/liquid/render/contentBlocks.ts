import type { Template } from '../engine';
import { LiquidFault } from '../errors';
import type { RenderContext } from './renderContext';
import type { RenderOptions } from './renderRequest';

export interface CompiledTemplate {
	templates: Template[];
	warnings: string[];
	/** True when rendering may have to wait for a call or a content block. */
	waits: boolean;
}

export type Compile = (template: string, block?: string) => CompiledTemplate;

/** `{{content_blocks.${Name}}}`: the block's own Liquid, rendered with the variables of the message. */
export class ContentBlocks {
	private readonly open: string[] = [];
	private readonly compiled = new Map<string, CompiledTemplate>();

	constructor(
		private readonly source: RenderOptions['contentBlocks'],
		private readonly compile: Compile,
		private readonly depth: number,
	) {}

	*render(name: string, context: RenderContext): Generator<unknown, string | undefined, unknown> {
		if (this.open.includes(name)) {
			throw new LiquidFault(`The content block "${name}" includes itself`, 'Remove the loop between the content blocks.');
		}
		if (this.open.length >= this.depth) {
			throw new LiquidFault(
				`Content blocks are nested more than ${this.depth} deep`,
				'Put the inner text into the outer block, or raise the limit contentBlockDepth.',
			);
		}
		const known = this.compiled.get(name);
		const text = known ? undefined : yield this.find(name, context);
		if (!known && typeof text !== 'string') {
			context.state.warn(`content block "${name}" was not found; it renders empty`);
			return undefined;
		}
		const block = known ?? this.compile(String(text), name);
		this.compiled.set(name, block);
		block.warnings.forEach((warning) => context.state.warn(`content block "${name}", ${warning}`));
		this.open.push(name);
		try {
			const emitter = context.emitter();
			yield context.engine.renderer.renderTemplates(block.templates, context, emitter);
			return emitter.buffer;
		} finally {
			this.open.pop();
		}
	}

	private find(name: string, context: RenderContext): Promise<string | undefined> | string | undefined {
		if (typeof this.source === 'function') {
			const source = this.source;
			return context.waitFor(() => source(name));
		}
		return this.source && Object.hasOwn(this.source, name) ? this.source[name] : undefined;
	}
}
