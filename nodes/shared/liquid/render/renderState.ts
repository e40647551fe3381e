import type { Compiler } from '../compiler';
import { ConnectedContentClient } from '../connectedContent/client';
import { LiquidFault } from '../errors';
import { ContentBlocks, type CompiledTemplate } from './contentBlocks';
import { TextEmitter, type OutputBudget } from './emitter';
import type { RenderRequest } from './renderRequest';
import type { TextStyle } from './text';
import type { Waits } from './waits';

const WARNINGS_KEPT = 50;

/** What one attempt at a render gathers, and what its tags may use. */
export class RenderState {
	readonly warnings: string[] = [];
	readonly style: TextStyle;
	readonly now: number;
	/** True while text from outside is rendered (`:rerender`). */
	rerendering = false;
	private readonly budget: OutputBudget;
	// Made when first used: most messages need none of them, and a render is short.
	private extras: Map<string, string> | undefined;
	private promotionsUsed: Map<string, number> | undefined;
	private client: ConnectedContentClient | undefined;
	private contentBlocks: ContentBlocks | undefined;

	constructor(
		readonly request: RenderRequest,
		private readonly compiler: Compiler,
		readonly waits: Waits,
		/** Milliseconds since 1970 at which this attempt has taken too long. */
		private readonly deadline: number,
	) {
		this.style = request.style;
		this.now = request.now;
		this.budget = { left: request.limits.outputLength };
	}

	get messageExtras(): Map<string, string> {
		return (this.extras ??= new Map());
	}

	get hasMessageExtras(): boolean {
		return this.extras !== undefined;
	}

	get blocks(): ContentBlocks {
		return (this.contentBlocks ??= new ContentBlocks());
	}

	get http(): ConnectedContentClient {
		return (this.client ??= new ConnectedContentClient(this));
	}

	/** Compiles a content block, or text from outside that is to be rendered. */
	compile(text: string, block: string): CompiledTemplate {
		return this.compiler.compile(text, this.request.limits, block);
	}

	emitter(): TextEmitter {
		return new TextEmitter(this.budget, this.style);
	}

	checkTime(): void {
		if (Date.now() <= this.deadline) return;
		throw new LiquidFault('The template takes too long to render', 'Shorten its loops or its data, or raise the limit renderTime.');
	}

	/** The next code of a promotion list; empty, with a warning, when none is left. */
	nextPromotion(list: string): string {
		const { promotions } = this.request.options;
		const taken = (this.promotionsUsed ??= new Map());
		const used = taken.get(list) ?? 0;
		const code = promotions && Object.hasOwn(promotions, list) ? promotions[list][used] : undefined;
		taken.set(list, used + 1);
		if (code === undefined) this.warn(`promotion list "${list}" has no code left; it prints nothing`);
		return code ?? '';
	}

	warn(text: string): void {
		if (this.warnings.length < WARNINGS_KEPT && !this.warnings.includes(text)) this.warnings.push(text);
	}
}
