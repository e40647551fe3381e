import fc from 'fast-check';
import { decodeEntities, escapeHtml } from '../../../nodes/shared/text/entities';
import { htmlToText } from '../../../nodes/shared/text/htmlToText';

/** Texts as people write them: any script, emoji, markup characters, line breaks and runs of blanks, none at the ends. */
const written = fc
	.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('\n', '\n\n', '  ', ' ', '<', '</p>', '<b', '&', '&amp;', '&#38;', '\\', '"', '\'', '>', '-->', '<!--', '👩‍🚀')), { maxLength: 12 })
	.map((parts) => parts.join('').replace(/[\t\r\f\v\u0085\u00a0\u2028\u2029]/g, '').trim());

/** As editors keep a text in HTML: line breaks as `<br>`, of every two blanks the first as a no-break space. */
const asEditorsDo = (text: string): string => escapeHtml(text).replace(/ (?= |\n)|(?<=\n) /g, '&nbsp;').replace(/\n/g, '<br>');

it('a plain text comes back from HTML to the letter', () => {
	fc.assert(fc.property(written, (text) => {
		expect(htmlToText(asEditorsDo(text))).toBe(text);
		expect(htmlToText(`<p>${asEditorsDo(text)}</p>`)).toBe(text);
	}), { numRuns: 1000 });
});

it('escaping and decoding undo each other', () => {
	fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
		expect(decodeEntities(escapeHtml(text))).toBe(text);
	}));
});

it('no HTML makes it fail, however broken', () => {
	const scraps = fc.array(fc.constantFrom('<', '>', '</', '<p', '<p>', '</p>', '<ul>', '</ul>', '<li>', '<a href="', '">', '</a>', '<pre>', '</pre>', '<!--', '-->', '<script>', '</script>', '&#', '&#x110000;', ' ', 'x', '"'), { maxLength: 30 });
	fc.assert(fc.property(scraps, (parts) => {
		expect(typeof htmlToText(parts.join(''))).toBe('string');
	}), { numRuns: 1000 });
});

it('an unclosed tag in a longest comment (64 KB) takes no time to speak of', () => {
	const started = performance.now();
	htmlToText('<a '.repeat(21_000));
	expect(performance.now() - started).toBeLessThan(2_000);
});
