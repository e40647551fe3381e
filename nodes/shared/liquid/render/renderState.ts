import type { ContentBlocks } from './contentBlocks';
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
	blocks: ContentBlocks | undefined;
	private readonly budget: OutputBudget;

	constructor(readonly request: RenderRequest) {
		this.style = request.style;
		this.now = request.now;
		this.budget = { left: request.limits.outputLength };
	}

	emitter(): TextEmitter {
		return new TextEmitter(this.budget, this.style);
	}

	warn(text: string): void {
		if (this.warnings.length < WARNINGS_KEPT && !this.warnings.includes(text)) this.warnings.push(text);
	}
}
