import type { IDataObject } from 'n8n-workflow';
import { closedNetwork, RESET } from '../../support/network';
import { api, assignments, CONTINUE, recorder, runBraze } from './braze';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const TIME = '2026-11-21T09:30:00.000Z';
const EVENT = { resource: 'user', operation: 'trackEvents', userId: '={{ $json.id }}', eventName: 'rented_movie', time: TIME };
const PURCHASE = { resource: 'user', operation: 'trackPurchases', userId: '={{ $json.id }}', productId: 'sku-1', price: 12.5, currency: 'eur', time: TIME };
const MIXED = {
	resource: 'user',
	operation: 'track',
	kind: '={{ $json.kind }}',
	userId: '={{ $json.id }}',
	attributes: assignments({ plan: ['string', 'gold'] }),
	eventName: 'visit',
	productId: 'sku-1',
	price: 1,
	currency: 'USD',
	time: TIME,
};
const OK = { message: 'success' };
const users = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `u${index}` }));
const list = (value: unknown): IDataObject[] => (Array.isArray(value) ? value : []);
const errorOf = async (parameters: Parameters<typeof runBraze>[0], items: IDataObject[] = [{ id: 'u0' }]) => (await runBraze(parameters, items, CONTINUE)).main[1][0].json.error;

describe('events', () => {
	it('go out with name, time, app and properties', async () => {
		api()
			.post('/users/track', { events: [{ name: 'rented_movie', time: TIME, app_id: 'app-1', properties: { stars: 5, extra: null }, external_id: 'u0' }] })
			.reply(201, { ...OK, events_processed: 1 });
		const { main } = await runBraze({ ...EVENT, properties: assignments({ stars: ['number', 5] }), more: { appId: 'app-1', propertiesJson: '{"extra": null}' } }, users(1));
		expect(main[0].map(({ json }) => json)).toEqual([{ userId: 'u0', identifiedBy: 'external_id', queued: true }]);
	});

	it.each([['email', 'ada@example.com', { email: 'ada@example.com' }], ['phone', '+15551234567', { phone: '+15551234567' }], ['braze_id', 'b', { braze_id: 'b' }]])('find the user by %s', async (identifyBy, id, sent) => {
		api().post('/users/track', { events: [{ name: 'rented_movie', time: TIME, ...sent }] }).reply(201, OK);
		expect((await runBraze({ ...EVENT, identifyBy }, [{ id }])).error).toBeUndefined();
	});

	it('take the time of now where none is given', async () => {
		const { bodies, keep } = recorder();
		api().post('/users/track', keep).reply(201, OK);
		const before = Date.now();
		await runBraze({ ...EVENT, time: '' }, users(1));
		const sent = Date.parse(String(list(bodies[0].events)[0].time));
		expect(sent).toBeGreaterThanOrEqual(before);
		expect(sent).toBeLessThanOrEqual(Date.now());
	});

	it.each([
		['Event Name', { eventName: '={{ "" }}' }],
		['Event Name', { eventName: 'x'.repeat(256) }],
		['Properties', { properties: assignments({ time: ['string', 'x'] }) }],
		['Properties', { properties: assignments({ $x: ['string', 'x'] }) }],
		['Properties', { properties: assignments({ text: ['string', 'x'.repeat(256)] }) }],
		['Properties', { more: { propertiesJson: JSON.stringify({ many: Array.from({ length: 1000 }, () => 'x'.repeat(200)) }) } }],
		['User ID', { identifyBy: 'phone' }],
		['User ID', { identifyBy: 'email' }],
		['Batch Size', { more: { batchSize: 76 } }],
	])('are refused by the name of what is wrong: %s', async (displayName, change) => {
		expect(await errorOf({ ...EVENT, ...change })).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(new RegExp(`^${displayName}: `)) });
	});
});

describe('purchases', () => {
	it('go out with product, price, currency and quantity', async () => {
		api().post('/users/track', { purchases: [{ product_id: 'sku-1', currency: 'EUR', price: 12.5, quantity: 2, time: TIME, external_id: 'u0' }] }).reply(201, OK);
		expect((await runBraze({ ...PURCHASE, quantity: 2 }, users(1))).error).toBeUndefined();
	});

	it.each([
		['Product ID', { productId: '={{ "" }}' }],
		['Product ID', { productId: 'x'.repeat(256) }],
		['Price', { price: '' }],
		['Price', { price: -1 }],
		['Currency', { currency: 'euro' }],
		['Quantity', { quantity: 101 }],
	])('are refused by the name of what is wrong: %s', async (displayName, change) => {
		expect(await errorOf({ ...PURCHASE, ...change })).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(new RegExp(`^${displayName}: `)) });
	});
});

