import { Parser, Value, type Liquid, type TagToken, type Template, type TopLevelToken } from '../engine';
import { LiquidFault } from '../errors';
import { OutputTemplate } from '../render/output';
import { outputClose } from './delimiters';
import type { ParseNotes } from './parseNotes';
import { scan } from './scanner';
import type { Range } from './tagOptions';
import { OutputPiece, TagPiece, TextToken } from './tokens';

/** Builds the engine's templates from our own pieces; block tags read on through the same parser. */
export class DialectParser extends Parser {
	private depth = 0;

	constructor(
		private readonly engine: Liquid,
		readonly notes: ParseNotes,
		private readonly refusedTags: Record<string, string>,
	) {
		super(engine);
	}

	override parse(template: string, block?: string): Template[] {
		if (template.length > this.notes.limits.templateLength) {
			throw new LiquidFault(
				`The template is longer than ${this.notes.limits.templateLength} characters`,
				'Split it into content blocks, or raise the limit templateLength.',
			);
		}
		return this.parseTokens(scan(template, this.notes, block));
	}

	override parseToken(token: TopLevelToken, rest: TopLevelToken[]): ReturnType<Parser['parseToken']> {
		if (token instanceof OutputPiece) {
			return new OutputTemplate(token, this.readOutput(token));
		}
		if (token instanceof TagPiece && !(token.name in this.engine.tags)) this.refuse(token.name);
		if (++this.depth > this.notes.limits.depth) {
			throw new LiquidFault('Block tags are nested too deep', 'Flatten the template or use content blocks.');
		}
		try {
			return super.parseToken(token, rest);
		} finally {
			this.depth--;
		}
	}

	/** Part of a tag's arguments as text with outputs. */
	parseRange(token: TagToken, { begin, end }: Range): Template[] {
		const { input, file } = token;
		const at = (from: number, to: number) => ({ input, begin: from, end: to, file });
		const templates: Template[] = [];
		let from = begin;
		for (let open = input.indexOf('{{', begin); open >= 0 && open < end; open = input.indexOf('{{', from)) {
			const close = outputClose(input, open + 2, this.notes.limits.expressionDepth, this.notes.retries);
			if (close < 0 || close + 2 > end) break;
			if (open > from) templates.push(super.parseToken(new TextToken(at(from, open)), []));
			const output = new OutputPiece(at(open, close + 2), [open + 2, close], [false, false]);
			templates.push(new OutputTemplate(output, this.readOutput(output)));
			from = close + 2;
		}
		if (from < end) templates.push(super.parseToken(new TextToken(at(from, end)), []));
		return templates;
	}

	private readOutput(token: OutputPiece): Value {
		return new Value(this.notes.reader(token).readFilteredValue(), this.engine);
	}

	private refuse(name: string): never {
		throw new LiquidFault(
			`There is no tag "${name}" here`,
			this.refusedTags[name] ?? 'Check its spelling and its place: else, elsif, when and end tags belong inside their block.',
		);
	}
}
