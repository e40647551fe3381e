import type { FastifyRequest } from 'fastify';
import { errorList } from './errors';
import { decidedBy, queryOf, type Query } from './http';
import { RULES } from './rules';

export interface PagingOptions<Item> {
	/** `http://host:port`, for links. */
	baseUrl: string;
	/** What `sort` may name; the first one is the default order. */
	sortBy: Record<string, (item: Item) => number | string>;
	id: (item: Item) => number | string;
	/** Webhooks know no offset paging. */
	cursorOnly?: boolean;
}

export interface Page<Item> {
	items: Item[];
	/** What stands beside the list in the answer. */
	frame: Record<string, unknown>;
}

const compare = (a: number | string, b: number | string): number => (a < b ? -1 : a > b ? 1 : 0);

function sorted<Item>(items: Item[], options: PagingOptions<Item>, name: string, descending: boolean): Item[] {
	const by = options.sortBy[name];
	const order = [...items].sort((a, b) => compare(by(a), by(b)) || compare(options.id(a), options.id(b)));
	return descending ? order.reverse() : order;
}

function linkTo(request: FastifyRequest, baseUrl: string, changes: Query, drop: string[] = []): string {
	const url = new URL(request.originalUrl, baseUrl);
	for (const name of drop) url.searchParams.delete(name);
	for (const [name, value] of Object.entries(changes)) if (value !== undefined) url.searchParams.set(name, value);
	return url.href;
}

function cursorPage<Item>(request: FastifyRequest, items: Item[], options: PagingOptions<Item>): Page<Item> {
	const query = queryOf(request);
	const size = Number(query['page[size]'] ?? 100);
	if (!Number.isInteger(size) || size < 1 || size > 100) {
		throw errorList(400, 'InvalidPaginationParameter', 'page[size] must be between 1 and 100', RULES.pageSize);
	}
	if (query.sort_by !== undefined || query.sort_order !== undefined) decidedBy(request, RULES.sortByIgnored);
	const sort = query.sort ?? Object.keys(options.sortBy)[0];
	const name = sort.replace(/^-/, '');
	if (!(name in options.sortBy)) throw errorList(400, 'InvalidPaginationParameter', `sort is not valid: ${sort}`, RULES.sortKey);
	const all = sorted(items, options, name, sort.startsWith('-'));
	const cursorOf = (item: Item) => Buffer.from(`c:${options.id(item)}`).toString('base64url');
	const at = (cursor: string) => all.findIndex((item) => cursorOf(item) === cursor);
	const before = query['page[before]'];
	const after = query['page[after]'];
	if ([before, after].some((cursor) => cursor !== undefined && at(cursor) === -1)) {
		throw errorList(400, 'InvalidPaginationParameter', 'the cursor is not valid', RULES.sortKey);
	}
	const start = before === undefined ? (after === undefined ? 0 : at(after) + 1) : Math.max(0, at(before) - size);
	const page = all.slice(start, before === undefined ? start + size : at(before));
	const hasMore = before === undefined ? start + size < all.length : start > 0;
	const last = page.at(-1);
	const afterCursor = last === undefined ? null : cursorOf(last);
	const beforeCursor = page.length === 0 ? null : cursorOf(page[0]);
	const next = start + page.length < all.length && afterCursor !== null;
	return {
		items: page,
		frame: {
			meta: { has_more: hasMore, after_cursor: afterCursor, before_cursor: beforeCursor },
			links: {
				next: next ? linkTo(request, options.baseUrl, { 'page[after]': afterCursor }, ['page[before]']) : null,
				prev: start > 0 && beforeCursor !== null ? linkTo(request, options.baseUrl, { 'page[before]': beforeCursor }, ['page[after]']) : null,
			},
		},
	};
}

/** Offset paging with `page` and `per_page` (100 at most); ends at 10,000 records. */
export function offsetPage<Item>(request: FastifyRequest, all: Item[], baseUrl: string): Page<Item> {
	const query = queryOf(request);
	const perPage = Math.min(100, Math.max(1, Math.trunc(Number(query.per_page ?? 100)) || 100));
	const page = Math.max(1, Math.trunc(Number(query.page ?? 1)) || 1);
	if (page * perPage > 10_000) {
		throw errorList(400, 'InvalidPaginationDepth', 'Pagination depth exceeds the maximum of 10,000 records', RULES.pageDepth);
	}
	const start = (page - 1) * perPage;
	return {
		items: all.slice(start, start + perPage),
		frame: {
			next_page: start + perPage < all.length ? linkTo(request, baseUrl, { page: String(page + 1) }) : null,
			previous_page: page > 1 ? linkTo(request, baseUrl, { page: String(page - 1) }) : null,
			count: all.length,
		},
	};
}

/** One page of a list in the style that the query asks for. */
export function pageOf<Item>(request: FastifyRequest, items: Item[], options: PagingOptions<Item>): Page<Item> {
	const query = queryOf(request);
	if (options.cursorOnly || Object.keys(query).some((name) => name.startsWith('page['))) return cursorPage(request, items, options);
	const name = query.sort_by !== undefined && query.sort_by in options.sortBy ? query.sort_by : Object.keys(options.sortBy)[0];
	return offsetPage(request, sorted(items, options, name, query.sort_order === 'desc'), options.baseUrl);
}
