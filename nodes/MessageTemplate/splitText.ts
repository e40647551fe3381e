/** Messenger takes 2,000 characters a message. */
export const MESSENGER_LIMIT = 2000;

/** Where a part may end, best first: behind a paragraph, a line, a sentence, a word. */
const ENDS = [/(?:\r?\n){2}$/, /\n$/, /[.!?…。！？]\s$/, /\s$/];

/** What people see as one character each; one that is longer than a whole part is taken apart, since nothing else is left. */
const characters = (text: string, limit: number): string[] =>
	Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text), ({ segment }) => (segment.length > limit ? Array.from(segment) : segment)).flat();

const isBlank = (character: string): boolean => character.trim() === '';

/** Index behind the last character of the part that begins at `begin`. */
function partEnd(all: string[], begin: number, limit: number): number {
	let end = begin;
	for (let used = 0; end < all.length && used + all[end].length <= limit; end++) used += all[end].length;
	if (end === all.length) return end;
	const half = begin + (end - begin) / 2;
	for (const place of ENDS) {
		// Four characters are enough to see two line ends.
		for (let at = end; at > half; at--) if (place.test(all.slice(Math.max(begin, at - 4), at).join(''))) return at;
	}
	return end;
}

/** Parts of at most `limit` UTF-16 units (2 or more); what people see as one character is not split. White space at the seams goes. */
export function splitText(text: string, limit: number): string[] {
	if (text.length <= limit) return text === '' ? [] : [text];
	const all = characters(text, limit);
	const parts: string[] = [];
	for (let begin = 0; begin < all.length; ) {
		const end = partEnd(all, begin, limit);
		let kept = end;
		while (end < all.length && kept > begin && isBlank(all[kept - 1])) kept--;
		if (kept > begin) parts.push(all.slice(begin, kept).join(''));
		for (begin = end; begin < all.length && isBlank(all[begin]); ) begin++;
	}
	return parts;
}
