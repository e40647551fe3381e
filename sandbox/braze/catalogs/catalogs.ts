import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { noBody, route } from '../route';
import { documented } from '../rules';
import type { BrazeState } from '../state';
import { catalogRefusal, requireCatalog } from './catalogErrors';
import { readCatalog } from './catalogInput';
import type { Catalog } from './catalogState';

const POOL = 'catalogs management';

const shown = (catalog: Catalog) => ({
	description: catalog.description,
	fields: catalog.fields,
	name: catalog.name,
	num_items: catalog.items.size,
	updated_at: new Date(catalog.updatedAt).toISOString(),
});

/** `GET /catalogs`, `POST /catalogs` and `DELETE /catalogs/{name}`, all at once. */
export function catalogs(app: FastifyInstance, state: BrazeState): void {
	const held = state.data.catalogs;
	route(app, state, {
		method: 'GET',
		path: '/catalogs',
		permission: 'catalogs.get',
		pools: [POOL],
		body: noBody,
		answer: ({ request }) => {
			request.notes.rule = documented('all catalogs of the workspace');
			return { status: 200, body: { catalogs: held.catalogs.map(shown), message: 'success' } };
		},
	});
	route(app, state, {
		method: 'POST',
		path: '/catalogs',
		permission: 'catalogs.create',
		pools: [POOL],
		body: z.object({ catalogs: z.unknown() }),
		answer: ({ body, request }) => {
			const made = readCatalog(body.catalogs);
			if (held.find(made.name)) throw catalogRefusal(400, 'catalog-name-already-exists', { name: made.name });
			const catalog: Catalog = { ...made, selections: [], items: new Map(), updatedAt: Date.now() };
			held.catalogs.push(catalog);
			request.notes.rule = documented('one catalog a call; id is its first field');
			return { status: 201, body: { catalogs: [shown(catalog)], message: 'success' } };
		},
	});
	route(app, state, {
		method: 'DELETE',
		path: '/catalogs/:name',
		permission: 'catalogs.delete',
		pools: [POOL],
		body: noBody,
		answer: ({ params, request }) => {
			const gone = requireCatalog(held, params.name);
			held.catalogs = held.catalogs.filter((catalog) => catalog !== gone);
			request.notes.rule = documented('the catalog and its items are gone');
			return { status: 200, body: { message: 'success' } };
		},
	});
}
