import type { Json, JsonObject } from './json';

const BYTES_MAX = 512;

/** At most 512 bytes of a text, whole characters. */
function cutText(text: string): string {
	if (text.length * 3 <= BYTES_MAX || Buffer.byteLength(text) <= BYTES_MAX) return text;
	let bytes = 0;
	let cut = '';
	for (const character of text) {
		bytes += Buffer.byteLength(character);
		if (bytes > BYTES_MAX) break;
		cut += character;
	}
	return cut;
}

const cutValue = (value: Json): Json => (typeof value === 'string' ? cutText(value) : value);

/** The data with its own texts cut; what lies deeper is taken as it is. */
export const cutTexts = (data: JsonObject): JsonObject => Object.fromEntries(Object.entries(data).map(([key, value]) => [key, cutValue(value)]));
