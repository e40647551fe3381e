import { invalidAttribute, ZendeskError } from '../errors';
import { RULES } from '../rules';
import type { JobResult } from './types';

/** Records that one bulk call takes. */
export const MAX_RECORDS = 100;

export function checkSize(name: string, count: number): void {
	if (count === 0) throw invalidAttribute(name, 'must not be empty', RULES.badShape);
	if (count > MAX_RECORDS) throw invalidAttribute(name, `must be at most ${MAX_RECORDS}`, RULES.bulkSize);
}

function wordsOf(error: unknown): Pick<JobResult, 'error' | 'details'> {
	if (!(error instanceof ZendeskError)) return { error: 'InternalError', details: String(error) };
	const body = error.body as { error?: unknown; description?: unknown; details?: unknown };
	const code = typeof body.error === 'string' ? body.error : 'Forbidden';
	return { error: code, details: body.details === undefined ? body.description : JSON.stringify(body.details) };
}

/** A row for each record in turn; what the vendor refuses becomes the failed row of its record and stops nobody else. */
export function rowsOf<Item>(items: Item[], who: (item: Item, index: number) => Pick<JobResult, 'index' | 'id'>, act: (item: Item) => JobResult): JobResult[] {
	return items.map((item, index) => {
		try {
			return { ...who(item, index), ...act(item) };
		} catch (error) {
			return { ...who(item, index), ...wordsOf(error) };
		}
	});
}
