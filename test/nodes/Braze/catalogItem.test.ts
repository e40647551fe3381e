import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { Braze } from '../../../nodes/Braze/Braze.node';
import { closedNetwork, RESET } from '../../support/network';
import { formContext } from '../../support/n8n';
import { api, CONTINUE, credentials, recorder, runBraze } from './braze';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const OK = { message: 'success' };
const CATALOG = { __rl: true, mode: 'id', value: 'offers' };
const ITEMS = '/catalogs/offers/items';
const mapped = (value: Record<string, unknown>) => ({
	mappingMode: 'defineBelow',
	value,
	schema: Object.keys(value).map((id) => ({ id, displayName: id, type: 'string', required: false, defaultMatch: false, display: true })),
});
const item = (operation: string, more: IDataObject = {}): INodeParameters => ({ resource: 'catalogItem', operation, catalog: CATALOG, itemId: 'paris-01', ...more }) as INodeParameters;
const bulk = (operation: string, more: IDataObject = {}) => item(operation, { itemId: '={{ $json.id }}', values: mapped({ City: '={{ $json.city }}' }), ...more });
const cities = (count: number, first = 0) => Array.from({ length: count }, (_, index) => ({ id: `i${first + index}`, city: `C${first + index}` }));
const refusal = (id: string, named: Record<string, unknown>) => ({ message: 'Invalid Request', errors: [{ id, message: `about ${id}`, parameters: Object.keys(named), parameter_values: Object.values(named) }] });
const errorOf = async (parameters: INodeParameters) => (await runBraze(parameters, [{}], CONTINUE)).main[1][0].json.error;
const idsOf = (body: IDataObject): unknown[] => (body.items as IDataObject[]).map(({ id }) => id);

describe('one item, at once', () => {
	const VALUES = { values: mapped({ City: 'Paris' }), more: { valuesJson: '{"Price": 12, "Dishes": ["Crêpe"]}' } };
	const body = { items: [{ City: 'Paris', Price: 12, Dishes: ['Crêpe'] }] };

	it.each([
		['create', 'post', 201, { created: true }],
		['update', 'patch', 200, { updated: true }],
		['replace', 'put', 200, { replaced: true }],
	] as const)('%s: its ID stands in the path alone', async (operation, method, status, done) => {
		api()[method](`${ITEMS}/paris-01`, body).reply(status, OK);
		expect((await runBraze(item(operation, VALUES))).main[0][0].json).toEqual({ catalog: 'offers', itemId: 'paris-01', ...done });
	});

	it('get and delete', async () => {
		api().get(`${ITEMS}/paris-01`).reply(200, { ...OK, items: [{ id: 'paris-01', City: 'Paris' }] });
		expect((await runBraze(item('get'))).main[0].map(({ json }) => json)).toEqual([{ id: 'paris-01', City: 'Paris' }]);
		api().delete(`${ITEMS}/paris-01`).reply(200, OK);
		expect((await runBraze(item('delete'))).main[0][0].json).toMatchObject({ deleted: true });
	});

	it('a creation whose answer was lost is unknown, one that is taken a conflict', async () => {
		api().post(`${ITEMS}/paris-01`).replyWithError(RESET);
		expect(await errorOf(item('create', VALUES))).toMatchObject({ class: 'unknownOutcome' });
		api().post(`${ITEMS}/paris-01`).reply(400, refusal('item-already-exists', { item_id: 'paris-01' }));
		expect(await errorOf(item('create', VALUES))).toMatchObject({ class: 'conflict', code: 'item-already-exists' });
	});

	it.each([
		['Item ID', item('create', { ...VALUES, itemId: 'a b' })],
		['Values', item('update')],
		['Values as JSON', item('create', { more: { valuesJson: '{"id": "x"}' } })],
	])('is refused by the name of what is wrong: %s', async (displayName, parameters) => {
		expect(await errorOf(parameters)).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(new RegExp(`^${displayName}: `)) });
	});

	it('names the permission that the key lacks', async () => {
		api().put(`${ITEMS}/paris-01`).reply(403, { message: 'Access Denied' });
		expect(await errorOf(item('replace', VALUES))).toMatchObject({ class: 'forbidden', fix: expect.stringContaining('"catalogs.replace_item"') });
	});
});

