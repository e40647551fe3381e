import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { noBody, route } from '../route';
import { documented } from '../rules';
import type { BrazeState } from '../state';
import { catalogRefusal, requireCatalog } from './catalogErrors';
import { FIELDS_MAX, readFields } from './catalogInput';
import { later } from './later';

const POOL = 'catalogs fields and selections';

/** New fields in one call. */
const NEW_FIELDS_MAX = 50;

/** `POST /catalogs/{name}/fields` and `DELETE /catalogs/{name}/fields/{field}`: accepted with 202, done a little later. */
export function catalogFields(app: FastifyInstance, state: BrazeState): void {
	route(app, state, {
		method: 'POST',
		path: '/catalogs/:name/fields',
		permission: 'catalogs.create_fields',
		pools: [POOL],
		body: z.object({ fields: z.unknown() }),
		answer: ({ body, params, request }) => {
			const catalog = requireCatalog(state.data.catalogs, params.name);
			const fields = readFields(body.fields);
			if (fields.length > NEW_FIELDS_MAX) throw catalogRefusal(400, 'request-includes-too-many-fields');
			if (catalog.fields.length + fields.length > FIELDS_MAX) throw catalogRefusal(400, 'catalog-exceeds-fields-limit');
			const taken = fields.find(({ name }) => catalog.fields.some((field) => field.name === name));
			if (taken) throw catalogRefusal(400, 'field-names-not-unique', { name: taken.name });
			later(state, catalog, `fields ${fields.map(({ name }) => name).join(', ')} added`, () => catalog.fields.push(...fields));
			request.notes.rule = documented('202: the fields are there a little later');
			return { status: 202, body: { message: 'success' } };
		},
	});
	route(app, state, {
		method: 'DELETE',
		path: '/catalogs/:name/fields/:field',
		permission: 'catalogs.delete_fields',
		pools: [POOL],
		body: noBody,
		answer: ({ params, request }) => {
			const catalog = requireCatalog(state.data.catalogs, params.name);
			const { field } = params;
			if (field === 'id' || !catalog.fields.some(({ name }) => name === field)) throw catalogRefusal(404, 'invalid-field-name', { field_name: field });
			if (catalog.selections.some(({ filters, sort }) => sort?.field === field || filters.some((filter) => filter.field === field))) {
				throw catalogRefusal(400, 'field-referenced-by-selection', { field_name: field });
			}
			later(state, catalog, `field ${field} removed`, () => {
				catalog.fields = catalog.fields.filter(({ name }) => name !== field);
				for (const item of catalog.items.values()) delete item[field];
			});
			request.notes.rule = documented('202: the field is gone a little later');
			return { status: 202, body: { message: 'success' } };
		},
	});
}
