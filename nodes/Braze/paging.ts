import type { IDataObject } from 'n8n-workflow';
import { z } from '../shared/schema';
import { objectBody, type Answer, type Call } from '../shared/transport/call';

const anyRow = z.record(z.unknown());

/** The rows that an answer holds under this name. An answer without them is not Braze's. */
export function rowsIn(answer: Answer, name: string): IDataObject[] {
	const shape = z.object({ [name]: z.array(anyRow, { required_error: `it has no "${name}"` }) }, { invalid_type_error: 'it is no JSON object' });
	return shape.parse(answer.body)[name] as IDataObject[];
}

/** As `rowsIn`, for lists of bare names. */
export function namesIn(answer: Answer, name: string): string[] {
	const shape = z.object({ [name]: z.array(z.string(), { required_error: `it has no "${name}"` }) }, { invalid_type_error: 'it is no JSON object' });
	return shape.parse(answer.body)[name];
}

/** Pages counted from 0: a page with fewer rows than a full one is the last. Without a known size the empty page is. */
export const byPageNumber =
	(name: string, pageSize?: number) =>
	(call: Call, answer: Answer): Call | undefined => {
		const rows = objectBody(answer)[name];
		const count = Array.isArray(rows) ? rows.length : 0;
		if (count < (pageSize ?? 1)) return undefined;
		return { ...call, query: { ...call.query, page: Number(call.query?.page ?? 0) + 1 } };
	};

const NEXT_LINK = /<([^>]*)>\s*;[^,]*\brel="?next"?/i;

/** Pages by the `Link` header: its `next` repeats the whole address, of which only the cursor is used. */
export function byLink(call: Call, { headers }: Answer): Call | undefined {
	const next = NEXT_LINK.exec(headers.link ?? '')?.[1];
	const cursor = next === undefined ? null : new URLSearchParams(next.slice(next.indexOf('?') + 1)).get('cursor');
	return cursor === null ? undefined : { ...call, query: { ...call.query, cursor } };
}
