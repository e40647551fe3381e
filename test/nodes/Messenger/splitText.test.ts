import fc from 'fast-check';
import { multipart } from '../../../nodes/shared/transport/multipart';
import { splitText } from '../../../nodes/Messenger/splitText';

describe('a long text in parts', () => {
	const texts = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(' ', '\n', '\n\n', '. ', '👩‍👩‍👧', 'ä', '🇩🇪')), { maxLength: 60 }).map((pieces) => pieces.join(''));

	it('loses nothing but blanks, and no part is too long or empty', () => {
		fc.assert(
			fc.property(texts, fc.integer({ min: 20, max: 60 }), (text, most) => {
				const parts = splitText(text, most);
				expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
				for (const part of parts) {
					expect(part.length).toBeGreaterThan(0);
					expect(part.length).toBeLessThanOrEqual(most);
				}
			}),
			{ numRuns: 300 },
		);
	});

	it('stays whole where it fits, blanks and all', () => {
		expect(splitText(' a \n ')).toEqual([' a \n ']);
		expect(splitText('a'.repeat(2000))).toEqual(['a'.repeat(2000)]);
	});

	it('is cut after a paragraph before a line, a line before a sentence, a sentence before a word', () => {
		expect(splitText('One two. three\nfour\n\nfive six', 24)).toEqual(['One two. three\nfour', 'five six']);
		expect(splitText('One two. three\nfour five six', 24)).toEqual(['One two. three', 'four five six']);
		expect(splitText('One two three. four five six', 24)).toEqual(['One two three.', 'four five six']);
		expect(splitText('one two three four five six', 24)).toEqual(['one two three four five', 'six']);
	});

	it('is not cut early for a nicer break: a part is at least half full', () => {
		expect(splitText(`Hi.\n\n${'a'.repeat(30)}`, 24)[0].length).toBeGreaterThan(12);
	});

	it('cuts no emoji of several parts, nor a letter from its accent', () => {
		for (const one of ['👩‍👩‍👧', '🇩🇪', 'a\u0308']) {
			const parts = splitText(one.repeat(20), 19);
			expect(parts.length).toBeGreaterThan(1);
			expect(parts.every((part) => part.replaceAll(one, '') === '')).toBe(true);
		}
	});
});

describe('a multipart body', () => {
	it('has a boundary of its own each time', () => {
		expect(multipart({}, {}).headers).not.toEqual(multipart({}, {}).headers);
	});

	it('lets no name break out of its header', () => {
		const { body } = multipart({}, { filedata: { fileName: 'a"\r\nX: y', mimeType: 'image/png\r\nX: y', bytes: Buffer.from('b') } });
		expect(body.toString()).not.toMatch(/^X: y/m);
	});
});
