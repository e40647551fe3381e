import type { Answer, Call } from '../shared/transport/call';
import { cursorShape } from './shapes';

/** Zendesk's cursor paging; never to be mixed with page numbers. */
export function nextByCursor(call: Call, answer: Answer): Call | undefined {
	const parsed = cursorShape.safeParse(answer.body);
	if (!parsed.success || !parsed.data.meta.has_more || !parsed.data.meta.after_cursor) return undefined;
	return { ...call, query: { ...call.query, 'page[after]': parsed.data.meta.after_cursor } };
}
