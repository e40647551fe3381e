import { closedNetwork } from '../../support/network';
import { api, CONTINUE, recorder, runBraze } from './braze';

closedNetwork();

const EXPORT = { resource: 'user', operation: 'exportByIds', userId: '={{ $json.id }}', fieldsToExport: 'braze_id, phone' };

it('reads profiles by external ID in one call; each finds its item, whatever the order of the answer', async () => {
	api()
		.post('/users/export/ids', { external_ids: ['u0', 'u1'], fields_to_export: ['braze_id', 'phone', 'external_id'] })
		.reply(201, { message: 'success', users: [{ external_id: 'u1', phone: '+1' }, { external_id: 'u0', phone: '+0' }] });
	const { main } = await runBraze(EXPORT, [{ id: 'u0' }, { id: 'u1' }]);
	expect(main[0].map(({ json, pairedItem }) => [json.external_id, json.phone, pairedItem])).toEqual([['u0', '+0', { item: 0 }], ['u1', '+1', { item: 1 }]]);
});

it('an unknown user fails on its own item', async () => {
	api().post('/users/export/ids').reply(201, { message: 'success', users: [{ external_id: 'u0' }], invalid_user_ids: ['u1'] });
	const { main } = await runBraze(EXPORT, [{ id: 'u0' }, { id: 'u1' }], CONTINUE);
	expect(main[0]).toHaveLength(1);
	expect(main[1][0].json).toMatchObject({ id: 'u1', error: { class: 'notFound', vendor: 'Braze', message: expect.stringContaining('"u1"') } });
});

it('two items for one user ask once and both get the profile', async () => {
	api().post('/users/export/ids', ({ external_ids: ids }) => JSON.stringify(ids) === '["u0"]').reply(201, { users: [{ external_id: 'u0' }] });
	const { main } = await runBraze(EXPORT, [{ id: 'u0' }, { id: 'u0' }]);
	expect(main[0]).toHaveLength(2);
});

it('50 ids a call', async () => {
	const { bodies, keep } = recorder();
	api().post('/users/export/ids', keep).times(3).reply(201, (_, body) => ({ users: (body as { external_ids: string[] }).external_ids.map((id) => ({ external_id: id })) }));
	const { main } = await runBraze(EXPORT, Array.from({ length: 120 }, (_, index) => ({ id: `u${index}` })));
	expect(bodies.map(({ external_ids: ids }) => (Array.isArray(ids) ? ids.length : 0)).sort((a, b) => b - a)).toEqual([50, 50, 20]);
	expect(main[0].map(({ json }) => json.external_id)).toEqual(Array.from({ length: 120 }, (_, index) => `u${index}`));
});

it('a Braze ID goes alone: the endpoint takes one', async () => {
	api().post('/users/export/ids', { braze_id: 'b0', fields_to_export: ['braze_id', 'phone'] }).reply(201, { users: [{ braze_id: 'b0' }] });
	api().post('/users/export/ids', { braze_id: 'b1', fields_to_export: ['braze_id', 'phone'] }).reply(201, { users: [{ braze_id: 'b1' }] });
	const { main } = await runBraze({ ...EXPORT, identifyBy: 'braze_id' }, [{ id: 'b0' }, { id: 'b1' }]);
	expect(main[0].map(({ json }) => json.braze_id)).toEqual(['b0', 'b1']);
});

it('aliases are told apart by name and label', async () => {
	api()
		.post('/users/export/ids', { user_aliases: [{ alias_name: 'a', alias_label: 'x' }, { alias_name: 'a', alias_label: 'y' }], fields_to_export: ['braze_id', 'phone', 'user_aliases'] })
		.reply(201, { users: [{ braze_id: 'of-y', user_aliases: [{ alias_name: 'a', alias_label: 'y' }] }, { braze_id: 'of-x', user_aliases: [{ alias_name: 'a', alias_label: 'x' }] }] });
	const { main } = await runBraze({ ...EXPORT, identifyBy: 'user_alias', aliasLabel: '={{ $json.label }}' }, [{ id: 'a', label: 'x' }, { id: 'a', label: 'y' }]);
	expect(main[0].map(({ json }) => json.braze_id)).toEqual(['of-x', 'of-y']);
});

it.each([['email', 'ada@example.com', 'email_address'], ['phone', '+15551234567', 'phone']])('one %s goes alone, and all users who share it come back', async (identifyBy, id, name) => {
	api()
		.post('/users/export/ids', { [name]: id, fields_to_export: [...new Set(['braze_id', 'phone', identifyBy])] })
		.reply(201, { users: [{ external_id: 'a' }, { braze_id: 'b' }] });
	const { main } = await runBraze({ ...EXPORT, identifyBy }, [{ id }]);
	expect(main[0].map(({ json, pairedItem }) => [json, pairedItem])).toEqual([[{ external_id: 'a' }, { item: 0 }], [{ braze_id: 'b' }, { item: 0 }]]);
});

describe('a user who was renamed comes back under the new external ID', () => {
	it('and belongs to the only ID that is left over', async () => {
		api().post('/users/export/ids').reply(201, { users: [{ external_id: 'new' }, { external_id: 'u0' }], invalid_user_ids: ['u2'] });
		const { main } = await runBraze(EXPORT, [{ id: 'u0' }, { id: 'old' }, { id: 'u2' }, { id: 'old' }], CONTINUE);
		expect(main[0].map(({ json, pairedItem }) => [json.external_id, pairedItem])).toEqual([['u0', { item: 0 }], ['new', { item: 1 }], ['new', { item: 3 }]]);
		expect(main[1].map(({ json }) => json)).toMatchObject([{ id: 'u2', error: { class: 'notFound' } }]);
	});

	it('two of them cannot be told apart, and nobody gets another one\'s profile', async () => {
		api().post('/users/export/ids').reply(201, { users: [{ external_id: 'new-1' }, { external_id: 'new-2' }] });
		const { main } = await runBraze(EXPORT, [{ id: 'old-1' }, { id: 'old-2' }], CONTINUE);
		expect(main[0]).toEqual([]);
		expect(main[1].map(({ json }) => json.error)).toMatchObject([{ class: 'conflict' }, { class: 'conflict' }]);
	});
});
