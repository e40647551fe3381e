import { startBraze, type BrazeSandbox } from './harness';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze({ waitFactor: 1 });
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const FIELDS = [{ name: 'id', type: 'string' }, { name: 'Name', type: 'string' }, { name: 'Rating', type: 'number' }];
const create = async (catalog: object) => await braze.call('POST', '/catalogs', { catalogs: [{ name: 'restaurants', description: 'Mine', fields: FIELDS, ...catalog }] });
const fieldsOf = async (name: string) => {
	const { catalogs } = (await braze.call('GET', '/catalogs')).body as { catalogs: Array<{ name: string; num_items: number; fields: Array<{ name: string }> }> };
	return catalogs.find((catalog) => catalog.name === name)?.fields.map((field) => field.name);
};
const errorId = (id: string) => ({ message: 'Invalid Request', errors: [expect.objectContaining({ id })] });

describe('catalogs', () => {
	it('lists, creates and deletes', async () => {
		const made = await create({});
		expect(made).toMatchObject({ status: 201, body: { message: 'success', catalogs: [{ name: 'restaurants', num_items: 0, fields: FIELDS }] } });
		expect(await fieldsOf('restaurants')).toEqual(['id', 'Name', 'Rating']);
		expect((await braze.call('DELETE', '/catalogs/restaurants')).body).toEqual({ message: 'success' });
		expect(await fieldsOf('restaurants')).toBeUndefined();
	});

	it.each([
		['catalog-name-already-exists', { name: 'Local_Offers' }],
		['invalid-catalog-name', { name: 'my restaurants' }],
		['catalog-name-too-large', { name: 'x'.repeat(251) }],
		['description-too-long', { description: 'x'.repeat(251) }],
		['id-not-first-column', { fields: [FIELDS[1], FIELDS[0]] }],
		['field-names-not-unique', { fields: [...FIELDS, FIELDS[1]] }],
		['invalid-field-names', { fields: [...FIELDS, { name: 'a b', type: 'string' }] }],
		['invalid-field-types', { fields: [...FIELDS, { name: 'a', type: 'date' }] }],
		['invalid-fields', { fields: 'id' }],
		['too-many-fields', { fields: [...FIELDS, ...Array.from({ length: 498 }, (_, at) => ({ name: `f${at}`, type: 'string' }))] }],
	])('refuses: %s', async (id, catalog) => {
		expect(await create(catalog)).toMatchObject({ status: 400, body: errorId(id) });
	});

	it('takes one catalog a call', async () => {
		expect((await braze.call('POST', '/catalogs', { catalogs: [{}, {}] })).body).toMatchObject(errorId('too-many-catalog-atoms'));
		expect((await braze.call('POST', '/catalogs', {})).body).toMatchObject(errorId('catalog-array-invalid'));
		expect(await braze.call('DELETE', '/catalogs/nowhere')).toMatchObject({ status: 404, body: errorId('catalog-not-found') });
	});
});

describe('fields', () => {
	it('are added and removed after the answer', async () => {
		expect((await braze.call('POST', '/catalogs/Local_Offers/fields', { fields: [{ name: 'Until', type: 'time' }] })).status).toBe(202);
		expect(await fieldsOf('Local_Offers')).not.toContain('Until');
		braze.world.age(5_000);
		expect(await fieldsOf('Local_Offers')).toContain('Until');
		expect((await braze.call('DELETE', '/catalogs/Local_Offers/fields/Offer')).status).toBe(202);
		braze.world.age(5_000);
		expect(await fieldsOf('Local_Offers')).not.toContain('Offer');
		expect((await braze.call('GET', '/catalogs/Local_Offers/items/lyon-01')).body.items).toEqual([expect.not.objectContaining({ Offer: expect.anything() })]);
	});

	it('refuses 51 at once, a taken name, id, an unknown field and an unknown catalog', async () => {
		const many = Array.from({ length: 51 }, (_, at) => ({ name: `f${at}`, type: 'string' }));
		expect((await braze.call('POST', '/catalogs/Local_Offers/fields', { fields: many })).body).toMatchObject(errorId('request-includes-too-many-fields'));
		expect((await braze.call('POST', '/catalogs/Local_Offers/fields', { fields: [{ name: 'City', type: 'string' }] })).status).toBe(400);
		expect(await braze.call('DELETE', '/catalogs/Local_Offers/fields/id')).toMatchObject({ status: 404, body: errorId('invalid-field-name') });
		expect((await braze.call('DELETE', '/catalogs/Local_Offers/fields/nope')).status).toBe(404);
		expect(await braze.call('POST', '/catalogs/nowhere/fields', { fields: many })).toMatchObject({ status: 404, body: errorId('catalog-not-found') });
	});
});

describe('selections', () => {
	const PATH = '/catalogs/Local_Offers/selections';
	const select = async (selection: object) => await braze.call('POST', PATH, { selection: { name: 'cheap', ...selection } });

	it('are added after the answer, keep their fields from being removed, and go again', async () => {
		const made = await select({ filters: [{ field: 'Price', operator: 'less than', value: 5 }], results_limit: 5, sort_field: 'Price', sort_order: 'asc' });
		expect(made).toMatchObject({ status: 202, body: { message: 'success' } });
		braze.world.age(5_000);
		expect((await select({})).body).toMatchObject(errorId('selection-name-already-exists'));
		expect((await braze.call('DELETE', '/catalogs/Local_Offers/fields/Price')).body).toMatchObject(errorId('field-referenced-by-selection'));
		expect((await braze.call('DELETE', `${PATH}/cheap`)).status).toBe(202);
		braze.world.age(5_000);
		expect((await braze.call('DELETE', `${PATH}/cheap`)).status).toBe(404);
		expect((await select({})).status).toBe(202);
	});

	it.each([
		['too-many-filters', { filters: Array.from({ length: 5 }, () => ({ field: 'Price', operator: 'equals', value: 1 })) }],
		['selection-has-invalid-filter', { filters: [{ field: 'City', operator: 'greater than', value: 'A' }] }],
		['selection-has-invalid-filter', { filters: [{ field: 'Nowhere', operator: 'equals', value: 'A' }] }],
		['selection-contains-too-many-arrays', { filters: ['Crêpe', 'Galette'].map((value) => ({ field: 'Dishes', operator: 'includes value', value })) }],
		['selection-invalid-results-limit', { results_limit: 51 }],
		['invalid-sorting', { sort_field: 'Price' }],
		['invalid-sort-field', { sort_field: 'Nowhere', sort_order: 'asc' }],
		['invalid-sort-order', { sort_field: 'Price', sort_order: 'up' }],
		['invalid-selection', { name: '' }],
	])('refuses: %s', async (id, selection) => {
		expect(await select(selection)).toMatchObject({ status: 400, body: errorId(id) });
	});
});
