import { Tag } from '../engine';
import { MessageAborted } from '../errors';

/** Braze's log text when the author gives none. */
const DEFAULT_REASON = '{% abort_message %} called';

/**
 * `abort_message`, `abort_message()`, `abort_message ()`, `abort_message('why')`, `("why")`; one example in
 * Braze's docs has the reason without quotes. The message is not sent and counts for no frequency cap.
 */
export class AbortMessageTag extends Tag {
	private readonly reason = AbortMessageTag.read(this.token.args);

	private static read(args: string): string {
		const inside = /^\((.*)\)$/s.exec(args.trim())?.[1] ?? args;
		const text = inside.trim();
		const quoted = /^(["'])(.*)\1$/s.exec(text);
		return (quoted ? quoted[2] : text) || DEFAULT_REASON;
	}

	override render(): never {
		throw new MessageAborted(this.reason);
	}
}
