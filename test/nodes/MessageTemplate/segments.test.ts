import fc from 'fast-check';
import { cutToSegments, smsParts, smsSize } from '../../../nodes/MessageTemplate/sms/segments';

/** GSM 03.38 by its code points: rows of 16, with the escape (0x1B) left out. */
const ALPHABET = [
	[0x40, 0xa3, 0x24, 0xa5, 0xe8, 0xe9, 0xf9, 0xec, 0xf2, 0xc7, 0x0a, 0xd8, 0xf8, 0x0d, 0xc5, 0xe5],
	[0x394, 0x5f, 0x3a6, 0x393, 0x39b, 0x3a9, 0x3a0, 0x3a8, 0x3a3, 0x398, 0x39e, 0xc6, 0xe6, 0xdf, 0xc9],
	[0x20, 0x21, 0x22, 0x23, 0xa4, 0x25, 0x26, 0x27, 0x28, 0x29, 0x2a, 0x2b, 0x2c, 0x2d, 0x2e, 0x2f],
	Array.from({ length: 16 }, (_, index) => 0x30 + index),
	[0xa1, ...Array.from({ length: 26 }, (_, index) => 0x41 + index), 0xc4, 0xd6, 0xd1, 0xdc, 0xa7],
	[0xbf, ...Array.from({ length: 26 }, (_, index) => 0x61 + index), 0xe4, 0xf6, 0xf1, 0xfc, 0xe0],
].flat().map((code) => String.fromCodePoint(code));
const EXTENSION = ['\f', '^', '{', '}', '\\', '[', '~', ']', '|', '€'];

const lengths = (text: string): number[] => smsParts(text).map((part) => part.length);

describe('what is counted', () => {
	it('127 characters of GSM-7 cost one septet, 10 two, and nothing else is GSM-7', () => {
		expect(ALPHABET).toHaveLength(127);
		for (let code = 0; code < 0x2100; code++) {
			const character = String.fromCharCode(code);
			const cost = ALPHABET.includes(character) ? 1 : EXTENSION.includes(character) ? 2 : undefined;
			expect([code, smsSize(character)]).toEqual([code, cost === undefined ? { encoding: 'UCS-2', units: 1, segments: 1, forcedBy: character } : { encoding: 'GSM-7', units: cost, segments: 1 }]);
		}
	});

	it('one foreign character makes the whole message UCS-2, and is named', () => {
		expect(smsSize('It’s “new” …')).toEqual({ encoding: 'UCS-2', units: 12, segments: 1, forcedBy: '’' });
		expect(smsSize('Hi 👋')).toEqual({ encoding: 'UCS-2', units: 5, segments: 1, forcedBy: '👋' });
	});

	it('nothing is no segment', () => {
		expect(smsSize('')).toEqual({ encoding: 'GSM-7', units: 0, segments: 0 });
		expect(smsParts('')).toEqual([]);
	});
});

describe('GSM-7', () => {
	it.each([[160, [160]], [161, [153, 8]], [306, [153, 153]], [307, [153, 153, 1]]])('%d characters', (count, parts) => {
		expect(lengths('a'.repeat(count))).toEqual(parts);
		expect(smsSize('a'.repeat(count))).toEqual({ encoding: 'GSM-7', units: count, segments: parts.length });
	});

	it('an extension character that is the 160th fits no more', () => {
		expect(smsSize(`${'a'.repeat(158)}€`).segments).toBe(1);
		expect(smsSize(`${'a'.repeat(159)}€`)).toEqual({ encoding: 'GSM-7', units: 161, segments: 2 });
	});

	it('an extension character at a seam goes whole to the next segment', () => {
		expect(lengths(`${'a'.repeat(151)}€${'b'.repeat(20)}`)).toEqual([152, 20]);
		expect(lengths(`${'a'.repeat(152)}€${'b'.repeat(20)}`)).toEqual([152, 21]);
		// 306 septets would be two segments, but the seam leaves one septet of the first unused.
		expect(smsSize(`${'a'.repeat(152)}€${'b'.repeat(152)}`)).toEqual({ encoding: 'GSM-7', units: 306, segments: 3 });
	});
});

