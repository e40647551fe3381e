/**
 * Placeholders inside the JSON body of a Zendesk trigger. Whether Zendesk escapes what it puts there, and when, is not documented: some see line breaks
 * arrive as `\n`, others see their bodies break. So nothing that JSON would have to escape is ever put there: quotes, signs and backslashes become HTML
 * entities, line breaks become `<br />`, and what control characters a keyboard can make go. Only the oldest filters of Liquid are used.
 */
const ESCAPED = "escape | replace: backslash, '&#92;'";

/** Stands before a body. Ruby's Liquid reads `'\\'` as two backslashes and other engines as one; cut to one character it is the same in all of them. */
export const BACKSLASH = "{% assign backslash = '\\\\' | truncate: 1, '' %}";

/** Carriage return, tab, vertical tab, form feed: as they are, since Liquid knows no escapes. */
const CONTROLS: ReadonlyArray<[string, string]> = [
	['\r', ''],
	['\t', ' '],
	['\v', ' '],
	['\f', ' '],
];

const replaced = (pairs: ReadonlyArray<[string, string]>): string => pairs.map(([from, to]) => `replace: '${from}', '${to}'`).join(' | ');

/** A value of one line. */
export const oneLine = (placeholder: string): string => `{{${placeholder} | ${ESCAPED} | strip_newlines | ${replaced(CONTROLS)}}}`;

/** For ids that no receiver decodes: what an id never holds goes. */
export const bareId = (placeholder: string): string => `{{${placeholder} | replace: backslash, '' | replace: '"', '' | strip_newlines | ${replaced(CONTROLS)}}}`;

/** JSON's own escapes, as they look after {@link ESCAPED}. A doubled backslash is kept apart first: `\\n` is a backslash and an n. */
const UNDONE: ReadonlyArray<[string, string]> = [
	['&#92;&#92;', '&bs;'],
	['&#92;r', ''],
	['&#92;n', '<br />'],
	['&#92;t', ' '],
	['&#92;f', ' '],
	['&#92;u000b', ' '],
	['&#92;&quot;', '&quot;'],
	['&#92;&#34;', '&quot;'],
	['&#92;/', '/'],
	['&#92;u003c', '&lt;'],
	['&#92;u003e', '&gt;'],
	['&#92;u0026', '&amp;'],
	['&bs;', '&#92;'],
];

/**
 * A text of many lines, as `{{text}}`; stands before the body that uses it, after {@link BACKSLASH}. `block` is a placeholder that always holds line breaks:
 * where it has none, Zendesk had escaped the values before Liquid saw them, and that is undone.
 */
export const manyLines = (placeholder: string, block: string): string =>
	[
		`{% assign text = ${placeholder} | ${ESCAPED} | newline_to_br %}`,
		`{% assign probe = ${block} | escape | newline_to_br | append: text %}`,
		`{% unless probe contains '<br />' %}{% assign text = text | ${replaced(UNDONE)} %}{% endunless %}`,
		`{% assign text = text | strip_newlines | ${replaced(CONTROLS)} %}`,
	].join('');
