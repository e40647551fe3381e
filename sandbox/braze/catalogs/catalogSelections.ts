import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { json } from '../json';
import { noBody, route } from '../route';
import { documented, unconfirmed } from '../rules';
import type { BrazeState } from '../state';
import { catalogRefusal, requireCatalog } from './catalogErrors';
import type { Catalog, CatalogSelection, FieldType, SelectionFilter } from './catalogState';
import { later } from './later';

const POOL = 'catalogs fields and selections';
const FILTERS_MAX = 4;
const RESULTS_MAX = 50;

/** Which operators a field of this type takes; objects take none. */
const OPERATORS: Record<FieldType, readonly string[]> = {
	string: ['equals', 'does not equal'],
	number: ['equals', 'does not equal', 'greater than', 'less than'],
	boolean: ['is'],
	time: ['before', 'after'],
	array: ['includes value', 'does not include value'],
	object: [],
};

const selection = z.object({
	name: z.string().min(1),
	description: z.string().optional(),
	external_id: z.string().optional(),
	source: z.string().optional(),
	filters: z.array(z.object({ field: z.string(), operator: z.string(), value: json })).optional(),
	results_limit: z.unknown(),
	sort_field: z.string().nullish(),
	sort_order: z.string().nullish(),
});

function refuseBadFilters(catalog: Catalog, filters: SelectionFilter[]): void {
	if (filters.length > FILTERS_MAX) throw catalogRefusal(400, 'too-many-filters');
	const types = filters.map(({ field, operator }) => {
		const type = catalog.fields.find(({ name }) => name === field)?.type;
		if (type === undefined || !OPERATORS[type].includes(operator)) throw catalogRefusal(400, 'selection-has-invalid-filter', { field, operator });
		return type;
	});
	if (types.filter((type) => type === 'array').length > 1) throw catalogRefusal(400, 'selection-contains-too-many-arrays');
}

function readSort(catalog: Catalog, field: string | null | undefined, order: string | null | undefined): CatalogSelection['sort'] {
	if (!field && !order) return undefined;
	if (!field || !order) throw catalogRefusal(400, 'invalid-sorting', {}, 'sort_field and sort_order come together');
	if (!catalog.fields.some(({ name }) => name === field)) throw catalogRefusal(400, 'invalid-sort-field', { sort_field: field });
	if (order !== 'asc' && order !== 'desc') throw catalogRefusal(400, 'invalid-sort-order', { sort_order: order });
	return { field, order };
}

function readLimit(given: unknown): number | undefined {
	if (given === undefined || given === null) return undefined;
	if (typeof given === 'number' && Number.isInteger(given) && given >= 1 && given <= RESULTS_MAX) return given;
	throw catalogRefusal(400, 'selection-invalid-results-limit');
}

function readSelection(catalog: Catalog, given: unknown): CatalogSelection {
	const parsed = selection.safeParse(given);
	if (!parsed.success) throw catalogRefusal(400, 'invalid-selection', {}, `${parsed.error.issues[0].path.join('.')}: ${parsed.error.issues[0].message}`);
	const { name, description = '', filters = [], results_limit: limit, sort_field: field, sort_order: order } = parsed.data;
	if (catalog.selections.some((other) => other.name === name)) throw catalogRefusal(400, 'selection-name-already-exists', { name });
	refuseBadFilters(catalog, filters);
	return { name, description, filters, resultsLimit: readLimit(limit), sort: readSort(catalog, field, order) };
}

/** `POST /catalogs/{name}/selections` and `DELETE /catalogs/{name}/selections/{selection}`: accepted with 202, done a little later. */
export function catalogSelections(app: FastifyInstance, state: BrazeState): void {
	route(app, state, {
		method: 'POST',
		path: '/catalogs/:name/selections',
		permission: 'catalogs.create_selection',
		pools: [POOL],
		body: z.object({ selection: z.unknown() }),
		answer: ({ body, params, request }) => {
			const catalog = requireCatalog(state.data.catalogs, params.name);
			const made = readSelection(catalog, body.selection);
			later(state, catalog, `selection ${made.name} added`, () => catalog.selections.push(made));
			request.notes.rule = documented('202: the selection is there a little later');
			return { status: 202, body: { message: 'success' } };
		},
	});
	route(app, state, {
		method: 'DELETE',
		path: '/catalogs/:name/selections/:selection',
		permission: 'catalogs.delete_selection',
		pools: [POOL],
		body: noBody,
		answer: ({ params, request }) => {
			const catalog = requireCatalog(state.data.catalogs, params.name);
			const gone = catalog.selections.find(({ name }) => name === params.selection);
			if (gone === undefined) throw catalogRefusal(404, 'invalid-selection', { selection_name: params.selection });
			later(state, catalog, `selection ${gone.name} removed`, () => {
				catalog.selections = catalog.selections.filter((one) => one !== gone);
			});
			request.notes.rule = unconfirmed('202: gone a little later (documented); the status for an unknown selection is not');
			return { status: 202, body: { message: 'success' } };
		},
	});
}
