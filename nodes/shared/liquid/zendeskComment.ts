/** What stands in a rendered comment placeholder (`ticket.latest_public_comment_html` and its kin). */
export interface CommentBlock {
	/** The message alone, with its own line breaks. */
	message: string;
	/** `{name}, {date}` in the requester's language; undefined when the text has no header. */
	header?: string;
}

const DASHES = /^\s*(?:\*\*)?-{10,}\s*$/;

/**
 * Finds the message in a comment as Zendesk renders it: a line of dashes, a blank line, `name, date`, a blank
 * line, then the message. It looks for the header instead of counting lines: the source pages disagree on the
 * count. Text without that header is the message as it stands (`latest_public_comment.value`).
 */
export function findCommentMessage(text: string): CommentBlock {
	const lines = text.replace(/\r\n?/g, '\n').split('\n');
	const first = lines.findIndex((line) => line.trim() !== '');
	if (first < 0 || !DASHES.test(lines[first])) return { message: text.trim() };
	const header = lines.findIndex((line, index) => index > first && line.trim() !== '');
	if (header < 0) return { message: '' };
	return {
		header: lines[header].trim(),
		// Braze's page shows the block in bold marks; the closing pair belongs to the picture, not to the message.
		message: lines.slice(header + 1).join('\n').trim().replace(/^([^*]*)\*\*$/s, lines[first].includes('**') ? '$1' : '$&'),
	};
}

/** Writes the block as Zendesk renders it, for previews and tests. `date` is already in the requester's language. */
export function commentBlock(comment: { author: string; date: string; message: string }): string {
	return `${'-'.repeat(46)}\n\n${comment.author}, ${comment.date}\n\n${comment.message}`;
}