describe('attributes', () => {
	it.each([['gender', 'female'], ['dob', '31.12.1990'], ['email_subscribe', 'yes'], ['push_subscribe', 'true']])('a %s that Braze would drop in silence is refused', async (name, value) => {
		const parameters = { resource: 'user', operation: 'trackAttributes', userId: 'u0', attributes: assignments({ [name]: ['string', value] }) };
		expect(await errorOf(parameters)).toMatchObject({ class: 'invalidInput', message: expect.stringContaining(`"${name}"`) });
	});
});

describe('never sent twice', () => {
	it.each([['events', EVENT], ['purchases', PURCHASE], ['a mixed call with an event', MIXED]])('%s whose connection was lost are unknown', async (_, parameters) => {
		api().post('/users/track').replyWithError(RESET);
		const { main } = await runBraze(parameters, [{ id: 'u0', kind: 'attributes' }, { id: 'u1', kind: 'events' }], CONTINUE);
		expect(main[1].map(({ json }) => json.error)).toMatchObject([{ class: 'unknownOutcome' }, { class: 'unknownOutcome' }]);
	});

	it.each([500, 504])('nor after %i', async (status) => {
		api().post('/users/track').reply(status);
		expect(await errorOf(EVENT)).toMatchObject({ class: 'unknownOutcome', status });
	});

	it('but after 503, which Braze refused', async () => {
		api().post('/users/track').reply(503).post('/users/track').reply(201, OK);
		expect((await runBraze(EVENT, users(1))).error).toBeUndefined();
	});

	it('a mixed call of plain attributes goes out again', async () => {
		api().post('/users/track').reply(500).post('/users/track').reply(201, OK);
		expect((await runBraze(MIXED, [{ id: 'u0', kind: 'attributes' }])).error).toBeUndefined();
	});
});

describe('objects of all kinds in one call', () => {
	const kinds = ['attributes', 'events', 'purchases'];
	const items = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `u${index}`, kind: kinds[index % 3] }));

	it('need only the fields of their own kind, the kind being an expression', async () => {
		api().post('/users/track', { attributes: [{ plan: 'gold', external_id: 'u0' }], events: [{ name: 'visit', time: TIME, external_id: 'u1' }] }).reply(201, OK);
		const { productId, price, currency, ...noPurchase } = MIXED;
		const { main } = await runBraze(noPurchase, [{ id: 'u0', kind: 'attributes' }, { id: 'u1', kind: 'events' }, { id: 'u2', kind: 'purchases' }], CONTINUE);
		expect(main[0].map(({ json }) => json.userId)).toEqual(['u0', 'u1']);
		expect([productId, price, currency, main[1][0].json.error]).toEqual(['sku-1', 1, 'USD', expect.objectContaining({ class: 'invalidInput', message: 'Product ID: is missing' })]);
	});

	it('stand in the array of their kind, 75 counted together', async () => {
		const { bodies, keep } = recorder();
		api().post('/users/track', keep).times(2).reply(201, OK);
		const { main } = await runBraze(MIXED, items(80));
		expect(bodies.map((body) => kinds.map((kind) => list(body[kind]).length))).toEqual([[25, 25, 25], [2, 2, 1]]);
		expect(list(bodies[0].events)[0]).toEqual({ name: 'visit', time: TIME, external_id: 'u1' });
		expect(main[0].map(({ json }) => json.userId)).toEqual(items(80).map(({ id }) => id));
	});

	it('fail by array and index, each on its own item', async () => {
		const errors = [
			{ type: 'bad attribute', input_array: 'attributes', index: 1 },
			{ type: 'bad event', input_array: 'events', index: 0 },
			{ type: 'bad purchase', input_array: 'purchases', index: 1 },
		];
		api().post('/users/track').reply(201, { ...OK, errors });
		const { main } = await runBraze(MIXED, items(9), CONTINUE);
		expect(main[1].map(({ json }) => [json.id, (json.error as IDataObject).message])).toEqual([
			['u1', 'Braze: bad event'],
			['u3', 'Braze: bad attribute'],
			['u5', 'Braze: bad purchase'],
		]);
		expect(main[0].map(({ json }) => json.userId)).toEqual(['u0', 'u2', 'u4', 'u6', 'u7', 'u8']);
	});

	it('an error that names an index but no array is nobody\'s: all are unknown', async () => {
		api().post('/users/track').reply(201, { ...OK, errors: [{ type: 'bad', index: 0 }] });
		const { main } = await runBraze(MIXED, items(3), CONTINUE);
		expect(main[1].map(({ json }) => (json.error as IDataObject).class)).toEqual(['unknownOutcome', 'unknownOutcome', 'unknownOutcome']);
	});
});

