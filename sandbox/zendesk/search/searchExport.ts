import type { FastifyInstance } from 'fastify';
import { errorList, invalidAttribute } from '../errors';
import { decidedBy, queryOf } from '../http';
import { takeNamed } from '../limits';
import { RULES } from '../rules';
import { findIndexed, presentIndexed, queryText } from './search';
import type { Millis } from '../types';
import type { ZendeskState } from '../state';

const TYPES = ['ticket', 'user', 'organization', 'group'];

const HOUR = 60 * 60_000;

const encode = (createdAt: Millis, id: number, now: Millis): string => Buffer.from(`${createdAt}|${id}|${now}`).toString('base64url');

/** `[created, id]` of the last one read; undefined for a cursor that is over or none. */
function decode(cursor: string, clockShift: Millis): [number, number] | undefined {
	const [created, id, made] = Buffer.from(cursor, 'base64url').toString('utf8').split('|').map(Number);
	return [created, id, made].every(Number.isFinite) && made + HOUR > Date.now() + clockShift ? [created, id] : undefined;
}

/** `GET /search/export`: everything that matches, by cursor, past the wall of 1,000. Oldest first, one kind of record. */
export function searchExportRoutes(app: FastifyInstance, state: ZendeskState): void {
	// How far the world was aged since the start: a cursor is a text in somebody else's hands and cannot be moved back.
	let aged = 0;
	state.world.onAge((ms) => {
		aged += ms;
	});

	app.get('/search/export', async (request, reply) => {
		takeNamed(state.windows, { name: 'search-export', key: '', total: 100, perMs: 60_000, rule: RULES.exportLimit }, reply);
		const query = queryOf(request);
		const type = query['filter[type]'];
		const words = queryText(request);
		if (type === undefined || !TYPES.includes(type)) throw invalidAttribute('filter[type]', `must be one of ${TYPES.join(', ')}`, RULES.exportType);
		if (/(^|\s)-?type:/i.test(words)) throw invalidAttribute('query', 'must not hold type:', RULES.exportType);
		const size = Number(query['page[size]'] ?? 100);
		if (!Number.isInteger(size) || size < 1 || size > 1000) {
			throw errorList(400, 'InvalidPaginationParameter', 'page[size] must be between 1 and 1000', RULES.pageSize);
		}
		const after = query['page[after]'];
		const from = after === undefined ? undefined : decode(after, aged);
		if (after !== undefined && from === undefined) throw errorList(400, 'InvalidPaginationParameter', 'the cursor is not valid or has expired', RULES.exportCursor);
		const [created, last] = from ?? [-Infinity, 0];
		const base = created === -Infinity ? created : created - aged;
		const found = findIndexed(state, request, words)
			.filter(({ kind }) => kind === type)
			.sort((a, b) => a.created_at - b.created_at || a.id - b.id)
			.filter((entry) => entry.created_at > base || (entry.created_at === base && entry.id > last));
		const page = found.slice(0, size);
		const end = page.at(-1);
		const cursor = end === undefined ? null : encode(end.created_at + aged, end.id, Date.now() + aged);
		decidedBy(request, RULES.exportCursor);
		const next = new URL(request.originalUrl, state.world.options.baseUrl);
		if (cursor !== null) next.searchParams.set('page[after]', cursor);
		return {
			results: page.flatMap((entry) => presentIndexed(state, entry)),
			facets: null,
			meta: { has_more: found.length > size, after_cursor: cursor, before_cursor: null },
			links: { next: found.length > size ? next.href : null, prev: null },
		};
	});
}
