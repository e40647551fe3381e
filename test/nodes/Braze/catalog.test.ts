import type { INodeParameters } from 'n8n-workflow';
import { closedNetwork } from '../../support/network';
import { api, CONTINUE, recorder, runBraze } from './braze';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const OK = { message: 'success' };
const op = (resource: string, operation: string, more: INodeParameters = {}): INodeParameters => ({ resource, operation, ...more });
const CATALOG = { __rl: true, mode: 'id', value: 'local offers' };
const rows = (...values: INodeParameters[]) => ({ rows: values });
const errorOf = async (parameters: INodeParameters) => (await runBraze(parameters, [{}], CONTINUE)).main[1][0].json.error;
const refusal = (id: string, named: Record<string, string> = {}) => ({
	message: 'Invalid Request',
	errors: [{ id, message: `about ${id}`, parameters: Object.keys(named), parameter_values: Object.values(named) }],
});
const NEW = op('catalog', 'create', { name: 'offers', description: 'Offers', fields: rows({ name: 'City', type: 'string' }, { name: 'Price', type: 'number' }) });

it('is made with its ID field first', async () => {
	const fields = [{ name: 'id', type: 'string' }, { name: 'City', type: 'string' }, { name: 'Price', type: 'number' }];
	api().post('/catalogs', { catalogs: [{ name: 'offers', description: 'Offers', fields }] }).reply(201, { ...OK, catalogs: [{ name: 'offers', num_items: 0 }] });
	expect((await runBraze(NEW)).main[0][0].json).toEqual({ name: 'offers', num_items: 0 });
});

it('is listed and deleted', async () => {
	api().get('/catalogs').reply(200, { ...OK, catalogs: [{ name: 'a' }, { name: 'b' }] });
	expect((await runBraze(op('catalog', 'getMany', { limit: 1 }))).main[0].map(({ json }) => json)).toEqual([{ name: 'a' }]);
	api().delete('/catalogs/local%20offers').reply(200, OK);
	expect((await runBraze(op('catalog', 'delete', { catalog: CATALOG }))).main[0][0].json).toEqual({ catalog: 'local offers', deleted: true });
});

it('what Braze refuses is told by its own id', async () => {
	api().delete('/catalogs/local%20offers').reply(404, refusal('catalog-not-found', { catalog_name: 'local offers' }));
	expect(await errorOf(op('catalog', 'delete', { catalog: CATALOG }))).toEqual({
		class: 'notFound',
		vendor: 'Braze',
		status: 404,
		code: 'catalog-not-found',
		message: 'Braze: about catalog-not-found (catalog_name "local offers")',
		fix: expect.stringContaining('Data Settings > Catalogs'),
		named: ['local offers'],
	});
	api().post('/catalogs').reply(400, refusal('catalog-name-already-exists', { name: 'offers' }));
	expect(await errorOf(NEW)).toMatchObject({ class: 'conflict', code: 'catalog-name-already-exists' });
});

it.each([
	['Name', { ...NEW, name: 'with blanks' }],
	['Description', { ...NEW, description: 'x'.repeat(251) }],
	['Fields', { ...NEW, fields: rows({ name: 'a', type: 'string' }, { name: 'a', type: 'number' }) }],
	['Fields', { ...NEW, fields: rows({ name: 'a b', type: 'string' }) }],
	['Field Name', op('catalogField', 'create', { catalog: CATALOG, fieldName: 'a b' })],
])('is refused by the name of what is wrong: %s', async (displayName, parameters) => {
	expect(await errorOf(parameters)).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(new RegExp(`^${displayName}: `)) });
});

describe('fields', () => {
	const CREATE = op('catalogField', 'create', { catalog: CATALOG, fieldName: '={{ $json.name }}', fieldType: 'number' });

	it('are made 50 a call; one that is there fails alone, the others go out without it', async () => {
		const { bodies, keep } = recorder();
		api().post('/catalogs/local%20offers/fields', keep).reply(400, refusal('field-names-not-unique', { name: 'B' }));
		api().post('/catalogs/local%20offers/fields', keep).reply(202, OK);
		const { main } = await runBraze(CREATE, ['A', 'B', 'C'].map((name) => ({ name })), CONTINUE);
		expect(bodies).toEqual([['A', 'B', 'C'], ['A', 'C']].map((names) => ({ fields: names.map((name) => ({ name, type: 'number' })) })));
		expect(main[0].map(({ json }) => json)).toEqual(['A', 'C'].map((fieldName) => ({ catalog: 'local offers', fieldName, fieldType: 'number', queued: true })));
		expect(main[1][0].json).toMatchObject({ name: 'B', error: { class: 'invalidInput', code: 'field-names-not-unique' } });
	});

	it('are deleted', async () => {
		api().delete('/catalogs/local%20offers/fields/City').reply(202, OK);
		expect((await runBraze(op('catalogField', 'delete', { catalog: CATALOG, fieldName: 'City' }))).main[0][0].json).toMatchObject({ queuedForDeletion: true });
	});
});

describe('selections', () => {
	const CREATE = op('catalogSelection', 'create', {
		catalog: CATALOG,
		selectionName: 'cheap',
		filters: rows({ field: 'Price', operator: 'less than', value: '7', valueType: 'number' }, { field: 'Open', operator: 'is', value: 'true', valueType: 'boolean' }),
		more: { resultsLimit: 5, sortField: 'Price' },
	});

	it('are made with filters of the right types', async () => {
		const selection = {
			name: 'cheap',
			filters: [{ field: 'Price', operator: 'less than', value: 7 }, { field: 'Open', operator: 'is', value: true }],
			results_limit: 5,
			sort_field: 'Price',
			sort_order: 'asc',
		};
		api().post('/catalogs/local%20offers/selections', { selection }).reply(202, OK);
		expect((await runBraze(CREATE)).main[0][0].json).toEqual({ catalog: 'local offers', selectionName: 'cheap', queued: true });
	});

	it('are deleted', async () => {
		api().delete('/catalogs/local%20offers/selections/cheap').reply(202, OK);
		expect((await runBraze(op('catalogSelection', 'delete', { catalog: CATALOG, selectionName: 'cheap' }))).error).toBeUndefined();
	});

	it.each([
		['Filters', { filters: rows({ field: 'Price', operator: 'equals', value: 'x', valueType: 'number' }) }],
		['Filters', { filters: rows({ field: 'Open', operator: 'is', value: 'yes', valueType: 'boolean' }) }],
		['Sort Field', { more: { sortOrder: 'asc' } }],
	])('are refused by the name of what is wrong: %s', async (displayName, more) => {
		expect(await errorOf({ ...CREATE, ...more })).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(new RegExp(`^${displayName}: `)) });
	});
});
