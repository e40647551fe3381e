import { mostOf, type InputOf, type limitFields } from '../shared/operation';
import type { Answer, Call } from '../shared/transport/call';
import type { Door } from '../shared/transport/door';
import { cursorShape } from './shapes';

const LARGEST_PAGE = 100;

/** Zendesk's cursor paging; never to be mixed with page numbers. */
export function nextByCursor(call: Call, answer: Answer): Call | undefined {
	const parsed = cursorShape.safeParse(answer.body);
	if (!parsed.success || !parsed.data.meta.has_more || !parsed.data.meta.after_cursor) return undefined;
	return { ...call, query: { ...call.query, 'page[after]': parsed.data.meta.after_cursor } };
}

/** `page[size]` for a list of which the user wants so many. */
export const pageSize = (input: InputOf<typeof limitFields>): { 'page[size]': number } => ({ 'page[size]': Math.min(mostOf(input) ?? LARGEST_PAGE, LARGEST_PAGE) });

/** All pages of a list, each as its answer. */
export async function* pages(door: Door, path: string, query: Record<string, string | number> = {}): AsyncGenerator<Answer> {
	let call: Call | undefined = { method: 'GET', path, query: { 'page[size]': LARGEST_PAGE, ...query } };
	while (call !== undefined) {
		const answer = await door.send(call, 'safe');
		yield answer;
		call = nextByCursor(call, answer);
	}
}
