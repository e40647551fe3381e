import { Tokenizer, type ValueToken } from '../engine';
import { LiquidFault } from '../errors';
import { BLANK, EMPTY } from '../render/blankValues';
import { RubyFloat } from '../render/rubyFloat';
import { attributeEnd, outputClose } from './delimiters';
import type { ParseNotes } from './parseNotes';
import { FilterPiece, LiteralValueToken, NameToken, PathToken, type Piece, type Place } from './pieces';

/**
 * What may follow the first value: filters (output, assign), `and`/`or` (conditions), a comma (cycle).
 */
export type ReadingMode = 'value' | 'condition' | 'list';

const LITERALS: Record<string, unknown> = {
	true: true,
	false: false,
	nil: undefined,
	null: undefined,
	empty: EMPTY,
	blank: BLANK,
};
const TYPOGRAPHIC_QUOTE = /[\u2018\u2019\u201c\u201d]/;

type FilteredValue = ReturnType<Tokenizer['readFilteredValue']>;
type Operand = ValueToken | FilteredValue;

/**
 * Reads the inside of an output or a tag: Ruby Liquid's lax expressions plus Braze's `${}` and nested `{{ }}`.
 * Positions stay those of the author's template, because nothing is rewritten.
 */
export class ExpressionReader extends Tokenizer {
	mode: ReadingMode = 'value';

	constructor(
		place: Place,
		readonly notes: ParseNotes,
	) {
		super(place.input, undefined, place.file, [place.begin, place.end]);
	}

	/** One value; what Ruby's lax parser would skip up to the first filter is skipped, and noted, by readFilters. */
	override *readExpressionTokens(): IterableIterator<Operand> {
		yield this.readValue() ?? new LiteralValueToken(undefined, this.place(this.p));
	}

	override readFilteredValue(): FilteredValue {
		this.skipBlank();
		const begin = this.p;
		const value = super.readFilteredValue();
		this.notes.values.push({ ...this.place(begin), filters: value.filters.map(({ name }) => name) });
		return value;
	}

	override readFilters(): FilterPiece[] {
		const filters: FilterPiece[] = [];
		while (this.skipTo(this.mode === 'list' ? '|,' : '|')) {
			if (this.peek() === ',') break;
			const filter = this.readFilter();
			if (filter) filters.push(filter);
		}
		return filters;
	}

	override readFilter(): FilterPiece | null {
		const begin = this.p++;
		const name = this.readIdentifier();
		if (!name.size()) return null;
		const args: FilterPiece['args'] = [];
		this.skipBlank();
		if (this.peek() === ':') {
			do {
				this.p++;
				const arg = this.readFilterArg();
				if (arg) args.push(arg);
			} while (this.skipTo('|,') && this.peek() === ',');
		}
		this.notes.useFilter(name.content, this.place(begin));
		return new FilterPiece(name.content, args, this.place(begin));
	}

	override readValue(): Operand | undefined {
		this.skipBlank();
		const begin = this.p;
		if (this.notes.braces && this.match('{{')) return this.withProperties(this.readNested(), begin);
		if (this.notes.attributes && this.match('${')) {
			return this.readPath([this.readAttribute()], begin);
		}
		const literal = this.readQuotedText() ?? this.readNumeric();
		if (literal) return literal;
		if (this.peek() === '(') return this.readRange();
		const name = this.readNonEmptyIdentifier();
		if (name && Object.hasOwn(LITERALS, name.content) && this.peek() !== '.' && this.peek() !== '[') {
			return new LiteralValueToken(LITERALS[name.content], this.place(begin));
		}
		if (!name && this.peek() !== '[') return undefined;
		return this.readPath(name ? [name] : [], begin);
	}

	override readLiquidTagToken(): Piece | undefined {
		this.skipBlank();
		if (this.end()) return undefined;
		const begin = this.p;
		const newline = this.input.indexOf('\n', begin);
		const end = newline < 0 || newline > this.N ? this.N : newline;
		this.p = end;
		return this.notes.tagPiece(this.place(begin), [begin, end], [false, false]);
	}

	private place(begin: number) {
		return { input: this.input, begin, end: this.p, file: this.file };
	}

