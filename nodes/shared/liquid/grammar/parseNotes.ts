import { LiquidFault, TemplateError } from '../errors';
import type { Limits } from '../limits';
import type { Effort } from './delimiters';
import { ExpressionReader } from './expressionReader';
import { Piece, type Place } from './pieces';
import { position } from './position';

export interface GrammarSettings {
	/** `${name}` is an attribute (Braze). */
	attributes: boolean;
	/** `{{ }}` is allowed inside outputs and tags (Braze). */
	braces: boolean;
	vendor: string;
	knowsFilter: (name: string) => boolean;
	limits: Limits;
}

export interface FilteredPlace extends Place {
	filters: string[];
}

const CONDITION_TAGS = new Set(['if', 'elsif', 'unless']);
/** Ruby ignores what follows these names; the engine would refuse it. */
const BARE_TAGS = /^(?:else|end\w+|break|continue)$/;
const WARNINGS_KEPT = 50;

/** What one parse carries along: the dialect's grammar, limits, and what was noticed on the way. */
export class ParseNotes {
	readonly warnings: string[] = [];
	/** Every path the template reads, in its own words. */
	readonly paths: Place[] = [];
	/** Every value with filters (outputs, assign, echo), nested ones as well. */
	readonly values: FilteredPlace[] = [];
	private readonly noted = new Set<string>();
	/** Set by the parser from the length of the template. */
	readonly effort: Effort = { left: 0 };
	readonly attributes: boolean;
	readonly braces: boolean;
	readonly limits: Limits;
	private depth = 0;

	constructor(private readonly settings: GrammarSettings) {
		({ attributes: this.attributes, braces: this.braces, limits: this.limits } = settings);
	}

	warn(text: string, place?: Place): void {
		if (this.warnings.length >= WARNINGS_KEPT || this.noted.has(text)) return;
		this.noted.add(text);
		const warning = place ? `line ${position(place.input, place.begin)[0]}: ${text}` : text;
		this.warnings.push(warning);
	}

	fail(what: string, fix: string, { input, begin, file }: Place): TemplateError {
		return new TemplateError(what, fix, ...position(input, begin), file);
	}

	useFilter(name: string, place: Place): void {
		if (!this.settings.knowsFilter(name)) {
			this.warn(`${this.settings.vendor} has no filter "${name}"; the value passes through unchanged`, place);
		}
	}

	/** Guards recursion inside one expression. */
	nest<T>(read: () => T): T {
		if (++this.depth > this.limits.expressionDepth) {
			throw new LiquidFault('An expression is nested too deep', 'Assign the inner parts to variables first.');
		}
		try {
			return read();
		} finally {
			this.depth--;
		}
	}

	reader(place: Place): ExpressionReader {
		return new ExpressionReader(place, this);
	}

	/** Reads the name of a tag and sets up the reader of its arguments. */
	tagPiece(place: Place, content: [number, number], [left, right]: [boolean, boolean]): Piece {
		const reader = this.reader({ ...place, begin: content[0], end: content[1] });
		const name = reader.readTagName();
		reader.skipBlank();
		if (BARE_TAGS.test(name)) reader.p = content[1];
		if (CONDITION_TAGS.has(name)) reader.mode = 'condition';
		else if (name === 'cycle') reader.mode = 'list';
		return new Piece(place, name, content, left, right, reader);
	}
}
