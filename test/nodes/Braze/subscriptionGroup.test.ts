import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { closedNetwork } from '../../support/network';
import { api, CONTINUE, recorder, runBraze } from './braze';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

/** nock gives a list in a query under its name as written, `a[]`, to a function only. */
const isAsked = (wanted: object) => (query: unknown) => JSON.stringify(query) === JSON.stringify(wanted);

const OK = { message: 'success' };
const GROUP = 'group-1';
const group = (operation: string, more: INodeParameters = {}): INodeParameters => ({ resource: 'subscriptionGroup', operation, userId: '={{ $json.id }}', ...more });
const ids = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `u${index}` }));
const STATES = { subscriptionGroupId: '={{ $json.group || "group-1" }}', subscriptionState: '={{ $json.state || "subscribed" }}' };

describe('get status', () => {
	it('asks for 50 users a call, each once, and gives each item its own', async () => {
		const asked: unknown[] = [];
		const keep = (query: unknown) => asked.push(query) > 0;
		const status = Object.fromEntries(ids(50).map(({ id }, index) => [id, index === 7 ? 'Unsubscribed' : 'Subscribed']));
		api().get('/subscription/status/get').query(keep).reply(200, { ...OK, status });
		api().get('/subscription/status/get').query(keep).reply(200, { ...OK, status: { u0: 'Subscribed' } });
		const { main } = await runBraze(group('getStatus', { subscriptionGroupId: GROUP }), [...ids(50), { id: 'u0' }]);
		expect(asked).toEqual([{ subscription_group_id: GROUP, 'external_id[]': ids(50).map(({ id }) => id) }, { subscription_group_id: GROUP, 'external_id[]': 'u0' }]);
		expect(main[0][7].json).toEqual({ userId: 'u7', identifiedBy: 'external_id', subscriptionGroupId: GROUP, status: 'Unsubscribed' });
		expect(main[0]).toHaveLength(51);
	});

	it('writes lists as Braze reads them', async () => {
		const paths: string[] = [];
		api()
			.get('/subscription/status/get')
			.query(true)
			.reply(200, { ...OK, status: { u0: 'Unknown', u1: 'Unknown' } })
			.on('request', ({ path }: { path: string }) => paths.push(path));
		await runBraze(group('getStatus', { subscriptionGroupId: GROUP }), ids(2));
		expect(decodeURIComponent(paths[0])).toBe(`/subscription/status/get?subscription_group_id=${GROUP}&external_id[]=u0&external_id[]=u1`);
	});

	it('whom Braze does not name is not found', async () => {
		api().get('/subscription/status/get').query(true).reply(200, { ...OK, status: { u0: 'Unknown' } });
		const { main } = await runBraze(group('getStatus', { subscriptionGroupId: GROUP }), ids(2), CONTINUE);
		expect(main[1][0].json).toMatchObject({ id: 'u1', error: { class: 'notFound' } });
	});
});

describe('groups of users', () => {
	it('of 50 external ids a call', async () => {
		const users = ['u1', 'u0'].map((id) => ({ external_id: id, subscription_groups: [{ id: GROUP, status: 'Subscribed' }] }));
		api().get('/subscription/user/status').query(isAsked({ 'external_id[]': ['u0', 'u1', 'u2'], limit: '100' })).reply(200, { ...OK, users, total_count: 2 });
		const { main } = await runBraze(group('getUserGroups'), ids(3), CONTINUE);
		expect(main[0].map(({ json, pairedItem }) => [json.external_id, pairedItem])).toEqual([['u0', { item: 0 }], ['u1', { item: 1 }]]);
		expect(main[1][0].json).toMatchObject({ id: 'u2', error: { class: 'notFound' } });
	});

	it('every user with a phone, page by page', async () => {
		const users = (count: number) => Array.from({ length: count }, (_, index) => ({ external_id: `p${index}`, subscription_groups: [] }));
		api().get('/subscription/user/status').query(isAsked({ 'phone[]': '+15551234567', limit: '100' })).reply(200, { ...OK, users: users(100), total_count: 103 });
		api().get('/subscription/user/status').query(isAsked({ 'phone[]': '+15551234567', limit: '100', offset: '100' })).reply(200, { ...OK, users: users(3), total_count: 103 });
		expect((await runBraze(group('getUserGroups', { identifyBy: 'phone', userId: '+15551234567' }))).main[0]).toHaveLength(103);
	});
});