	private readAttribute(): NameToken {
		const begin = this.p;
		const end = attributeEnd(this.input, begin, this.N);
		if (end < 0) throw this.error('${ is not closed by }', begin);
		this.p = end;
		return new NameToken('${' + this.input.slice(begin + 2, end - 1).trim(), this.place(begin));
	}

	private readNested(): Operand {
		const begin = this.p;
		const close = outputClose(this.input, begin + 2, this.notes.limits.expressionDepth, this.notes.effort);
		if (close < 0 || close + 2 > this.N) throw this.error('{{ is not closed by }}', begin);
		const inside = this.notes.reader({ input: this.input, begin: begin + 2, end: close, file: this.file });
		const value = this.notes.nest(() => inside.readFilteredValue());
		this.p = close + 2;
		const [only] = value.initial.postfix;
		return value.filters.length === 0 && only instanceof PathToken ? only : value;
	}

	private withProperties(value: Operand, begin: number): Operand {
		if (this.peek() !== '.' && this.peek() !== '[') return value;
		if (value instanceof PathToken && !(value instanceof LiteralValueToken) && !value.variable) {
			return this.readPath([...value.props], begin);
		}
		return 'filters' in value ? this.readPath([], begin, value) : value;
	}

	private readPath(props: PathToken['props'], begin: number, variable?: FilteredValue): PathToken {
		while (!this.end()) {
			if (this.peek() === '[') {
				this.p++;
				const prop = this.notes.nest(() => this.readValue());
				if (!this.skipTo(']')) throw this.error('[ is not closed by ]', begin);
				this.p++;
				props.push(prop ?? new NameToken('', this.place(this.p)));
			} else if (this.peek() === '.' && this.notes.attributes && this.peek(1) === '$' && this.peek(2) === '{') {
				this.p++;
				props.push(this.readAttribute());
			} else if (this.peek() === '.' && this.peek(1) !== '.') {
				this.p++;
				const name = this.readNonEmptyIdentifier();
				if (!name) break;
				props.push(name);
			} else break;
		}
		const place = this.place(begin);
		this.notes.paths.push(place);
		return new PathToken(variable, props, place);
	}

	/** Ruby's Liquid has no escapes: a text runs to the next quote of its kind, and `\n` stays two characters. */
	private readQuotedText(): LiteralValueToken | undefined {
		const quote = this.peek();
		if (quote !== '"' && quote !== "'") return undefined;
		const begin = this.p;
		const close = this.input.indexOf(quote, begin + 1);
		if (close < 0 || close >= this.N) throw this.error(`the text that begins with ${quote} is not closed`, begin);
		this.p = close + 1;
		return new LiteralValueToken(this.input.slice(begin + 1, close), this.place(begin));
	}

	private readNumeric(): ValueToken | undefined {
		const begin = this.p;
		const number = this.readNumber();
		if (!number?.getText().includes('.') || !Number.isInteger(number.content)) return number;
		return new LiteralValueToken(new RubyFloat(number.content), this.place(begin));
	}

	private readRange(): Operand | undefined {
		if (this.mode === 'condition') {
			throw new LiquidFault(
				'Parentheses are not allowed in conditions',
				'Nest the conditions, or assign parts of them to variables first.',
			);
		}
		return this.notes.nest(() => this.readGroupOrRange());
	}

	/** Passes a quoted text, a word or a single character. */
	skipOne(): void {
		const quote = this.peek();
		const close = quote === '"' || quote === "'" ? this.input.indexOf(quote, this.p + 1) : -1;
		if (close > 0 && close < this.N) this.p = close + 1;
		else if (!this.readNonEmptyIdentifier()) this.p++;
		this.skipBlank();
	}

	/** Moves to the next of `stops` outside quotes; anything passed over is ignored, and noted. */
	private skipTo(stops: string): boolean {
		this.skipBlank();
		const begin = this.p;
		while (!this.end() && !stops.includes(this.peek())) this.skipOne();
		this.noteIgnored(begin);
		return !this.end();
	}

	/** Notes what stands between `begin` and here as ignored; white space needs no note. */
	noteIgnored(begin: number): void {
		const text = this.input.slice(begin, Math.min(this.p, begin + 40)).trim();
		if (text === '') return;
		const hint = TYPOGRAPHIC_QUOTE.test(text) ? ' (only straight quotes work)' : '';
		this.notes.warn(`"${text}" is ignored${hint}`, this.place(begin));
	}
}
