import type { Emitter } from '../engine';
import { LiquidFault } from '../errors';
import { toText, type TextStyle } from './text';

/** What is left of the output limit, shared by the text and everything captured. */
export interface OutputBudget {
	left: number;
}

export class TextEmitter implements Emitter {
	buffer = '';

	constructor(
		private readonly budget: OutputBudget,
		private readonly style: TextStyle,
	) {}

	write(value: unknown): void {
		const text = typeof value === 'string' ? value : toText(value, this.style);
		this.budget.left -= text.length;
		if (this.budget.left < 0) {
			throw new LiquidFault(
				'The rendered text is too long',
				'Shorten the loops or the data, or raise the limit outputLength.',
			);
		}
		this.buffer += text;
	}
}
