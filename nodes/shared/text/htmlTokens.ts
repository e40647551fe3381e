import { decodeEntities } from './entities';

export type HtmlToken =
	| { kind: 'text'; text: string }
	| { kind: 'open'; name: string; attributes: Record<string, string> }
	| { kind: 'close'; name: string };

const ATTRIBUTE = /([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/g;

function attributesOf(source: string): Record<string, string> {
	const attributes: Record<string, string> = {};
	for (const [, name, double, single, bare] of source.matchAll(ATTRIBUTE)) {
		attributes[name.toLowerCase()] = decodeEntities(double ?? single ?? bare ?? '');
	}
	return attributes;
}

/** Where the tag that begins at `start` ends (index of its `>`), quotes respected; -1 where it never does. */
function quotedTagEnd(html: string, start: number): number {
	let quote = '';
	for (let at = start + 1; at < html.length; at++) {
		const char = html[at];
		if (quote !== '') quote = char === quote ? '' : quote;
		else if (char === '"' || char === "'") quote = char;
		else if (char === '>') return at;
	}
	return -1;
}

/**
 * Finds tags' ends. A quote that is never closed would make each later tag read to the end of the text, so after the first such failure quotes count no more,
 * and after the last `>` nothing is a tag.
 */
class TagEnds {
	private quotes = true;

	constructor(private readonly html: string) {}

	from(start: number): number {
		const end = this.quotes ? quotedTagEnd(this.html, start) : -1;
		if (end !== -1) return end;
		this.quotes = false;
		return this.html.indexOf('>', start);
	}
}

/** HTML as a flat list; comments and the insides of script and style are left out, a `<` that begins no tag is text. */
export function* htmlTokens(html: string): Generator<HtmlToken> {
	const ends = new TagEnds(html);
	const lastEnd = html.lastIndexOf('>');
	// Looked for once, so that many comments without an end do not each read the text to its end.
	const lastCommentEnd = html.lastIndexOf('-->');
	let at = 0;
	let text = '';
	while (at < html.length) {
		const isTag = html[at] === '<' && at < lastEnd && /^<(?:[a-zA-Z]|\/[a-zA-Z]|!)/.test(html.slice(at, at + 3));
		const comment = isTag && html.startsWith('<!--', at);
		const end = comment ? (at < lastCommentEnd ? html.indexOf('-->', at) + 2 : -1) : isTag ? ends.from(at) : -1;
		if (!isTag || end < at) {
			text += html[at++];
			continue;
		}
		if (text !== '') yield { kind: 'text', text: decodeEntities(text) };
		text = '';
		const inside = html.slice(at + 1, end);
		at = end + 1;
		const [, slash, rawName] = /^(\/?)([a-zA-Z][\w-]*)/.exec(inside) ?? [];
		if (rawName === undefined) continue;
		const name = rawName.toLowerCase();
		if (slash === '/') {
			yield { kind: 'close', name };
			continue;
		}
		yield { kind: 'open', name, attributes: attributesOf(inside.slice(rawName.length)) };
		if (name === 'script' || name === 'style') {
			const closing = new RegExp(`</${name}`, 'gi');
			closing.lastIndex = at;
			at = closing.exec(html)?.index ?? html.length;
		}
	}
	if (text !== '') yield { kind: 'text', text: decodeEntities(text) };
}
