import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';

/** One request, as plain data: what an operation's `request` returns. */
export interface Call {
	method: IHttpRequestMethods;
	/** Below the vendor's base URL, with a leading slash; dynamic parts already encoded (see {@link path}). */
	path: string;
	query?: IDataObject;
	headers?: Record<string, string>;
	/** An object goes out as JSON; a Buffer as it is (then set the content type in `headers`). */
	body?: object | Buffer;
}

/** What came back, whatever its status. */
export interface Answer {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	/** Parsed where it was JSON, else text. */
	body: unknown;
}

/**
 * How often a call may go out.
 * - `safe`: reads and writes that may be repeated: again on 429, 5xx and a lost connection.
 * - `withKey`: the vendor drops repeats by a key in the call: as `safe`.
 * - `onlyIfNothingHappened`: again only where the vendor surely did nothing; else the outcome is unknown.
 */
export type RetryPolicy = 'safe' | 'withKey' | 'onlyIfNothingHappened';

/** A path with its dynamic parts encoded: path`/tickets/${id}/comments`. */
export function path(parts: TemplateStringsArray, ...values: Array<string | number>): string {
	return parts.reduce((built, part, index) => built + encodeURIComponent(values[index - 1]) + part);
}

/** The body as an object; an empty one where the vendor answered with something else. */
export function objectBody(answer: Answer): Record<string, unknown> {
	return typeof answer.body === 'object' && answer.body !== null && !Array.isArray(answer.body)
		? (answer.body as Record<string, unknown>)
		: {};
}
