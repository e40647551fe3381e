/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- names a file for a thread of its own */
import { join } from 'node:path';
import fc from 'fast-check';
import { decodeEntities, escapeHtml } from '../../../nodes/shared/text/entities';
import { htmlToText } from '../../../nodes/shared/text/htmlToText';
import { Aside } from '../../support/aside';

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

describe('a text of a megabyte (a comment has 64 KB) is read through', () => {
	const aside = new Aside<{ piece: string; times: number }, number>(join(__dirname, 'htmlToTextAside.ts'));
	afterAll(async () => await aside.close());

	// Work that grew with the square of the length would outlast the test's time-out many times over.
	it.each(['<a ', '<a "', '<a =', '<a href="x>', '<a href=x>', '<a href=x>y</a> ', '<!--', '<!--x>', '</', '<p>', '<li>', '<pre> x', '<script></script>', '<ul><li>', '&#', ' \n'])('%j', async (piece) => {
		const times = Math.ceil(1_000_000 / piece.length);
		// Nothing makes more of it than it was, but for an indent a list item.
		expect(await aside.ask({ piece, times })).toBeLessThanOrEqual(times * (piece.length + 25));
	});
});

it('lists in one another are told apart to the tenth level', () => {
	const nested = htmlToText(`${'<ul><li>x'.repeat(12)}`);
	expect(nested.split('\n').map((line) => line.indexOf('-') / 2)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10]);
});

it('a script is left out, whatever letters stand before it', () => {
	expect(htmlToText('İİİ <SCRIPT>x</Script>y')).toBe('İİİ y');
});
