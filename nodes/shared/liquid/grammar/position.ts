/** Line and column, both from 1, of an index into a text. */
export function position(input: string, index: number): [line: number, column: number] {
	let line = 1;
	let lineBegin = 0;
	for (let at = input.indexOf('\n'); at >= 0 && at < index; at = input.indexOf('\n', at + 1)) {
		line++;
		lineBegin = at + 1;
	}
	return [line, index - lineBegin + 1];
}
