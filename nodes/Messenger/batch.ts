import type { IDataObject } from 'n8n-workflow';
import { z } from '../shared/schema';
import type { Answer, Call } from '../shared/transport/call';
import type { Failure } from '../shared/transport/failure';
import { classify, messenger, NAME } from './api';

/** Graph's limit of calls in one batch. */
export const MOST_IN_A_BATCH = 50;

/** A read below Graph's version; `{page}` and the like are not filled in inside a batch. */
export interface Read {
	path: string;
	query: IDataObject;
}

const partShape = z
	.object({
		code: z.number(),
		headers: z.array(z.object({ name: z.string(), value: z.string() })).nullish(),
		/** JSON as text. */
		body: z.string(),
	})
	.nullable();

const callOf = ({ path }: Read): Call => ({ method: 'GET', path });

/** The query in the text of a relative URL. */
const relativeUrl = ({ path, query }: Read): string => {
	const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
	return [path.slice(1), pairs.join('&')].filter((part) => part !== '').join('?');
};

/**
 * Many reads in one call of Graph, https://developers.facebook.com/docs/graph-api/batch-requests. It saves round trips and nothing else: each part counts against the limits as a call of its own.
 * Sends never go this way: Meta promises no order among the parts, and where the answer is lost nobody knows which people were written to.
 */
export const batchCall = (reads: Read[]): Call => ({
	method: 'POST',
	path: '/',
	body: { include_headers: true, batch: reads.map((read) => ({ method: 'GET', relative_url: relativeUrl(read) })) },
});

const parsedOrText = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
};

/** `null` stands for a part that did not answer in Graph's time. */
const noAnswer: Failure = { class: 'unavailable', vendor: NAME, message: 'Messenger: Graph did not answer this part of the batch in its time', fix: 'Send this item again, in a smaller batch.' };

export type Part = { ok: true; body: unknown } | { ok: false; failure: Failure };

function partOf(part: z.infer<typeof partShape>, read: Read): Part {
	if (part === null) return { ok: false, failure: noAnswer };
	const headers = Object.fromEntries((part.headers ?? []).map(({ name, value }) => [name.toLowerCase(), value]));
	const answer: Answer = { status: part.code, headers, body: parsedOrText(part.body) };
	const failure = classify(answer, callOf(read));
	if (failure === undefined) return { ok: true, body: answer.body };
	const waitMs = messenger.waitMs(answer);
	return { ok: false, failure: waitMs === undefined ? failure : { ...failure, retryAfter: Math.ceil(waitMs / 1000) } };
}

/** What became of each read, in their order. The status around them is 200 whatever happened inside. */
export function partsIn(answer: Answer, reads: Read[]): Part[] {
	const parts = z.array(partShape).length(reads.length, 'it has another number of parts than were asked for').parse(answer.body);
	return reads.map((read, index) => partOf(parts[index], read));
}
