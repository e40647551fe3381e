import { LiquidFault } from '../errors';
import { outputClose, tagClose } from './delimiters';
import type { ExpressionReader } from './expressionReader';
import type { ParseNotes } from './parseNotes';
import { OUTPUT, Piece, TEXT } from './pieces';

/** Stands where a comment or the edge of a raw block was; only its trims matter. */
const MARKER = ' marker';

const TAG_NAME = /-?\s*(#|[\w-]*)/y;
const END_RAW = /\{%-?\s*endraw\s*-?%\}/g;
const COMMENT_TAG = /\{%-?\s*(comment|endcomment)\b/g;

/** Cuts a template into text, outputs and tags, one pass from left to right. */
class Scanner {
	private at = 0;
	private readonly pieces: Piece[] = [];
	/** Text has nothing to read in it. */
	private readonly idle: ExpressionReader;

	constructor(
		private readonly input: string,
		private readonly notes: ParseNotes,
		private readonly file: string | undefined,
	) {
		this.idle = notes.reader(this.place(0, 0));
	}

	scan(): Piece[] {
		try {
			while (this.at < this.input.length) this.next();
		} catch (error) {
			throw this.located(error);
		}
		trim(this.pieces);
		return this.pieces.filter(({ name }) => name !== MARKER);
	}

	private located(error: unknown): unknown {
		return error instanceof LiquidFault ? this.notes.fail(error.what, error.fix, this.place(this.at, this.at)) : error;
	}

	private next(): void {
		const open = this.nextOpening();
		if (open > this.at) this.text(this.at, open);
		this.at = open;
		if (open === this.input.length) return;
		if (this.input[open + 1] === '%') this.tag(open);
		else this.output(open);
	}

	private nextOpening(): number {
		let at = this.input.indexOf('{', this.at);
		while (at >= 0) {
			const next = this.input[at + 1];
			if (next === '%') return at;
			// `{{{x}}}` in JSON: the outer braces are text.
			if (next === '{' && !(this.input[at + 2] === '{' && this.input[at + 3] !== '{')) return at;
			at = this.input.indexOf('{', at + 1);
		}
		return this.input.length;
	}

	private place(begin: number, end: number) {
		return { input: this.input, begin, end, file: this.file };
	}

	private push(piece: Piece): void {
		if (this.pieces.length >= this.notes.limits.pieces) {
			throw new LiquidFault('The template has too many tags and outputs', 'Split it into several templates.');
		}
		this.pieces.push(piece);
	}

	private piece(begin: number, end: number, name: string, content: [number, number], [left, right]: [boolean, boolean]): Piece {
		const reader = name === OUTPUT ? this.notes.reader(this.place(...content)) : this.idle;
		return new Piece(this.place(begin, end), name, content, left, right, reader);
	}

	private marker(at: number, trims: [boolean, boolean]): void {
		this.push(this.piece(at, at, MARKER, [at, at], trims));
	}

	private text(begin: number, end: number): void {
		this.push(this.piece(begin, end, TEXT, [begin, end], [false, false]));
	}

	private fail(what: string, begin: number, fix: string): never {
		throw this.notes.fail(what, fix, this.place(begin, begin));
	}

	/** Content range without the `-` of white space control, and which sides it trims. */
	private content(begin: number, end: number): { range: [number, number]; trims: [boolean, boolean] } {
		const left = this.input[begin] === '-';
		const right = end > begin + (left ? 1 : 0) && this.input[end - 1] === '-';
		return { range: [left ? begin + 1 : begin, right ? end - 1 : end], trims: [left, right] };
	}

	private output(open: number): void {
		const close = outputClose(this.input, open + 2, this.notes.braces ? this.notes.limits.expressionDepth : 0, this.notes.effort);
		if (close < 0) this.fail('An output {{ is not closed', open, 'Close it with }}.');
		const { range, trims } = this.content(open + 2, close);
		this.push(this.piece(open, close + 2, OUTPUT, range, trims));
		this.at = close + 2;
	}

	private tag(open: number): void {
		const close = tagClose(this.input, open + 2);
		if (close < 0) this.fail('A tag {% is not closed', open, 'Close it with %}.');
		TAG_NAME.lastIndex = open + 2;
		const name = TAG_NAME.exec(this.input)?.[1] ?? '';
		const { range, trims } = this.content(open + 2, close);
		this.at = close + 2;
		if (name === 'raw') return this.raw(open, trims);
		if (name === 'comment') return this.comment(open, trims);
		if (name === '') this.fail('A tag {% %} has no name', open, 'Write the name of a tag after {%, or remove it.');
		this.push(this.notes.tagPiece(this.place(open, close + 2), range, trims));
	}

	private raw(open: number, trims: [boolean, boolean]): void {
		END_RAW.lastIndex = this.at;
		const end = END_RAW.exec(this.input);
		if (!end) this.fail('The tag raw is not closed', open, 'Close it with {% endraw %}.');
		const after = end.index + end[0].length;
		const right = end[0].endsWith('-%}');
		// Outer trims only: what stands inside raw is printed as written.
		this.marker(open, [trims[0], false]);
		this.text(this.at, end.index);
		this.marker(after, [false, right]);
		this.at = after;
	}

	private comment(open: number, trims: [boolean, boolean]): void {
		COMMENT_TAG.lastIndex = this.at;
		for (let depth = 1; depth > 0; ) {
			const tag = COMMENT_TAG.exec(this.input);
			const close = tag ? this.input.indexOf('%}', COMMENT_TAG.lastIndex) : -1;
			if (!tag || close < 0) this.fail('The tag comment is not closed', open, 'Close it with {% endcomment %}.');
			depth += tag[1] === 'comment' ? 1 : -1;
			this.at = close + 2;
			COMMENT_TAG.lastIndex = this.at;
		}
		const right = this.input[this.at - 3] === '-';
		this.marker(open, [trims[0], right]);
	}
}

/** White space control: `-` eats all white space of the text beside it. */
function trim(pieces: Piece[]): void {
	pieces.forEach((piece, index) => {
		if (piece.name === TEXT) return;
		const before = pieces[index - 1];
		const after = pieces[index + 1];
		if (piece.trimLeft && before?.name === TEXT) before.contentRange[1] -= before.content.length - before.content.trimEnd().length;
		if (piece.trimRight && after?.name === TEXT) after.contentRange[0] += after.content.length - after.content.trimStart().length;
	});
}

export function scan(input: string, notes: ParseNotes, file?: string): Piece[] {
	return new Scanner(input, notes, file).scan();
}
