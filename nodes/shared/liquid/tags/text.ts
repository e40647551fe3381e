import { Tag, type Emitter } from '../engine';
import type { RenderContext } from '../render/renderContext';

/** What stands between outputs and tags, and inside `raw`. */
export class TextTag extends Tag {
	private readonly text = this.token.input.slice(...this.token.contentRange);

	override render(_context: RenderContext, emitter: Emitter): void {
		emitter.write(this.text);
	}
}