describe('UCS-2', () => {
	it.each([[70, [70]], [71, [67, 4]], [134, [67, 67]], [135, [67, 67, 1]]])('%d characters', (count, parts) => {
		expect(lengths('я'.repeat(count))).toEqual(parts);
		expect(smsSize('я'.repeat(count))).toMatchObject({ encoding: 'UCS-2', units: count, segments: parts.length });
	});

	it('what costs two septets in GSM-7 is one unit', () => {
		expect(smsSize('я€€')).toMatchObject({ units: 3 });
	});

	it('a surrogate pair at a seam goes whole to the next segment', () => {
		expect(lengths(`${'я'.repeat(66)}👋${'я'.repeat(10)}`)).toEqual([66, 12]);
		expect(lengths('👋'.repeat(36))).toEqual([66, 6]);
	});
});

const character = fc.oneof(fc.constantFrom('a', ' ', '€', '[', 'é', '\n'), fc.constantFrom(...ALPHABET, ...EXTENSION), fc.constantFrom('я', '’', '👋', '👨‍👩‍👧', '🏳️‍🌈'), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }));
const message = fc.oneof(
	fc.array(fc.constantFrom('a', 'b', ' ', '€', '^', '\n'), { maxLength: 700 }).map((all) => all.join('')),
	fc.array(character, { maxLength: 400 }).map((all) => all.join('')),
	fc.string({ unit: 'binary', maxLength: 300 }),
);

const unitsIn = (part: string, encoding: string): number =>
	encoding === 'UCS-2' ? part.length : Array.from(part).reduce((sum, one) => sum + (EXTENSION.includes(one) ? 2 : 1), 0);

describe('for any text', () => {
	it('the parts joined are the text, each within its room, none in the middle of a character', () => {
		fc.assert(
			fc.property(message, (text) => {
				const { encoding, units, segments } = smsSize(text);
				const parts = smsParts(text);
				expect(parts.join('')).toBe(text);
				expect(parts).toHaveLength(segments);
				const [single, several] = encoding === 'UCS-2' ? [70, 67] : [160, 153];
				for (const part of parts) {
					expect(unitsIn(part, encoding)).toBeLessThanOrEqual(parts.length === 1 ? single : several);
					expect(part).not.toBe('');
				}
				expect(parts.flatMap((part) => Array.from(part))).toEqual(Array.from(text));
				expect(parts.reduce((sum, part) => sum + unitsIn(part, encoding), 0)).toBe(units);
				expect(segments === 1 || segments === 0).toBe(units <= single);
			}),
			{ numRuns: 500 },
		);
	});

	it('a cut never has more segments than asked for, and is a beginning of the text with three dots', () => {
		fc.assert(
			fc.property(message, fc.integer({ min: 1, max: 5 }), (text, most) => {
				const { text: kept, cut } = cutToSegments(text, most);
				expect(smsSize(kept).segments).toBeLessThanOrEqual(most);
				expect(cut).toBe(smsSize(text).segments > most);
				if (!cut) return expect(kept).toBe(text);
				expect(kept.endsWith('...')).toBe(true);
				expect(text.startsWith(kept.slice(0, -3))).toBe(true);
				expect(Array.from(text).slice(0, Array.from(kept).length - 3).join('')).toBe(kept.slice(0, -3));
			}),
			{ numRuns: 500 },
		);
	});
});

describe('a polite cut', () => {
	it('ends at a word', () => {
		const { text, cut } = cutToSegments('Your order has been sent. '.repeat(10), 1);
		expect(cut).toBe(true);
		expect(text).toBe(`${'Your order has been sent. '.repeat(6).trimEnd()}...`);
	});

	it('keeps a last word that just fits', () => {
		const words = `${'a'.repeat(100)} ${'b'.repeat(56)}`;
		expect(words).toHaveLength(157);
		expect(cutToSegments(`${words} and more`, 1).text).toBe(`${words}...`);
		expect(cutToSegments(`${words}c and more`, 1).text).toBe(`${'a'.repeat(100)}...`);
	});

	it('cuts a word that is nearly the whole text', () => {
		expect(cutToSegments(`Hi ${'x'.repeat(300)}`, 1).text).toBe(`Hi ${'x'.repeat(154)}...`);
	});

	it('keeps as many segments as it may', () => {
		expect(smsSize(cutToSegments('word '.repeat(300), 3).text).segments).toBe(3);
		expect(cutToSegments('a'.repeat(307), 2).text).toBe(`${'a'.repeat(303)}...`);
	});
});
