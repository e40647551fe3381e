/** Guards for templates nobody has vetted. All are on unless the caller changes them. */
export interface Limits {
	/** Longest template or content block, in UTF-16 units. */
	templateLength: number;
	/** Most pieces (text, outputs, tags) in one template. */
	pieces: number;
	/** Deepest nesting of block tags. */
	depth: number;
	/** Deepest nesting of `{{ }}`, brackets and ranges inside one expression. */
	expressionDepth: number;
	/** Longest rendered text, in UTF-16 units; captured text counts as well. */
	outputLength: number;
	/** Longest render, in ms, without the time spent waiting for `http` or content blocks. */
	renderTime: number;
	/** Work of filters and loops, counted as characters made; an array item counts as four. */
	memory: number;
	/** Content blocks inside content blocks. Two according to one open engine; Braze's own pages do not say. */
	contentBlockDepth: number;
	/** Connected content calls in one render. */
	httpCalls: number;
	/** Calls and content blocks asked for in one render. */
	outsideValues: number;
}

export const DEFAULT_LIMITS: Limits = {
	templateLength: 500_000,
	pieces: 20_000,
	depth: 100,
	expressionDepth: 20,
	outputLength: 2_000_000,
	renderTime: 500,
	memory: 8_000_000,
	contentBlockDepth: 2,
	httpCalls: 20,
	outsideValues: 60,
};

/** The defaults, with what the caller sets; a limit given as undefined keeps its default. */
export function withDefaults(own: Partial<Limits> | undefined): Limits {
	if (!own) return DEFAULT_LIMITS;
	const set = Object.entries(own).filter(([, value]) => value !== undefined);
	return { ...DEFAULT_LIMITS, ...Object.fromEntries(set) };
}
