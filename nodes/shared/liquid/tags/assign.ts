import { LiquidFault } from '../errors';
import type { RenderContext } from '../render/renderContext';
import { DialectTag } from './dialectTag';

export class AssignTag extends DialectTag {
	private readonly variable = this.readTarget();
	private readonly value = this.readValue();

	private readTarget(): string {
		const { content } = this.reader.readIdentifier();
		this.reader.skipBlank();
		if (content === '' || this.reader.peek() !== '=') {
			throw new LiquidFault('assign is not written right', 'Write {% assign name = value %}.');
		}
		this.reader.advance();
		return content;
	}

	override render(context: RenderContext): void {
		context.assign(this.variable, this.value(context));
	}
}