it('10,000 events go out in 134 calls, and 50 bad ones are each found on their own item', async () => {
	const bad = new Set(Array.from({ length: 50 }, (_, index) => `u${index * 197 + 3}`));
	let calls = 0;
	api()
		.post('/users/track')
		.times(134)
		.reply(201, (_, body) => {
			calls++;
			const errors = list((body as IDataObject).events).flatMap(({ external_id: id }, index) => (bad.has(String(id)) ? [{ type: 'planted', input_array: 'events', index }] : []));
			return { ...OK, ...(errors.length > 0 ? { errors } : {}) };
		});
	const { main } = await runBraze(EVENT, users(10_000), CONTINUE);
	expect(calls).toBe(134);
	expect(new Set(main[1].map(({ json }) => String(json.id)))).toEqual(bad);
	expect(main[0]).toHaveLength(9950);
});

describe('the bulk endpoint', () => {
	const BULK = { ...EVENT, more: { bulk: true } };

	it('takes 1,000 objects a call', async () => {
		const { bodies, keep } = recorder();
		api().post('/users/track/bulk', keep).times(2).reply(201, OK);
		await runBraze(BULK, users(1001));
		expect(bodies.map(({ events }) => list(events).length).sort((a, b) => b - a)).toEqual([1000, 1]);
	});

	it('takes 2 MB a call: more is split, in order', async () => {
		const { bodies, keep } = recorder();
		api().post('/users/track/bulk', keep).times(2).reply(201, OK);
		const large = JSON.stringify({ many: Array.from({ length: 300 }, () => 'x'.repeat(250)) });
		const { main } = await runBraze({ ...BULK, more: { bulk: true, propertiesJson: large } }, users(30));
		for (const body of bodies) expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThan(2_000_000);
		expect(bodies.flatMap(({ events }) => list(events).map(({ external_id: id }) => id))).toEqual(users(30).map(({ id }) => id));
		expect(main[0]).toHaveLength(30);
	});

	it('takes 100 objects of one profile a call', async () => {
		const { bodies, keep } = recorder();
		api().post('/users/track/bulk', keep).times(2).reply(201, OK);
		await runBraze(BULK, Array.from({ length: 130 }, () => ({ id: 'same' })));
		expect(bodies.map(({ events }) => list(events).length)).toEqual([100, 30]);
	});

	it('a part that is lost leaves the outcome of the other part alone', async () => {
		api().post('/users/track/bulk', ({ events }) => events.length === 100).reply(201, OK);
		api().post('/users/track/bulk', ({ events }) => events.length === 30).replyWithError(RESET);
		const { main } = await runBraze(BULK, Array.from({ length: 130 }, () => ({ id: 'same' })), CONTINUE);
		expect([main[0].length, main[1].length]).toEqual([100, 30]);
		expect(main[1][0].json.error).toMatchObject({ class: 'unknownOutcome' });
	});
});

describe('the synchronous endpoint', () => {
	const SYNC = { ...MIXED, operation: 'trackSync' };

	it('writes one object and gives what stands in the profile', async () => {
		api()
			.post('/users/track/sync', { attributes: [{ plan: 'gold', external_id: 'u0', _update_existing_only: true }] })
			.reply(201, { users: [{ external_id: 'u0', custom_attributes: { plan: 'gold' } }], message: 'success' });
		const { main } = await runBraze({ ...SYNC, more: { updateExistingOnly: true } }, [{ id: 'u0', kind: 'attributes' }]);
		expect(main[0][0].json).toEqual({ userId: 'u0', identifiedBy: 'external_id', found: true, external_id: 'u0', custom_attributes: { plan: 'gold' } });
	});

	it('says so where no user was found', async () => {
		api().post('/users/track/sync').reply(201, { users: [], message: 'success' });
		expect((await runBraze(SYNC, [{ id: 'u0', kind: 'attributes' }])).main[0][0].json).toMatchObject({ found: false });
	});

	it('never repeats an event, and waits for each answer of one user', async () => {
		api().post('/users/track/sync', ({ events }) => events !== undefined).replyWithError(RESET);
		api().post('/users/track/sync', ({ attributes }) => attributes !== undefined).reply(201, { users: [{}], message: 'success' });
		const { main } = await runBraze(SYNC, [{ id: 'u0', kind: 'events' }, { id: 'u0', kind: 'attributes' }], CONTINUE);
		expect(main[1][0].json.error).toMatchObject({ class: 'unknownOutcome' });
		expect(main[0]).toHaveLength(1);
	});
});
