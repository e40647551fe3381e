import { ConnectedContentClient } from '../connectedContent/client';
import { ContentBlocks, type Compile } from './contentBlocks';
import { TextEmitter, type OutputBudget } from './emitter';
import type { RenderRequest } from './renderRequest';
import type { TextStyle } from './text';

const WARNINGS_KEPT = 50;

/** What one render gathers, and what its tags may use. */
export class RenderState {
	readonly messageExtras = new Map<string, string>();
	readonly warnings: string[] = [];
	readonly style: TextStyle;
	readonly now: number;
	readonly blocks: ContentBlocks;
	readonly http: ConnectedContentClient;
	/** True while text from outside is rendered (`:rerender`). */
	rerendering = false;
	private readonly budget: OutputBudget;
	private readonly promotionsUsed = new Map<string, number>();

	constructor(
		readonly request: RenderRequest,
		readonly compile: Compile,
	) {
		this.blocks = new ContentBlocks(request.contentBlocks, compile, request.limits.contentBlockDepth);
		this.http = new ConnectedContentClient(request, (text) => this.warn(text));
		this.style = request.style;
		this.now = request.now;
		this.budget = { left: request.limits.outputLength };
	}

	emitter(): TextEmitter {
		return new TextEmitter(this.budget, this.style);
	}

	/** The next code of a promotion list; empty, with a warning, when none is left. */
	nextPromotion(list: string): string {
		const { promotions } = this.request;
		const used = this.promotionsUsed.get(list) ?? 0;
		const code = promotions && Object.hasOwn(promotions, list) ? promotions[list][used] : undefined;
		this.promotionsUsed.set(list, used + 1);
		if (code === undefined) this.warn(`promotion list "${list}" has no code left; it prints nothing`);
		return code ?? '';
	}

	warn(text: string): void {
		if (this.warnings.length < WARNINGS_KEPT && !this.warnings.includes(text)) this.warnings.push(text);
	}
}
