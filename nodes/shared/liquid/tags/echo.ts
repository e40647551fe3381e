import type { Emitter } from '../engine';
import type { RenderContext } from '../render/renderContext';
import { DialectTag } from './dialectTag';

/** `{{ value | filter }}` and `{% echo value | filter %}`. The emitter turns the value into text. */
export class EchoTag extends DialectTag {
	private readonly value = this.readValue();

	override render(context: RenderContext, emitter: Emitter): void {
		emitter.write(this.value(context));
	}
}
