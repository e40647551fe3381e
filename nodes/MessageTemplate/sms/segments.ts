/** The GSM 03.38 alphabet: one septet each. */
const BASIC = new Set('@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà');

/** Its extension table: an escape and a second septet. */
const EXTENDED = new Set('^{}\\[~]|€\f');

/** Units of one message alone, and of one part of several (the rest goes to the header that joins them). */
const ROOM = { 'GSM-7': { single: 160, part: 153 }, 'UCS-2': { single: 70, part: 67 } } as const;

export type Encoding = keyof typeof ROOM;

export interface SmsSize {
	encoding: Encoding;
	/** Septets for GSM-7, UTF-16 units for UCS-2. */
	units: number;
	segments: number;
	/** The first character that GSM-7 does not have, where there is one: it makes the whole message UCS-2. */
	forcedBy?: string;
}

const costIn = (encoding: Encoding, character: string): number => (encoding === 'UCS-2' ? character.length : EXTENDED.has(character) ? 2 : 1);

/** Parts in which no character is split: an extended septet pair or a surrogate pair goes whole to the next part. */
function parts(characters: string[], encoding: Encoding): string[] {
	const { single, part } = ROOM[encoding];
	const total = characters.reduce((sum, character) => sum + costIn(encoding, character), 0);
	if (total <= single) return characters.length === 0 ? [] : [characters.join('')];
	const made: string[] = [];
	let [current, used] = ['', 0];
	for (const character of characters) {
		const cost = costIn(encoding, character);
		if (used + cost > part) {
			made.push(current);
			[current, used] = ['', 0];
		}
		current += character;
		used += cost;
	}
	return [...made, current];
}

const foreign = (characters: string[]): string | undefined => characters.find((character) => !BASIC.has(character) && !EXTENDED.has(character));

/** How many SMS a text costs, as carriers count. */
export function smsSize(text: string): SmsSize {
	const characters = Array.from(text);
	const forcedBy = foreign(characters);
	const encoding = forcedBy === undefined ? 'GSM-7' : 'UCS-2';
	const units = characters.reduce((sum, character) => sum + costIn(encoding, character), 0);
	return { encoding, units, segments: parts(characters, encoding).length, ...(forcedBy === undefined ? {} : { forcedBy }) };
}

const ELLIPSIS = '...';

/** The longest beginning that fits into so many segments, cut at the end of a word where one is near, and marked as cut. Three dots, since … is not in GSM-7. */
export function cutToSegments(text: string, most: number): { text: string; cut: boolean } {
	if (smsSize(text).segments <= most) return { text, cut: false };
	const characters = Array.from(text);
	let [fits, tooLong] = [0, characters.length];
	while (tooLong - fits > 1) {
		const middle = Math.floor((fits + tooLong) / 2);
		if (smsSize(characters.slice(0, middle).join('') + ELLIPSIS).segments <= most) fits = middle;
		else tooLong = middle;
	}
	const beginning = characters.slice(0, fits).join('');
	const atWord = /\s/.test(characters[fits]) ? undefined : /^([\s\S]*\S)\s+\S*$/.exec(beginning)?.[1];
	const kept = atWord !== undefined && atWord.length > beginning.length * 0.6 ? atWord : beginning.trimEnd();
	return { text: kept + ELLIPSIS, cut: true };
}

/** The text of each segment as it goes over the air. */
export function smsParts(text: string): string[] {
	const characters = Array.from(text);
	return parts(characters, foreign(characters) === undefined ? 'GSM-7' : 'UCS-2');
}
