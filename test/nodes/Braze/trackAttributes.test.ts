import { closedNetwork } from '../../support/network';
import { api, assignments, CONTINUE, recorder, runBraze } from './braze';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const TRACK = { resource: 'user', operation: 'trackAttributes', userId: '={{ $json.id }}' };
const users = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `u${index}` }));
const OK = { message: 'success', attributes_processed: 1 };

it('writes attributes with their types, one object a user, in one call', async () => {
	api()
		.post('/users/track', {
			attributes: [
				{ plan: 'gold', zendesk_ticket_open: true, visits: 7, tags: { add: ['x'] }, external_id: 'u0' },
				{ plan: 'gold', zendesk_ticket_open: true, visits: 7, tags: { add: ['x'] }, external_id: 'u1' },
			],
		})
		.matchHeader('content-type', /application\/json/)
		.reply(201, { message: 'success', attributes_processed: 2 });
	const attributes = assignments({ plan: ['string', 'gold'], zendesk_ticket_open: ['boolean', true], visits: ['number', 7], tags: ['object', '{"add":["x"]}'] });
	const { main, error } = await runBraze({ ...TRACK, attributes }, users(2));
	expect(error).toBeUndefined();
	expect(main[0].map(({ json, pairedItem }) => [json, pairedItem])).toEqual([
		[{ userId: 'u0', identifiedBy: 'external_id', queued: true }, { item: 0 }],
		[{ userId: 'u1', identifiedBy: 'external_id', queued: true }, { item: 1 }],
	]);
});

it('names users by Braze ID or alias, and takes JSON with null and the update-only mark', async () => {
	api().post('/users/track', { attributes: [{ a: 1, first_name: null, braze_id: 'u0', _update_existing_only: true }] }).reply(201, OK);
	const attributes = assignments({ a: ['number', 1] });
	await runBraze({ ...TRACK, identifyBy: 'braze_id', attributes, more: { attributesJson: '{"first_name": null}', updateExistingOnly: true } }, users(1));

	api().post('/users/track', { attributes: [{ a: 1, user_alias: { alias_name: 'u0', alias_label: 'messenger' } }] }).reply(201, OK);
	await runBraze({ ...TRACK, identifyBy: 'user_alias', aliasLabel: 'messenger', attributes }, users(1));
});

it('an identifier among the attributes cannot change whose profile is written', async () => {
	api().post('/users/track', { attributes: [{ external_id: 'u0' }] }).reply(201, OK);
	await runBraze({ ...TRACK, attributes: assignments({ external_id: ['string', 'somebody-else'] }) }, users(1));
});

it('an alias without its label is refused by name', async () => {
	const { main } = await runBraze({ ...TRACK, identifyBy: 'user_alias', attributes: assignments({ a: ['number', 1] }) }, users(1), CONTINUE);
	expect(main[1][0].json.error).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(/^Alias Label: /) });
});

describe('batches', () => {
	it('75 objects a call, and the rest in another', async () => {
		const { bodies, keep } = recorder();
		api().post('/users/track', keep).times(3).reply(201, OK);
		const { main } = await runBraze(TRACK, users(160));
		expect(bodies.map(({ attributes }) => (Array.isArray(attributes) ? attributes.length : 0)).sort((a, b) => b - a)).toEqual([75, 75, 10]);
		expect(main[0].map(({ json }) => json.userId)).toEqual(users(160).map(({ id }) => id));
	});

	it('50, where an older contract takes no more', async () => {
		const { bodies, keep } = recorder();
		api().post('/users/track', keep).times(2).reply(201, OK);
		await runBraze({ ...TRACK, more: { batchSize: 50 } }, users(51));
		expect(bodies.map(({ attributes }) => (Array.isArray(attributes) ? attributes.length : 0)).sort((a, b) => b - a)).toEqual([50, 1]);
	});

	it('a bad one among 75 fails on its own item, found by input_array and index', async () => {
		const type = '\'external_id\' or \'braze_id\' or \'user_alias\' is required';
		api().post('/users/track').reply(201, { message: 'success', errors: [{ type, input_array: 'attributes', index: 40 }] });
		api().post('/users/track').reply(201, { message: 'success', errors: [{ type: 'Bad value', input_array: 'attributes', index: 1 }] });
		const { main } = await runBraze(TRACK, users(80), CONTINUE);
		expect(main[0]).toHaveLength(78);
		expect(main[1].map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([['u40', { item: 40 }], ['u76', { item: 76 }]]);
		expect(main[1][0].json.error).toMatchObject({ class: 'invalidInput', vendor: 'Braze', status: 201, message: `Braze: ${type}`, fix: expect.stringMatching(/./) });
	});

	it.each([
		['a plain text', ['something was wrong']],
		['an object without an index', [{ type: 'something was wrong' }]],
		['an index beyond the call', [{ type: 'something was wrong', input_array: 'attributes', index: 3 }]],
		['an index below nothing', [{ type: 'something was wrong', input_array: 'attributes', index: -1 }]],
		['another array', [{ type: 'something was wrong', input_array: 'events', index: 0 }]],
		['no list at all', 'something was wrong'],
	])('an error that names nobody (%s) makes the whole call unknown, never good', async (_, errors) => {
		api().post('/users/track').reply(201, { message: 'success', errors });
		const { main } = await runBraze(TRACK, users(3), CONTINUE);
		expect(main[0]).toEqual([]);
		for (const { json } of main[1]) expect(json.error).toMatchObject({ class: 'unknownOutcome', message: expect.stringContaining('something was wrong') });
		expect(main[1]).toHaveLength(3);
	});

	it('a call that is refused fails its own items, not those of the other call', async () => {
		api().post('/users/track', ({ attributes }) => attributes.length === 75).reply(400, { message: 'Max Input Length Exceeded' });
		api().post('/users/track', ({ attributes }) => attributes.length === 5).reply(201, OK);
		const { main } = await runBraze(TRACK, users(80), CONTINUE);
		expect(main[0].map(({ json }) => json.userId)).toEqual(['u75', 'u76', 'u77', 'u78', 'u79']);
		expect(main[1]).toHaveLength(75);
		expect(main[1][0].json.error).toMatchObject({ class: 'invalidInput', fix: expect.stringContaining('batch size') });
	});
});

describe('repeats', () => {
	it('plain attributes may be written again after 500', async () => {
		api().post('/users/track').reply(500).post('/users/track').reply(201, OK);
		expect((await runBraze(TRACK, users(1))).error).toBeUndefined();
	});

	it('a counter may not: it would count twice', async () => {
		api().post('/users/track').reply(500);
		const { main } = await runBraze({ ...TRACK, attributes: assignments({ visits: ['object', '{"inc": 1}'] }) }, users(1), CONTINUE);
		expect(main[1][0].json.error).toMatchObject({ class: 'unknownOutcome', status: 500 });
	});
});
