import { z } from '../shared/schema';
import type { Answer, Call } from '../shared/transport/call';

/** `next` is a whole URL that repeats the token, so only its cursor is used. */
const paging = z.object({ paging: z.object({ next: z.string(), cursors: z.object({ after: z.string() }) }) });

/** Graph's cursor paging. */
export function nextByCursor(call: Call, answer: Answer): Call | undefined {
	const parsed = paging.safeParse(answer.body);
	return parsed.success ? { ...call, query: { ...call.query, after: parsed.data.paging.cursors.after } } : undefined;
}
