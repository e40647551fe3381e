/**
 * The one error this library throws: a template that cannot be parsed or rendered.
 * `line` and `column` count from 1 in the author's template, or in the content block named by `block`.
 */
export class TemplateError extends Error {
	override readonly name = 'TemplateError';

	constructor(
		/** What is wrong, without position. */
		readonly what: string,
		/** What the author can do about it. */
		readonly fix: string,
		readonly line: number,
		readonly column: number,
		/** Name of the content block the position belongs to; undefined in the template itself. */
		readonly block?: string,
	) {
		super(
			`${what} (${block === undefined ? '' : `content block "${block}", `}line ${line}, column ${column}). ${fix}`,
		);
	}
}

/** Thrown by our tags, filters and grammar; the position is added where it is caught. */
export class LiquidFault extends Error {
	constructor(
		readonly what: string,
		readonly fix: string,
	) {
		super(what);
	}
}

/** Not a failure: `abort_message` unwinds the render with it. */
export class MessageAborted extends Error {
	constructor(readonly reason: string) {
		super(reason);
	}
}

interface Positioned {
	getPosition(): number[];
	file?: string;
}

const LIMIT_FIX =
	'Shorten the template, its loops or its data; limits are set to keep untrusted templates from stopping everything else.';

function fixFor(what: string): string {
	if (/limit exceeded|too (deep|long|large)|nested/i.test(what)) return LIMIT_FIX;
	if (/not closed/.test(what)) return 'Add the missing closing tag or brace.';
	return 'Check the spelling of this tag or output.';
}

function withoutPosition(what: string, token: Positioned | undefined): string {
	if (!token) return what;
	const [line, column] = token.getPosition();
	return what.replace(`, line:${line}, col:${column}`, '').replace(`, file:${token.file ?? ''}`, '');
}

function inner(error: unknown): unknown {
	return error instanceof Error && 'originalError' in error ? error.originalError : undefined;
}

function tokenOf(error: unknown): Positioned | undefined {
	if (!(error instanceof Error) || !('token' in error)) return undefined;
	const token = error.token;
	return typeof token === 'object' && token !== null && 'getPosition' in token
		? (token as Positioned)
		: undefined;
}

/** Turns whatever was thrown into a TemplateError with the innermost position known; `at` is used when there is none. */
export function toTemplateError(error: unknown, at?: Positioned): TemplateError {
	let token = at;
	let what = 'The template could not be rendered';
	let fix: string | undefined;
	for (let cause = error, depth = 0; cause !== undefined && depth < 20; cause = inner(cause), depth++) {
		if (cause instanceof TemplateError) return cause;
		token = tokenOf(cause) ?? token;
		if (cause instanceof LiquidFault) {
			what = cause.what;
			fix = cause.fix;
		} else if (cause instanceof RangeError && /call stack/i.test(cause.message)) {
			what = 'The template is nested too deep';
		} else if (cause instanceof Error && cause.message) {
			what = withoutPosition(cause.message, token);
		}
	}
	const [line, column] = token?.getPosition() ?? [1, 1];
	return new TemplateError(what, fix ?? fixFor(what), line, column, token?.file);
}
