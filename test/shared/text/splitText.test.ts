import fc from 'fast-check';
import { splitText } from '../../../nodes/shared/text/splitText';

/** What Messenger takes a message. */
const MESSENGER_LIMIT = 2000;

const graphemes = (text: string): string[] => Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text), ({ segment }) => segment);

const visible = (text: string): string[] => graphemes(text).filter((grapheme) => grapheme.trim() !== '');

const FAMILY = '👨‍👩‍👧';
const piece = fc.oneof(
	fc.constantFrom('word', 'a', ' ', '  ', '\n', '\n\n', '\r\n', '. ', '! ', '。', FAMILY, '🇫🇷', 'e\u0301', ' \u0301', '🏽', '\u200d', '\u0600', '\u00a0', 'नि'),
	fc.string({ unit: 'binary', maxLength: 3 }),
);
const text = fc.array(piece, { maxLength: 120 }).map((pieces) => pieces.join(''));

describe('for any text', () => {
	it('nothing but white space at the seams is lost, no part is too long, and no character is split', () => {
		fc.assert(
			fc.property(text, fc.integer({ min: 12, max: 60 }), (whole, limit) => {
				fc.pre(graphemes(whole).every(({ length }) => length <= limit));
				const parts = splitText(whole, limit);
				expect(parts.flatMap(visible)).toEqual(visible(whole));
				let at = 0;
				for (const [index, part] of parts.entries()) {
					expect(part.length).toBeLessThanOrEqual(limit);
					const found = whole.indexOf(part, at);
					expect(found).toBeGreaterThanOrEqual(at);
					expect(whole.slice(at, found).trim()).toBe('');
					if (parts.length > 1) expect(part.trim()).not.toBe('');
					if (index === 0 && part === whole) expect(parts).toHaveLength(1);
					at = found + part.length;
				}
				expect(whole.slice(at).trim()).toBe('');
			}),
			{ numRuns: 1000 },
		);
	});

	it('of Messenger\'s length', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom('word ', FAMILY, 'x'.repeat(300), '. ', '\n\n'), { minLength: 40, maxLength: 150 }), (pieces) => {
				const whole = pieces.join('');
				const parts = splitText(whole, MESSENGER_LIMIT);
				expect(parts.every(({ length }) => length <= 2000)).toBe(true);
				expect(parts.flatMap(visible)).toEqual(visible(whole));
			}),
			{ numRuns: 10 },
		);
	});
});

it('a text that fits is left as it is', () => {
	expect(splitText('', MESSENGER_LIMIT)).toEqual([]);
	expect(splitText(' x '.repeat(3), MESSENGER_LIMIT)).toEqual([' x  x  x ']);
	expect(splitText('x'.repeat(2000), MESSENGER_LIMIT)).toEqual(['x'.repeat(2000)]);
	expect(splitText('x'.repeat(2001), MESSENGER_LIMIT)).toEqual(['x'.repeat(2000), 'x']);
});

it.each([
	['a paragraph', 'aaaa bbbb. cc\n\ndd ee\nff. gg', ['aaaa bbbb. cc', 'dd ee\nff. gg']],
	['a paragraph with carriage returns', 'aaaa bbbb. c\r\n\r\nd ee\nff. gg', ['aaaa bbbb. c', 'd ee\nff. gg']],
	['else a line', 'aaaa bbbb. cc\nddddd ff. gg', ['aaaa bbbb. cc', 'ddddd ff. gg']],
	['else a sentence', 'aaaa bbbbb. ccccc ddd eee', ['aaaa bbbbb.', 'ccccc ddd eee']],
	['else a word', 'aaaa bbbbb ccccc ddddddddd', ['aaaa bbbbb ccccc', 'ddddddddd']],
	['else a character', `${'x'.repeat(18)}${FAMILY}yy`, ['x'.repeat(18), `${FAMILY}yy`]],
])('a part ends behind %s', (_, whole, parts) => {
	expect(splitText(whole, 20)).toEqual(parts);
});

it('a break that leaves less than half a part is passed over', () => {
	expect(splitText(`aa\n\n${'b'.repeat(10)} ${'c'.repeat(12)}`, 20)).toEqual([`aa\n\n${'b'.repeat(10)}`, 'c'.repeat(12)]);
});

it('white space longer than a part makes no empty part', () => {
	expect(splitText(`${' '.repeat(50)}a${'\n'.repeat(50)}b`, 20)).toEqual(['a', 'b']);
});

it('a blank that carries an accent is a character, also at the end of a long stretch of blanks', () => {
	expect(splitText(`${'a'.repeat(20)}${' '.repeat(40)}\u0301b`, 20)).toEqual(['a'.repeat(20), ' \u0301b']);
});

it('a very long text is split to its end', () => {
	expect(splitText('word '.repeat(100_000), MESSENGER_LIMIT)).toHaveLength(250);
});

it('one character longer than a part is taken apart, but no surrogate pair is', () => {
	const long = `👋${'\u0301'.repeat(40)}👋`;
	const parts = splitText(long, 20);
	expect(parts.join('')).toBe(long);
	expect(parts.every((part) => part.length <= 20 && !/\p{Surrogate}/u.test(part))).toBe(true);
});
