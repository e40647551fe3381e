import type { Context, Emitter, Template, Value } from '../engine';
import type { OutputPiece } from '../grammar/tokens';

/** `{{ value | filter }}`. The emitter turns the value into text, in the dialect's way. */
export class OutputTemplate implements Template {
	constructor(
		readonly token: OutputPiece,
		readonly value: Value,
	) {}

	*render(context: Context, emitter: Emitter): IterableIterator<unknown> {
		emitter.write(yield this.value.value(context, false));
	}

	*arguments() {
		yield this.value;
	}
}