describe('set status', () => {
	it('first version: one group and state a call', async () => {
		const { bodies, keep } = recorder();
		api().post('/subscription/status/set', keep).times(2).reply(201, OK);
		const { main } = await runBraze(group('setStatus', STATES), [{ id: 'u0' }, { id: 'u1', state: 'unsubscribed' }, { id: 'u2' }]);
		expect(bodies).toEqual([
			{ subscription_group_id: GROUP, subscription_state: 'subscribed', external_id: ['u0', 'u2'] },
			{ subscription_group_id: GROUP, subscription_state: 'unsubscribed', external_id: ['u1'] },
		]);
		expect(main[0].map(({ json }) => [json.userId, json.subscriptionState])).toEqual([['u0', 'subscribed'], ['u1', 'unsubscribed'], ['u2', 'subscribed']]);
	});

	it('second version: several groups and states in one call', async () => {
		api()
			.post('/v2/subscription/status/set', {
				subscription_groups: [
					{ subscription_group_id: GROUP, subscription_state: 'subscribed', external_ids: ['u0', 'u2'], use_double_opt_in_logic: true },
					{ subscription_group_id: 'group-2', subscription_state: 'unsubscribed', external_ids: ['u1'], use_double_opt_in_logic: true },
				],
			})
			.reply(201, OK);
		const items = [{ id: 'u0' }, { id: 'u1', group: 'group-2', state: 'unsubscribed' }, { id: 'u2' }];
		expect((await runBraze(group('setStatusV2', { ...STATES, more: { useDoubleOptIn: true } }), items)).main[0]).toHaveLength(3);
	});

	it('second version: 50 users a call, never emails and phones together', async () => {
		const { bodies, keep } = recorder();
		api().post('/v2/subscription/status/set', keep).times(3).reply(201, OK);
		const items = [...Array.from({ length: 51 }, (_, index) => ({ id: `a${index}@example.com`, kind: 'email' })), { id: '+15551234567', kind: 'phone' }];
		await runBraze(group('setStatusV2', { ...STATES, identifyBy: '={{ $json.kind }}' }), items);
		const [groups] = bodies.map((body) => body.subscription_groups as IDataObject[]);
		expect((groups[0].emails as string[]).length).toBe(50);
		expect(bodies.map((body) => Object.keys((body.subscription_groups as IDataObject[])[0])[2]).sort()).toEqual(['emails', 'emails', 'phones']);
	});

	it.each([['setStatus', '/subscription/status/set'], ['setStatusV2', '/v2/subscription/status/set']])('%s: one user\'s changes keep their order', async (operation, path) => {
		const { bodies, keep } = recorder();
		api().post(path, keep).times(3).reply(201, OK);
		await runBraze(group(operation, STATES), [{ id: 'u0' }, { id: 'u0', state: 'unsubscribed' }, { id: 'u0' }]);
		const states = bodies.map((body) => ((body.subscription_groups as IDataObject[] | undefined)?.[0] ?? body).subscription_state);
		expect(states).toEqual(['subscribed', 'unsubscribed', 'subscribed']);
	});

	it('a wrong phone is refused before the call', async () => {
		const { main } = await runBraze(group('setStatus', { ...STATES, identifyBy: 'phone', userId: '0170' }), [{}], CONTINUE);
		expect(main[1][0].json.error).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(/^User ID: /) });
	});
});
