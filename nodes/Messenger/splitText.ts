/** Characters of one text message; Meta says "under 2000" in one place and takes 2000. */
export const MOST_CHARACTERS = 2000;

/** Where a text is best cut: after a paragraph, a line, a sentence, a word. */
const BREAKS = [/\n{2,}/g, /\n/g, /[.!?…]+\s+/g, /\s+/g];

/** A cut that leaves less than this of the room is a poor one; a worse kind of break further on is better. */
const LEAST_FILLED = 0.5;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The last place at or before `most` that splits no character that a person sees as one (an emoji of several parts). */
function characterBreak(text: string, most: number): number {
	const segment = graphemes.segment(text).containing(most);
	if (segment === undefined || segment.index === most) return most;
	if (segment.index > 0) return segment.index;
	// One "character" that fills the whole part: only surrogate pairs are kept whole then.
	return /[\uD800-\uDBFF]/.test(text[most - 1]) ? most - 1 : most;
}

function cutAt(text: string, most: number): number {
	const room = text.slice(0, most);
	for (const kind of BREAKS) {
		const ends = [...room.matchAll(kind)].map((match) => match.index + match[0].length);
		const last = ends.at(-1);
		if (last !== undefined && last >= most * LEAST_FILLED) return last;
	}
	return characterBreak(text, most);
}

/** A text in parts that Messenger takes, whole where it fits. Blanks at the cuts are left out, nothing else is. */
export function splitText(text: string, most = MOST_CHARACTERS): string[] {
	const parts: string[] = [];
	let rest = text;
	while (rest.length > most) {
		const cut = cutAt(rest, most);
		parts.push(rest.slice(0, cut).trimEnd());
		rest = rest.slice(cut).trimStart();
	}
	return [...parts, rest].filter((part) => part !== '');
}
