import type { Emitter } from '../engine';
import type { RenderContext } from '../render/renderContext';
import { DialectTag } from './dialectTag';

abstract class CounterTag extends DialectTag {
	private readonly variable = this.reader.readIdentifier().content;

	protected count(context: RenderContext): number {
		const known = context.counters[this.variable] ?? context.property(context.environments, this.variable);
		return typeof known === 'number' ? known : 0;
	}

	protected keep(context: RenderContext, value: number): void {
		context.counters[this.variable] = value;
	}
}

/** Prints a counter, then adds one; it begins at 0 and is not the variable that `assign` makes. */
export class IncrementTag extends CounterTag {
	override render(context: RenderContext, emitter: Emitter): void {
		const value = this.count(context);
		emitter.write(value);
		this.keep(context, value + 1);
	}
}

/** Takes one off a counter, then prints it; it begins at -1. */
export class DecrementTag extends CounterTag {
	override render(context: RenderContext, emitter: Emitter): void {
		const value = this.count(context) - 1;
		this.keep(context, value);
		emitter.write(value);
	}
}
