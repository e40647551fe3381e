import { Token, type LiquidOptions } from '../engine';
import { LiquidFault } from '../errors';
import type { Limits } from '../limits';
import { ExpressionReader, type ReadingMode } from './expressionReader';
import { TagPiece, type DelimitedPiece, type Place } from './tokens';

export interface GrammarSettings {
	/** `${name}` is an attribute (Braze). */
	attributes: boolean;
	/** `{{ }}` is allowed inside outputs and tags (Braze). */
	braces: boolean;
	vendor: string;
	knowsFilter: (name: string) => boolean;
	operators: NonNullable<LiquidOptions['operators']>;
	limits: Limits;
}

const CONDITION_TAGS = new Set(['if', 'elsif', 'unless']);
/** Ruby ignores what follows these names; the engine would refuse it. */
const BARE_TAGS = /^(?:else|end\w+|break|continue)$/;
const WARNINGS_KEPT = 50;

/** What one parse carries along: the dialect's grammar, limits, and what was noticed on the way. */
export class ParseNotes {
	readonly warnings: string[] = [];
	/** Rendering may have to wait for a content block or a call. */
	waits = false;
	readonly retries = { left: 64 };
	readonly attributes: boolean;
	readonly braces: boolean;
	readonly operators: GrammarSettings['operators'];
	readonly limits: Limits;
	private depth = 0;

	constructor(private readonly settings: GrammarSettings) {
		({ attributes: this.attributes, braces: this.braces, operators: this.operators, limits: this.limits } = settings);
	}

	warn(text: string, place?: Place): void {
		if (this.warnings.length >= WARNINGS_KEPT) return;
		const line = place ? place.input.slice(0, place.begin).split('\n').length : 0;
		const warning = line ? `line ${line}: ${text}` : text;
		if (!this.warnings.includes(warning)) this.warnings.push(warning);
	}

	usePath(root: Token | undefined): void {
		if (root instanceof Token && root.getText() === 'content_blocks') this.waits = true;
	}

	useFilter(name: string): void {
		if (!this.settings.knowsFilter(name)) {
			this.warn(`${this.settings.vendor} has no filter "${name}"; the value passes through unchanged`);
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

	reader(piece: DelimitedPiece): ExpressionReader {
		return new ExpressionReader(piece.input, this, piece.contentRange, piece.file);
	}

	/** Reads the name of a tag and sets up the reader of its arguments. */
	tagPiece(place: Place, content: [number, number], trims: [boolean, boolean]): TagPiece {
		const reader = new ExpressionReader(place.input, this, content, place.file);
		const name = reader.readTagName();
		reader.skipBlank();
		if (BARE_TAGS.test(name)) reader.p = content[1];
		const mode: ReadingMode = CONDITION_TAGS.has(name) ? 'condition' : name === 'cycle' ? 'list' : 'value';
		reader.setMode(mode);
		if (name === 'connected_content') this.waits = true;
		return new TagPiece(place, content, trims, name, reader);
	}
}
