import { escapeHtml } from '../shared/text/entities';

/** HTML shows a run of blanks as one, and none at the ends of a line; no-break spaces keep them. */
const keepBlanks = (line: string): string =>
	line.replace(/ {2,}/g, (run) => `${'&nbsp;'.repeat(run.length - 1)} `).replace(/^ | $/g, '&nbsp;');

/**
 * A text as a comment that keeps every character: Zendesk strips HTML out of `body`, so a text with a `<` goes as `html_body`,
 * where line breaks need `<br>`.
 */
export function commentContent(text: string): { body: string } | { html_body: string } {
	if (!text.includes('<')) return { body: text };
	const lines = text.split(/\r\n|\r|\n/).map((line) => keepBlanks(escapeHtml(line)));
	return { html_body: lines.join('<br>') };
}
