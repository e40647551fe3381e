import { mostOf } from '../shared/operation';
import { objectBody, type Answer, type Call } from '../shared/transport/call';

/** Rows to ask for: no more than wanted, and no more than Braze gives in a page. */
export const pageSize = (wanted: Parameters<typeof mostOf>[0], most: number): number => Math.min(mostOf(wanted) ?? most, most);

/** Pages by `limit` and `offset`; a page with fewer rows than its limit is the last. The first call names no offset: some lists refuse 0. */
export const byOffset =
	(name: string) =>
	(call: Call, answer: Answer): Call | undefined => {
		const rows = objectBody(answer)[name];
		const count = Array.isArray(rows) ? rows.length : 0;
		const limit = Number(call.query?.limit);
		if (count === 0 || !(count >= limit)) return undefined;
		return { ...call, query: { ...call.query, offset: Number(call.query?.offset ?? 0) + count } };
	};
