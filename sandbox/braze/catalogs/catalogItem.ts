import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { noBody, route } from '../route';
import { documented } from '../rules';
import type { BrazeState } from '../state';
import { catalogRefusal, requireCatalog } from './catalogErrors';
import { readOneItem } from './catalogItemInput';
import type { Catalog, CatalogItem } from './catalogState';
import { editItem } from './editItem';

const common = { path: '/catalogs/:name/items/:item', pools: ['catalogs item' as const] };
const body = z.object({ items: z.unknown() });

const notFound = (id: string) => catalogRefusal(404, 'item-not-found', { item_id: id }, 'Could not find item');

function requireItem(catalog: Catalog, id: string): CatalogItem {
	const item = catalog.items.get(id);
	if (item === undefined) throw notFound(id);
	return item;
}

function reads(app: FastifyInstance, state: BrazeState): void {
	route(app, state, {
		...common,
		method: 'GET',
		permission: 'catalogs.get_item',
		body: noBody,
		answer: ({ params, request }) => {
			const item = requireItem(requireCatalog(state.data.catalogs, params.name), params.item);
			request.notes.rule = documented('one item, in a list');
			return { status: 200, body: { items: [item], message: 'success' } };
		},
	});
	route(app, state, {
		...common,
		method: 'DELETE',
		permission: 'catalogs.delete_item',
		body: noBody,
		answer: ({ params, request }) => {
			const catalog = requireCatalog(state.data.catalogs, params.name);
			catalog.items.delete(requireItem(catalog, params.item).id);
			request.notes.rule = documented('synchronous: gone at once');
			return { status: 200, body: { message: 'success' } };
		},
	});
}

/** One item a call, without its id in the body. */
function writes(app: FastifyInstance, state: BrazeState): void {
	const read = (params: Record<string, string>, items: unknown, edit: boolean) => {
		const catalog = requireCatalog(state.data.catalogs, params.name);
		return { catalog, item: readOneItem(catalog, params.item, items, edit) };
	};
	route(app, state, {
		...common,
		method: 'POST',
		permission: 'catalogs.create_item',
		body,
		answer: ({ body: { items }, params, request }) => {
			const { catalog, item } = read(params, items, false);
			if (catalog.items.has(item.id)) throw catalogRefusal(400, 'item-already-exists', { item_id: item.id });
			catalog.items.set(item.id, item);
			request.notes.rule = documented('synchronous: there at once');
			return { status: 201, body: { message: 'success' } };
		},
	});
	route(app, state, {
		...common,
		method: 'PATCH',
		permission: 'catalogs.update_item',
		body,
		answer: ({ body: { items }, params, request }) => {
			const { catalog, item } = read(params, items, true);
			if (!editItem(catalog, item)) throw notFound(item.id);
			request.notes.rule = documented('fields that are not given stay; $add and $remove change an array');
			return { status: 200, body: { message: 'success' } };
		},
	});
	route(app, state, {
		...common,
		method: 'PUT',
		permission: 'catalogs.replace_item',
		body,
		answer: ({ body: { items }, params, request }) => {
			const { catalog, item } = read(params, items, false);
			catalog.items.set(item.id, item);
			request.notes.rule = documented('the whole item is replaced, or made where there is none');
			return { status: 200, body: { message: 'success' } };
		},
	});
}

/** `/catalogs/{name}/items/{id}`: synchronous. */
export function catalogItem(app: FastifyInstance, state: BrazeState): void {
	reads(app, state);
	writes(app, state);
}
