import { z } from '../shared/schema';
import type { Answer, Call } from '../shared/transport/call';

/** Rows a page, the most that Sendbird gives. */
export const PAGE = 100;

/** `next` is empty on the last page. */
const paged = z.object({ next: z.string().min(1) });

export function nextToken({ body }: Pick<Answer, 'body'>): string | undefined {
	const parsed = paged.safeParse(body);
	return parsed.success ? parsed.data.next : undefined;
}

/** Sendbird's paging: `next` of an answer is the `token` of the following call. */
export function nextByToken(call: Call, answer: Answer): Call | undefined {
	const token = nextToken(answer);
	return token === undefined ? undefined : { ...call, query: { ...call.query, token } };
}
