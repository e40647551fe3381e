import { Parser, type Liquid, type TagToken, type Template, type TopLevelToken } from '../engine';
import { LiquidFault } from '../errors';
import type { FilterGroup } from '../filters/filter';
import { outputClose } from './delimiters';
import type { ParseNotes } from './parseNotes';
import { OUTPUT, Piece, TEXT } from './pieces';
import { scan } from './scanner';
import type { Range } from './tagOptions';

/** How often each character may be looked at in search of closing braces: nested outputs are looked at again. */
const LOOKS = 40;
const LOOKS_SPARE = 10_000;

/** The engine's parser fed with our own pieces; block tags read on through it. */
export class DialectParser extends Parser {
	private depth = 0;

	constructor(
		private readonly engine: Liquid,
		readonly notes: ParseNotes,
		readonly filters: FilterGroup,
		private readonly refusedTags: Record<string, string>,
	) {
		super(engine);
	}

	override parse(template: string, block?: string): Template[] {
		const most = this.notes.limits.templateLength;
		if (template.length > most) {
			throw new LiquidFault(`The template is longer than ${most} characters`, 'Split it into content blocks, or raise the limit templateLength.');
		}
		this.notes.effort.left = template.length * LOOKS + LOOKS_SPARE;
		return this.parseTokens(scan(template, this.notes, block));
	}

	override parseToken(token: TopLevelToken, rest: TopLevelToken[]): ReturnType<Parser['parseToken']> {
		if (++this.depth > this.notes.limits.depth) {
			throw new LiquidFault('Block tags are nested too deep', 'Flatten the template or use content blocks.');
		}
		try {
			if (token instanceof Piece && !(token.name in this.engine.tags)) this.refuse(token);
			return super.parseToken(token, rest);
		} finally {
			this.depth--;
		}
	}

	/** Part of a tag's arguments as text with outputs. */
	parseRange({ input, file }: TagToken, { begin, end }: Range): Template[] {
		const pieces: Piece[] = [];
		const add = (name: string, from: number, to: number, inner = 0) => {
			const content: [number, number] = [from + inner, to - inner];
			const reader = this.notes.reader({ input, begin: content[0], end: content[1], file });
			if (to > from) pieces.push(new Piece({ input, begin: from, end: to, file }, name, content, false, false, reader));
		};
		let from = begin;
		for (let open = input.indexOf('{{', begin); open >= 0 && open < end; open = input.indexOf('{{', from)) {
			const close = outputClose(input, open + 2, this.notes.limits.expressionDepth, this.notes.effort);
			if (close < 0 || close + 2 > end) break;
			add(TEXT, from, open);
			add(OUTPUT, open, close + 2, 2);
			from = close + 2;
		}
		add(TEXT, from, end);
		return this.parseTokens(pieces);
	}

	private refuse(token: Piece): never {
		throw this.notes.fail(
			`There is no tag "${token.name}" here`,
			this.refusedTags[token.name] ?? 'Check its spelling and its place: else, elsif, when and end tags belong inside their block.',
			token,
		);
	}
}
