/** What stands in a rendered comment placeholder (`ticket.latest_public_comment_html` and its kin). */
export interface CommentBlock {
	/** The message alone, with its own line breaks. */
	message: string;
	/** `{name}, {date}` in the requester's language; undefined when the text has no header. */
	header?: string;
}

const DASHES = /^-{10,}$/;

/** Line breaks written as `\n` in the text: what a JSON body looks like when nobody decoded it. */
function decoded(text: string): string {
	return text.includes('\n') ? text.replace(/\r\n?/g, '\n') : text.replace(/\\r?\\n|\\n/g, '\n');
}

/**
 * Finds the message in a comment as Zendesk renders it: a line of dashes, a blank line, `name, date`, a blank
 * line, then the message. It looks for the header instead of counting lines: the source pages disagree on the
 * count. Text without that header is the message as it stands (`latest_public_comment.value`).
 */
export function findCommentMessage(text: string): CommentBlock {
	const lines = decoded(text).split('\n');
	const dashes = lines.findIndex((line) => line.trim() !== '');
	if (dashes < 0 || !DASHES.test(lines[dashes].trim())) return { message: text.trim() };
	const header = lines.findIndex((line, index) => index > dashes && line.trim() !== '');
	if (header < 0) return { message: '' };
	return { header: lines[header].trim(), message: lines.slice(header + 1).join('\n').trim() };
}

/** Writes the block as Zendesk renders it, for previews and tests. `date` is already in the requester's language. */
export function commentBlock(comment: { author: string; date: string; message: string }): string {
	return `${'-'.repeat(46)}\n\n${comment.author}, ${comment.date}\n\n${comment.message}`;
}
