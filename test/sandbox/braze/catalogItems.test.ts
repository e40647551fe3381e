import { startBraze, type BrazeSandbox } from './harness';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze({ waitFactor: 1 });
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const ITEMS = '/catalogs/Local_Offers/items';
const errorId = (id: string) => ({ message: 'Invalid Request', errors: [expect.objectContaining({ id })] });
const item = async (id: string) => ((await braze.call('GET', `${ITEMS}/${id}`)).body.items as unknown[] | undefined)?.[0];
const bulk = async (method: string, items: unknown) => await braze.call(method, ITEMS, { items });

describe('one item, at once', () => {
	it('is created, edited, replaced and removed', async () => {
		expect(await braze.call('POST', `${ITEMS}/nice-01`, { items: [{ City: 'Nice', Price: '7.5', Open: 'true', Dishes: ['Socca'] }] })).toMatchObject({ status: 201, body: { message: 'success' } });
		expect(await item('nice-01')).toEqual({ id: 'nice-01', City: 'Nice', Price: 7.5, Open: true, Dishes: ['Socca'] });
		expect((await braze.call('PATCH', `${ITEMS}/nice-01`, { items: [{ Price: 9, Open: null, Dishes: { $add: ['Pan bagnat'], $remove: ['Socca'] } }] })).status).toBe(200);
		expect(await item('nice-01')).toEqual({ id: 'nice-01', City: 'Nice', Price: 9, Dishes: ['Pan bagnat'] });
		expect((await braze.call('PUT', `${ITEMS}/nice-01`, { items: [{ City: 'Nizza' }] })).status).toBe(200);
		expect(await item('nice-01')).toEqual({ id: 'nice-01', City: 'Nizza' });
		expect((await braze.call('DELETE', `${ITEMS}/nice-01`)).status).toBe(200);
		expect(await braze.call('GET', `${ITEMS}/nice-01`)).toMatchObject({ status: 404, body: errorId('item-not-found') });
	});

	it('PUT makes an item that is not there; PATCH and DELETE do not', async () => {
		expect((await braze.call('PUT', `${ITEMS}/nice-02`, { items: [{ City: 'Nice' }] })).status).toBe(200);
		expect(await item('nice-02')).toEqual({ id: 'nice-02', City: 'Nice' });
		expect((await braze.call('PATCH', `${ITEMS}/nope`, { items: [{ City: 'Nice' }] })).status).toBe(404);
		expect((await braze.call('DELETE', `${ITEMS}/nope`)).status).toBe(404);
	});

	it.each([
		['item-already-exists', 'lyon-01', [{ City: 'Lyon' }]],
		['id-in-body', 'x', [{ id: 'x', City: 'Lyon' }]],
		['invalid-ids', 'x%20y', [{ City: 'Lyon' }]],
		['request-includes-too-many-items', 'x', [{ City: 'Lyon' }, { City: 'Nice' }]],
		['item-array-invalid', 'x', { City: 'Lyon' }],
		['invalid-fields', 'x', [{ Country: 'FR' }]],
		['unable-to-coerce-value', 'x', [{ Price: 'much' }]],
		['items-too-large', 'x', [{ City: 'x'.repeat(5_001) }]],
		['invalid-keys-in-value-object', 'x', [{ Dishes: [{ 'a.b': 1 }] }]],
		['invalid-keys-in-value-object', 'x', [{ Dishes: { $add: ['a'] } }]],
	])('POST refuses: %s', async (id, itemId, items) => {
		expect(await braze.call('POST', `${ITEMS}/${itemId}`, { items })).toMatchObject({ status: 400, body: errorId(id) });
	});

	it('shares its limit of 50 a minute with the list', async () => {
		const answer = await braze.call('GET', ITEMS);
		expect(answer.headers.get('x-ratelimit-limit')).toBe('50');
		expect((await braze.call('GET', `${ITEMS}/lyon-01`)).headers.get('x-ratelimit-remaining')).toBe('48');
	});
});

