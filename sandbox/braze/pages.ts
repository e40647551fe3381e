import { Refusal } from './errors';
import type { Query } from './endpoint';
import { MESSAGING_RULES } from './messages/messagingRules';

/** `page`, counted from 0. */
export function pageNumber(query: Query): number {
	const page = Number(query.one('page') ?? 0);
	if (!Number.isInteger(page) || page < 0) throw new Refusal(400, 'page is invalid', MESSAGING_RULES.pageParameter);
	return page;
}

export function pageOf<Row>(rows: readonly Row[], query: Query, size: number): Row[] {
	const page = pageNumber(query);
	return rows.slice(page * size, (page + 1) * size);
}

/** By the time they were made, oldest first unless `sort_direction=desc`. */
export function sorted<Row extends { createdAt: number }>(rows: readonly Row[], query: Query): Row[] {
	const oldestFirst = [...rows].sort((a, b) => a.createdAt - b.createdAt);
	return query.one('sort_direction') === 'desc' ? oldestFirst.reverse() : oldestFirst;
}

export const iso = (ms: number | undefined): string | null => (ms === undefined ? null : new Date(ms).toISOString());

/** Campaigns and Canvases in lists: archived ones only on request, and `last_edit.time[gt]`. */
export function listed<Row extends { status: string; createdAt: number; lastEditedAt: number }>(rows: readonly Row[], query: Query): Row[] {
	const editedAfter = Date.parse(query.one('last_edit.time[gt]') ?? '');
	return sorted(
		rows
			.filter((row) => row.status !== 'archived' || query.one('include_archived') === 'true')
			.filter((row) => Number.isNaN(editedAfter) || row.lastEditedAt > editedAfter),
		query,
	);
}
