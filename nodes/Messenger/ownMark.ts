/**
 * What we send carries this in `metadata`, which comes back in the echo of the message: that is how the trigger tells our own echoes
 * from what a person answers in the Page inbox.
 */
const MARK = 'n8n-messaging';

/** The Send API takes less than 1000 characters. */
export const MOST_METADATA = 999 - MARK.length - 1;

export const marked = (metadata: string | undefined): string => (metadata === undefined ? MARK : `${MARK}:${metadata}`);

/** The user's own part of our mark, or undefined for what is not ours. */
export function readMark(metadata: string | undefined): string | undefined {
	if (metadata === MARK) return '';
	return metadata?.startsWith(`${MARK}:`) ? metadata.slice(MARK.length + 1) : undefined;
}
