/** A JSON string, or a whole number with neither fraction nor exponent. */
const STRING_OR_INTEGER = /"(?:[^"\\]|\\.)*"|-?\d+(?![\d.eE])/g;

/** JSON in which whole numbers that JavaScript would round stay exact, as texts: Meta sends some ids as numbers beyond 2^53. */
export function parseExact(json: string): unknown {
	const exact = json.replace(STRING_OR_INTEGER, (token) => (token.startsWith('"') || Number.isSafeInteger(Number(token)) ? token : `"${token}"`));
	return JSON.parse(exact);
}