describe('up to 50 items, after the answer', () => {
	it('POST adds, and passes over what is there', async () => {
		expect(await bulk('POST', [{ id: 'a', City: 'A' }, { id: 'lyon-01', City: 'B' }])).toMatchObject({ status: 202, body: { message: 'success' } });
		expect(await item('a')).toBeUndefined();
		braze.world.age(5_000);
		expect(await item('a')).toEqual({ id: 'a', City: 'A' });
		expect(await item('lyon-01')).toMatchObject({ City: 'Lyon' });
		await braze.note('not added: lyon-01');
	});

	it('PATCH edits, PUT replaces, DELETE removes', async () => {
		await bulk('PATCH', [{ id: 'lyon-01', Price: 4 }, { id: 'nope', Price: 4 }]);
		await bulk('PUT', [{ id: 'paris-01', City: 'Paris' }]);
		braze.world.age(5_000);
		expect(await item('lyon-01')).toMatchObject({ City: 'Lyon', Price: 4 });
		expect(await item('paris-01')).toEqual({ id: 'paris-01', City: 'Paris' });
		expect(await item('nope')).toBeUndefined();
		expect((await bulk('DELETE', [{ id: 'lyon-01' }, { id: 'nope' }])).status).toBe(202);
		braze.world.age(5_000);
		expect(await item('lyon-01')).toBeUndefined();
	});

	it.each([
		['request-includes-too-many-items', Array.from({ length: 51 }, (_, at) => ({ id: `i${at}` }))],
		['items-missing-ids', [{ id: 'a' }, { City: 'B' }]],
		['ids-not-strings', [{ id: 7 }]],
		['ids-not-unique', [{ id: 'a' }, { id: 'a' }]],
		['invalid-ids', [{ id: 'a b' }]],
		['ids-too-large', [{ id: 'x'.repeat(251) }]],
		['item-array-invalid', [1]],
	])('refuses: %s, and does nothing of the call', async (id, items) => {
		for (const method of ['POST', 'PATCH', 'PUT', 'DELETE']) expect(await bulk(method, items)).toMatchObject({ status: 400, body: errorId(id) });
		braze.world.age(5_000);
		expect(await item('a')).toBeUndefined();
	});

	it('checks the fields of all items', async () => {
		expect((await bulk('POST', [{ id: 'a', City: 'A' }, { id: 'b', Country: 'FR' }])).body).toEqual({
			message: 'Invalid Request',
			errors: [{ id: 'invalid-fields', message: 'Some of the fields given do not exist in the catalog', parameters: ['id'], parameter_values: ['b'] }],
		});
	});

	it('has the asynchronous limit, and 404 for an unknown catalog', async () => {
		expect((await bulk('POST', [{ id: 'a' }])).headers.get('x-ratelimit-limit')).toBe('16000');
		expect(await braze.call('POST', '/catalogs/nowhere/items', { items: [{ id: 'a' }] })).toMatchObject({ status: 404, body: errorId('catalog-not-found') });
	});
});

describe('GET items', () => {
	const fill = async (count: number) => {
		for (let from = 0; from < count; from += 50) {
			await bulk('POST', Array.from({ length: Math.min(50, count - from) }, (_, at) => ({ id: `i${from + at}` })));
		}
		braze.world.age(5_000);
	};

	it('has no Link header for one page', async () => {
		expect((await braze.call('GET', ITEMS)).headers.get('link')).toBeNull();
	});

	it('gives 50 a page, and the Link header names the others', async () => {
		await fill(118);
		const first = await braze.call('GET', ITEMS);
		expect(first.body.items).toHaveLength(50);
		expect(first.headers.get('link')).toBe(`<${ITEMS}?cursor=c2tpcDo1MA==>; rel="next"`);
		const second = await braze.call('GET', `${ITEMS}?cursor=c2tpcDo1MA==`);
		expect(second.headers.get('link')).toBe(`<${ITEMS}?cursor=c2tpcDow>; rel="prev",<${ITEMS}?cursor=c2tpcDoxMDA=>; rel="next"`);
		const last = await braze.call('GET', `${ITEMS}?cursor=c2tpcDoxMDA=`);
		expect(last.body.items).toHaveLength(20);
		expect(last.headers.get('link')).toBe(`<${ITEMS}?cursor=c2tpcDo1MA==>; rel="prev"`);
	});

	it('refuses a cursor that is none', async () => {
		expect((await braze.call('GET', `${ITEMS}?cursor=bad`)).body).toEqual({
			message: 'Invalid Request',
			errors: [{ id: 'invalid-cursor', message: "'cursor' is not valid", parameters: ['cursor'], parameter_values: ['bad'] }],
		});
	});
});
