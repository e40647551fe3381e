import type { IDataObject } from 'n8n-workflow';
import { z } from '../shared/schema';
import { objectBody, type Call } from '../shared/transport/call';
import type { Door } from '../shared/transport/door';
import { nextByCursor } from './cursorPaging';
import { rowsIn } from './rows';

/** A search gives no more rows than this, whatever its count says; past it Zendesk answers 422. */
export const WALL = 1000;

const PAGE = 100;

const countShape = z.object({ count: z.number(), next_page: z.string().nullish() });

/** The first `most` results (1,000 at most) and how many there are in all. */
export async function searchUpToWall(door: Door, query: string, order: Record<string, string>, most: number): Promise<{ total: number; rows: IDataObject[] }> {
	const rows: IDataObject[] = [];
	for (let page = 1; ; page++) {
		const call: Call = { method: 'GET', path: '/api/v2/search', query: { query: `type:ticket ${query}`, per_page: Math.min(PAGE, most), page, ...order } };
		const answer = await door.send(call, 'safe');
		const { count, next_page: next } = countShape.parse(objectBody(answer));
		rows.push(...rowsIn(answer, 'results'));
		if (rows.length >= most || !next) return { total: count, rows: rows.slice(0, most) };
	}
}

/** The same query without an end, ordered by creation; its cursor lives an hour. */
export async function exportSearch(door: Door, query: string, most = Infinity): Promise<IDataObject[]> {
	const rows: IDataObject[] = [];
	let call: Call | undefined = { method: 'GET', path: '/api/v2/search/export', query: { query, 'filter[type]': 'ticket', 'page[size]': PAGE } };
	while (call !== undefined && rows.length < most) {
		const answer = await door.send(call, 'safe');
		rows.push(...rowsIn(answer, 'results'));
		call = nextByCursor(call, answer);
	}
	return rows.slice(0, most);
}
