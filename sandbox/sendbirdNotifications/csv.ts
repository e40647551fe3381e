/** The user ids of a targets file: the first column; a heading is passed over. */
export function userIdsOf(csv: string): string[] {
	const cells = csv.replace(/^\ufeff/, '').split(/\r\n|\n|\r/).map(firstCell).filter((cell) => cell !== '');
	return /^"?user_?ids?"?$/i.test(cells[0] ?? '') ? cells.slice(1) : cells;
}

/** A quoted cell may hold commas; a doubled quote is a quote. */
function firstCell(line: string): string {
	const text = line.trim();
	const [, quoted] = /^"((?:[^"]|"")*)"/.exec(text) ?? [];
	return quoted === undefined ? text.split(',')[0].trim() : quoted.replace(/""/g, '"');
}
