import type { FastifyInstance } from 'fastify';
import type { Page, Parts } from './cursors';
import { badRequest } from '../errors';
import { decidedBy, parse, route, type Call } from '../http';
import type { JsonObject } from '../json';
import { RULES } from '../rules';
import { hasOtherFilters, where, type Where } from '../campaigns/where';

const SIZE_DEFAULT = 10;
const SIZE_MAX = 5000;

function sizeOf({ query, body, request }: Call): number {
	const asked = query.get('batch_size') ?? body.batch_size ?? SIZE_DEFAULT;
	const size = Number(asked);
	if (!Number.isInteger(size) || size < 1) throw badRequest('batch_size: a whole number from 1', RULES.batchSize);
	if (size > SIZE_MAX) decidedBy(request, RULES.batchSize);
	return Math.min(size, SIZE_MAX);
}

const partsOf = ({ query }: Call): Parts => {
	const on = (name: string): boolean => query.get(name) !== 'false';
	return { app: on('app'), events: on('events'), profile: on('profile') };
};

/** The query that the Node library puts into the URL. */
function queryInUrl(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw badRequest('query: not JSON', RULES.cursorByGet);
	}
}

export interface Download<Item> {
	/** Behind `/1`. */
	path: string;
	/** Fixes what will be downloaded; returns the cursor. */
	start: (query: Where, size: number, parts: Parts) => string;
	page: (cursor: string) => Page<Item>;
	record: (item: Item, parts: Parts) => JsonObject;
}

/** The two steps of a download: a cursor for a query, then pages by cursor. */
export function download<Item>(app: FastifyInstance, { path, start, page, record }: Download<Item>): void {
	const begin = (input: unknown, call: Call): object => {
		const query = parse(where, input);
		if (query.event_name === undefined) throw badRequest('event_name is missing');
		if (hasOtherFilters(query)) decidedBy(call.request, RULES.otherFilters);
		return { status: 'success', cursor: start(query, sizeOf(call), partsOf(call)) };
	};
	route(app, `/1${path}`, {
		POST: (call) => begin(call.body, call),
		GET: (call) => {
			const cursor = call.query.get('cursor');
			const query = call.query.get('query');
			if (cursor !== null) {
				const { items, parts, next } = page(cursor);
				return { status: 'success', records: items.map((item) => record(item, parts)), ...(next === undefined ? {} : { next_cursor: next }) };
			}
			if (query === null) throw badRequest('cursor is missing');
			decidedBy(call.request, RULES.cursorByGet);
			return begin(queryInUrl(query), call);
		},
	});
}
