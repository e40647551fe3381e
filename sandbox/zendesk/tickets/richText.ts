/** Comment texts between plain and rich. Written for the sandbox alone; the nodes have their own way, so that one mistake cannot hide the other. */

const TAG = /<\/?[a-z][^<>]*>|<!--[\s\S]*?-->/gi;

/** What `comment.body` becomes: tags go, a lone `<` stays. */
export const stripHtml = (text: string): string => text.replace(TAG, '');

const escapeHtml = (text: string): string =>
	text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** HTML shows a run of blanks as one; editors keep it with no-break spaces. */
const keepBlanks = (html: string): string =>
	html
		.replace(/\t/g, '    ')
		.replace(/ {2,}/g, (run) => `${'&nbsp;'.repeat(run.length - 1)} `)
		.replace(/(^|<br>) /g, '$1&nbsp;')
		.replace(/ (?=$|<br>)/g, '&nbsp;');

const URL_IN_TEXT = /(\bhttps?:\/\/[^\s<>"]+[^\s<>".,;:!?)'\]])/g;

/** One line, escaped, with its addresses made links. */
const richLine = (line: string): string =>
	line
		.split(URL_IN_TEXT)
		.map((part, index) => {
			const html = escapeHtml(part);
			return index % 2 === 0 ? html : `<a href="${html}" rel="noopener noreferrer" target="_blank">${html}</a>`;
		})
		.join('');

const paragraph = (text: string): string => {
	const html = text.split('\n').map(richLine).join('<br>');
	return `<p dir="auto">${html === '' ? '<br>' : keepBlanks(html)}</p>`;
};

/** Plain text as the agent desk's editor would store it: paragraphs, line breaks, escaped entities, links, kept blanks. */
export const toRichText = (text: string): string =>
	text.replace(/\r\n?/g, '\n').split('\n\n').map(paragraph).join('');

/** The wrapper that Zendesk puts around each stored comment. */
export const wrapComment = (html: string): string => `<div class="zd-comment" dir="auto">${html}</div>`;

/** Line breaks in sent HTML are white space. */
export const collapseNewlines = (html: string): string => html.replace(/[ \t]*[\r\n]+[ \t]*/g, ' ');

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

const decode = (text: string): string =>
	text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
		if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
		const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
		return code > 0x10ffff ? whole : String.fromCodePoint(code);
	});

const isParagraph = (name: string): boolean => /^(p|h[1-6]|blockquote|ul|ol|pre|table)$/.test(name);

const isLine = (name: string): boolean => /^(div|li|tr)$/.test(name);

/** The plain rendering that `body` and `plain_body` show of a rich comment. How the vendor marks bold, lists and links there is unconfirmed; here: a dash for a list entry, nothing else. */
export function toPlainText(html: string): string {
	let text = '';
	const breakLines = (count: number) => {
		if (text === '') return;
		text = text.replace(/ +$/, '');
		const standing = /\n*$/.exec(text)?.[0].length ?? 0;
		text += '\n'.repeat(Math.max(0, count - standing));
	};
	for (const [token, closing, tag] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>|<!--[\s\S]*?-->|[^<]+|</gi)) {
		const name = (tag ?? '').toLowerCase();
		if (name === 'br') text += '\n';
		else if (isParagraph(name)) breakLines(2);
		else if (isLine(name)) {
			breakLines(1);
			if (name === 'li' && closing === '') text += '- ';
		} else if (tag === undefined && !token.startsWith('<!--')) {
			const words = decode(token.replace(/[ \t\r\n]+/g, ' '));
			text += text === '' || text.endsWith('\n') ? words.replace(/^ /, '') : words;
		}
	}
	// Last, so that the blanks an author kept on purpose are not trimmed. Whether the vendor shows them as plain blanks is unconfirmed; a reader sees one.
	return text.replace(/^\n+|[ \t\n]+$/g, '').replace(/ +\n/g, '\n').replace(/\u00a0/g, ' ');
}