it('lists page by page by the Link header', async () => {
	api().get(ITEMS).reply(200, { ...OK, items: cities(50) }, { Link: '</catalogs/offers/items?cursor=c2tpcDo1MA=>; rel="next"' });
	api().get(ITEMS).query({ cursor: 'c2tpcDo1MA=' }).reply(200, { ...OK, items: cities(1, 50) }, { Link: '</catalogs/offers/items?cursor=c2tpcDow>; rel="prev"' });
	expect((await runBraze(item('getMany', { returnAll: true }))).main[0].map(({ json }) => json)).toEqual(cities(51));
});

describe('in bulk', () => {
	it.each([['createBulk', 'post'], ['updateBulk', 'patch'], ['replaceBulk', 'put']] as const)('%s: 50 a call, in order', async (operation, method) => {
		const { bodies, keep } = recorder();
		api()[method](ITEMS, keep).times(2).reply(202, OK);
		const { main } = await runBraze(bulk(operation), cities(51));
		expect(bodies).toEqual([cities(50), cities(1, 50)].map((some) => ({ items: some.map(({ id, city }) => ({ City: city, id })) })));
		expect(main[0][50].json).toEqual({ catalog: 'offers', itemId: 'i50', queued: true });
	});

	it('delete: IDs alone, in the body of the call', async () => {
		api().delete(ITEMS, { items: [{ id: 'i0' }, { id: 'i1' }] }).reply(202, OK);
		expect((await runBraze(item('deleteBulk', { itemId: '={{ $json.id }}' }), cities(2))).main[0]).toHaveLength(2);
	});

	it('planted bad ones fail alone: the call goes out again without them', async () => {
		const { bodies, keep } = recorder();
		api().post(ITEMS, keep).reply(400, refusal('invalid-fields', { id: 'i3' })).post(ITEMS, keep).reply(400, refusal('unable-to-coerce-value', { id: 'i7', City: 'i1' })).post(ITEMS, keep).reply(202, OK);
		const { main } = await runBraze(bulk('createBulk'), cities(10), CONTINUE);
		expect(bodies.map((body) => idsOf(body as IDataObject).length)).toEqual([10, 9, 8]);
		expect(main[1].map(({ json }) => [json.id, (json.error as IDataObject).code])).toEqual([['i3', 'invalid-fields'], ['i7', 'unable-to-coerce-value']]);
		expect(main[0].map(({ json }) => json.itemId)).toEqual(['i0', 'i1', 'i2', 'i4', 'i5', 'i6', 'i8', 'i9']);
	});

	it('a refusal that names none of them fails all, once', async () => {
		api().post(ITEMS).reply(404, refusal('catalog-not-found', { catalog_name: 'i0' }));
		const { main } = await runBraze(bulk('createBulk'), cities(2), CONTINUE);
		expect(main[1].map(({ json }) => (json.error as IDataObject).class)).toEqual(['notFound', 'notFound']);
	});

	it('one ID twice goes in two calls', async () => {
		const { bodies, keep } = recorder();
		api().put(ITEMS, keep).times(2).reply(202, OK);
		await runBraze(bulk('replaceBulk'), [{ id: 'a', city: '1' }, { id: 'b', city: '1' }, { id: 'a', city: '2' }]);
		expect(bodies.map((body) => idsOf(body as IDataObject))).toEqual([['a', 'b'], ['a']]);
	});

	it('an update that adds to an array is not sent again after a lost connection, another one is', async () => {
		const adding = bulk('updateBulk', { more: { valuesJson: '{"Dishes": {"$add": ["Galette"]}}' } });
		api().patch(ITEMS).replyWithError(RESET);
		expect((await runBraze(adding, cities(1), CONTINUE)).main[1][0].json.error).toMatchObject({ class: 'unknownOutcome' });
		api().patch(ITEMS).replyWithError(RESET).patch(ITEMS).reply(202, OK);
		expect((await runBraze(bulk('updateBulk'), cities(1))).error).toBeUndefined();
	});
});

it('offers the fields of the chosen catalog, with their types', async () => {
	const nodeType = new Braze();
	api().get('/catalogs').reply(200, { ...OK, catalogs: [{ name: 'other', fields: [] }, { name: 'offers', fields: [{ name: 'id', type: 'string' }, { name: 'City', type: 'string' }, { name: 'From', type: 'time' }] }] });
	const context = formContext({ nodeType, parameters: { resource: 'catalogItem', operation: 'create', catalog: CATALOG }, credentials: credentials() });
	const { fields } = await nodeType.methods.resourceMapping.getCatalogFields.call(context);
	expect(fields.map(({ id, type }) => [id, type])).toEqual([['City', 'string'], ['From', 'dateTime']]);
});
