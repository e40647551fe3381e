import { escapeHtml } from '../shared/text/entities';

/**
 * A text as a comment that keeps every character: Zendesk strips HTML out of `body`, so a text with a `<` goes as `html_body`,
 * where line breaks need `<br>`.
 */
export const commentContent = (text: string): { body: string } | { html_body: string } =>
	text.includes('<') ? { html_body: escapeHtml(text).replace(/\r\n|\r|\n/g, '<br>') } : { body: text };
