/** Where a part may end, best first: behind a paragraph, a line, a sentence, a word. */
const ENDS = [/(?:\r?\n){2}$/, /\n$/, /[.!?…。！？]\s$/, /\s$/];

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** What people see as one character each; one that is longer than a whole part is taken apart, since nothing else is left. */
const characters = (text: string, limit: number): string[] =>
	Array.from(segmenter.segment(text), ({ segment }) => (segment.length > limit ? Array.from(segment) : segment)).flat();

const isBlank = (character: string): boolean => character.trim() === '';

const units = (all: string[]): number => all.reduce((sum, { length }) => sum + length, 0);

/** How many of the characters make the first part. */
function partEnd(all: string[], limit: number): number {
	let end = 0;
	for (let used = 0; end < all.length && used + all[end].length <= limit; end++) used += all[end].length;
	if (end === all.length) return end;
	for (const place of ENDS) {
		// Four characters are enough to see two line ends.
		for (let at = end; at > end / 2; at--) if (place.test(all.slice(Math.max(0, at - 4), at).join(''))) return at;
	}
	return end;
}

/** Parts of at most `limit` UTF-16 units (2 or more); what people see as one character is not split. White space at the seams goes. */
export function splitText(text: string, limit: number): string[] {
	const parts: string[] = [];
	for (let begin = 0; begin < text.length; ) {
		// Twice the limit shows every character of the part whole, and the segmenter's time grows with the square of the length.
		const all = characters(text.slice(begin, begin + 2 * limit), limit);
		const shown = all.findIndex((character) => !isBlank(character));
		if (begin > 0 && shown !== 0) {
			// The last one may be cut by the window: a blank can carry an accent.
			begin += units(all.slice(0, shown > 0 ? shown : Math.max(1, all.length - 1)));
			continue;
		}
		const end = partEnd(all, limit);
		if (end === all.length) return [...parts, text.slice(begin)];
		let kept = end;
		while (kept > 0 && isBlank(all[kept - 1])) kept--;
		if (kept > 0) parts.push(all.slice(0, kept).join(''));
		begin += units(all.slice(0, end));
	}
	return parts;
}
