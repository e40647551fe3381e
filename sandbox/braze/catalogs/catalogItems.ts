import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Permission } from '../auth';
import { cursorPage, noBody, route } from '../route';
import { documented } from '../rules';
import type { BrazeState } from '../state';
import { catalogRefusal, requireCatalog } from './catalogErrors';
import { readItems } from './catalogItemInput';
import type { Catalog, CatalogItem } from './catalogState';
import { editItem } from './editItem';
import { later } from './later';

const PAGE_SIZE = 50;

interface BulkCall {
	method: 'POST' | 'PATCH' | 'PUT' | 'DELETE';
	permission: Permission;
	verb: string;
	/** False where nothing was done; that an unknown or known id is passed over then is unconfirmed. */
	act: (catalog: Catalog, item: CatalogItem) => boolean;
}

function add(catalog: Catalog, item: CatalogItem): boolean {
	if (catalog.items.has(item.id)) return false;
	catalog.items.set(item.id, item);
	return true;
}

const CALLS: readonly BulkCall[] = [
	{ method: 'POST', permission: 'catalogs.add_items', verb: 'added', act: add },
	{ method: 'PATCH', permission: 'catalogs.update_items', verb: 'edited', act: editItem },
	{ method: 'PUT', permission: 'catalogs.replace_items', verb: 'replaced', act: (catalog, item) => catalog.items.set(item.id, item).has(item.id) },
	{ method: 'DELETE', permission: 'catalogs.delete_items', verb: 'removed', act: (catalog, { id }) => catalog.items.delete(id) },
];

function apply(state: BrazeState, catalog: Catalog, items: CatalogItem[], { verb, act }: BulkCall): void {
	const passedOver = items.filter((item) => !act(catalog, item)).map(({ id }) => id);
	if (passedOver.length === 0) return;
	state.world.events.add({
		vendor: 'braze',
		kind: 'note',
		summary: `catalog ${catalog.name}: not ${verb}: ${passedOver.join(', ')}`,
		rule: { text: 'items that are there already (or not at all) are passed over; the answer was given before', certainty: 'unconfirmed' },
	});
}

/** Up to 50 items a call, checked at once, done a little later. */
function bulkCalls(app: FastifyInstance, state: BrazeState): void {
	for (const call of CALLS) {
		route(app, state, {
			method: call.method,
			path: '/catalogs/:name/items',
			permission: call.permission,
			pools: ['catalogs items'],
			body: z.object({ items: z.unknown() }),
			answer: ({ body, params, request }) => {
				const catalog = requireCatalog(state.data.catalogs, params.name);
				const items = readItems(catalog, body.items, call.method === 'PATCH');
				later(state, catalog, `${items.length} items ${call.verb}`, () => apply(state, catalog, items, call));
				request.notes.rule = documented('202: done a little later; nothing where one item is bad');
				return { status: 202, body: { message: 'success' } };
			},
		});
	}
}

/** `GET /catalogs/{name}/items`: 50 a page, the next one by the Link header. */
function list(app: FastifyInstance, state: BrazeState): void {
	route(app, state, {
		method: 'GET',
		path: '/catalogs/:name/items',
		permission: 'catalogs.get_items',
		pools: ['catalogs item'],
		body: noBody,
		answer: ({ params, query, request }) => {
			const catalog = requireCatalog(state.data.catalogs, params.name);
			const cursor = query.one('cursor');
			const paged = cursorPage([...catalog.items.values()], `/catalogs/${params.name}/items`, cursor, PAGE_SIZE);
			if (paged === undefined) throw catalogRefusal(400, 'invalid-cursor', { cursor: cursor ?? null });
			request.notes.rule = documented(`${PAGE_SIZE} items a page; the Link header is relative and names the next one`);
			return { status: 200, headers: paged.headers, body: { items: paged.page, message: 'success' } };
		},
	});
}

export function catalogItems(app: FastifyInstance, state: BrazeState): void {
	bulkCalls(app, state);
	list(app, state);
}
