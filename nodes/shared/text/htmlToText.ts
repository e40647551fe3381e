import { htmlTokens } from './htmlTokens';

/** Blocks that stand apart from their neighbours by a blank line. */
const PARAGRAPHS = new Set(['p', 'ul', 'ol', 'blockquote', 'pre', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Blocks that only begin a new line. */
const LINES = new Set(['div', 'li', 'tr', 'section', 'article', 'header', 'footer', 'address', 'figure', 'dl', 'dt', 'dd']);

/** Lists deeper than this stand below each other: thousands in one another would make a text of megabytes out of a comment. */
const MOST_INDENTS = 10;

interface List {
	ordered: boolean;
	next: number;
}

/** Collects the text, with line breaks asked for by the blocks around it. */
class Writer {
	/** Never joined before the end: that would copy all of it each time. */
	private parts: string[] = [];

	private last = '';

	/** Line breaks due before the next text. */
	private due = 0;

	/** A collapsed blank is due before the next text, unless a line begins. */
	private blank = false;

	/** A list item's mark was the last thing written: the paragraph inside it begins on the same line. */
	private marked = false;

	pre = 0;

	breakLine(breaks: number): void {
		if (this.marked) return;
		this.due = Math.max(this.due, breaks);
		this.blank = false;
	}

	hardBreak(): void {
		this.due = this.due > 0 && this.parts.length === 0 ? 0 : this.due + 1;
		this.blank = false;
	}

	write(raw: string): void {
		if (this.pre > 0) {
			if (raw !== '') this.put(raw);
			return;
		}
		// No-break spaces are how editors keep runs of blanks, so they survive the collapsing and then become plain ones.
		for (const part of raw.split(/([ \t\r\n\f]+)/)) {
			if (part === '') continue;
			if (/^[ \t\r\n\f]/.test(part)) this.blank = !this.marked;
			else this.put(part);
		}
	}

	put(text: string): void {
		if (this.parts.length > 0 && this.due > 0) this.parts.push('\n'.repeat(this.due));
		else if (this.blank && this.parts.length > 0 && this.last !== '\n') this.parts.push(' ');
		this.due = 0;
		this.blank = false;
		this.marked = false;
		this.parts.push(text);
		this.last = text.slice(-1);
	}

	putMark(mark: string): void {
		this.put(mark);
		this.marked = true;
	}

	/** After a blank, whether one was due or not; one that was due stays so for what follows. */
	putAside(text: string): void {
		const due = this.blank;
		this.blank = true;
		this.put(text);
		this.blank = due;
	}

	mark(): number {
		return this.parts.length;
	}

	since(mark: number): string {
		return this.parts.slice(mark).join('');
	}

	finish(): string {
		return this.parts.join('').replace(/\u00a0/g, ' ');
	}
}

const shownTarget = (href: string): string => href.replace(/^(mailto|tel):/i, '');

/**
 * Rich text as an SMS can carry it: paragraphs stay apart by a blank line, list items get `- ` or their number, a link is followed by its address
 * unless that is what it says, pictures give their alternative text, everything else gives its words.
 */
export function htmlToText(html: string): string {
	const writer = new Writer();
	const lists: List[] = [];
	const links: Array<{ href: string; mark: number }> = [];
	for (const token of htmlTokens(html)) {
		if (token.kind === 'text') {
			writer.write(token.text);
			continue;
		}
		const { kind, name } = token;
		if (name === 'pre') writer.pre += kind === 'open' ? 1 : -1;
		if (name === 'br' && kind === 'open') writer.hardBreak();
		else if (PARAGRAPHS.has(name)) writer.breakLine(lists.length > 0 && (name === 'ul' || name === 'ol' || name === 'p') ? 1 : 2);
		else if (LINES.has(name)) writer.breakLine(1);
		else if (name === 'td' || name === 'th') writer.write(' ');

		if (kind === 'open') {
			if (name === 'ul' || name === 'ol') lists.push({ ordered: name === 'ol', next: Number(token.attributes.start) || 1 });
			else if (name === 'li') writer.putMark(itemMark(lists));
			else if (name === 'a') links.push({ href: token.attributes.href ?? '', mark: writer.mark() });
			else if (name === 'img' && token.attributes.alt) writer.write(token.attributes.alt);
			else if (name === 'hr') writer.breakLine(2);
		} else if (name === 'ul' || name === 'ol') lists.pop();
		else if (name === 'a') {
			const link = links.pop();
			if (link) writeTarget(writer, link);
		}
	}
	return writer.finish().trim();
}

function itemMark(lists: List[]): string {
	const list = lists.at(-1);
	const indent = '  '.repeat(Math.min(MOST_INDENTS, Math.max(0, lists.length - 1)));
	return `${indent}${list?.ordered ? `${list.next++}.` : '-'}\u00a0`;
}

function writeTarget(writer: Writer, { href, mark }: { href: string; mark: number }): void {
	const target = shownTarget(href.trim());
	const said = writer.since(mark).trim();
	const same = said === target || `http://${said}` === target || `https://${said}` === target || `${said}/` === target;
	if (target === '' || target.startsWith('#') || /^javascript:/i.test(target) || same) return;
	if (said === '') writer.put(target);
	else writer.putAside(`(${target})`);
}
