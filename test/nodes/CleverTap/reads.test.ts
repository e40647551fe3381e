import type { INodeParameters } from 'n8n-workflow';
import { CleverTap } from '../../../nodes/CleverTap/CleverTap.node';
import { formContext } from '../../support/n8n';
import { closedNetwork, RESET } from '../../support/network';
import { waits } from '../../support/quickSleep';
import { api, credentials, failureOf, one, outcomes, rows } from './cleverTap';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const DAYS: INodeParameters = { from: '20261101', to: '20261121' };
const FILTERS: INodeParameters = {
	eventFilters: rows({ name: 'status', operator: 'equals', value: 'READ', valueType: 'text' }, { name: 'Amount', operator: 'greater_than', value: '10', valueType: 'number' }),
	profileFilters: rows({ name: 'Tier', operator: 'equals', value: 'Gold, Silver', valueType: 'list' }, { name: 'VIP', operator: 'equals', value: 'true', valueType: 'boolean' }),
};
const QUERY = {
	event_name: 'Notification',
	from: 20261101,
	to: 20261121,
	event_properties: [{ name: 'status', operator: 'equals', value: 'READ' }, { name: 'Amount', operator: 'greater_than', value: 10 }],
	common_profile_properties: { profile_fields: [{ name: 'Tier', operator: 'equals', value: ['Gold', 'Silver'] }, { name: 'VIP', operator: 'equals', value: true }] },
};
const report = (operation: string, more: INodeParameters = {}): INodeParameters => ({ resource: 'report', operation, eventName: 'Notification', ...DAYS, ...more });

describe('one profile', () => {
	it.each(['identity', 'email', 'objectId'])('by %s', async (identifyBy) => {
		api().get('/1/profile.json').query({ [identifyBy]: 'ada@example.com' }).reply(200, { status: 'success', record: { identity: 'cust-42', profileData: { Tier: 'Gold' } } });
		expect(await one({ resource: 'profile', operation: 'get', identifyBy, userId: 'ada@example.com' })).toEqual({ identity: 'cust-42', profileData: { Tier: 'Gold' } });
	});

	it('a GET says nothing of a content type', async () => {
		api().get('/1/profile.json').query(true).matchHeader('content-type', (value) => value === undefined).reply(200, { status: 'success', record: {} });
		await one({ resource: 'profile', operation: 'get', userId: 'u' });
	});

	it.each([[{ status: 'success', record: null }], [{ status: 'success' }]])('nobody: %p', async (body) => {
		api().get('/1/profile.json').query(true).reply(200, body);
		expect(await failureOf({ resource: 'profile', operation: 'get', userId: 'nobody' })).toMatchObject({ class: 'notFound', message: 'CleverTap knows no profile with the identity nobody' });
	});
});

describe('many by cursor', () => {
	it('profiles: a cursor, then pages until there is none', async () => {
		api().post('/1/profiles.json', QUERY).query({ batch_size: 4991, app: 'false', events: 'true' }).reply(200, { status: 'success', cursor: 'c1' });
		api().get('/1/profiles.json').query({ cursor: 'c1' }).reply(200, { status: 'success', records: [{ identity: 'a' }, { identity: 'b' }], next_cursor: 'c2' });
		api().get('/1/profiles.json').query({ cursor: 'c2' }).reply(200, { status: 'success', records: [{ identity: 'c' }] });
		const { good, places } = await outcomes({ resource: 'profile', operation: 'getMany', eventName: 'Notification', ...DAYS, ...FILTERS, returnAll: true, more: { app: false, events: true } });
		expect(good).toEqual([{ identity: 'a' }, { identity: 'b' }, { identity: 'c' }]);
		expect(places.good).toEqual([0, 0, 0]);
	});

	it('a limit asks for no more than needed, in the multiples that CleverTap wants', async () => {
		api().post('/1/profiles.json').query({ batch_size: 46 }).reply(200, { status: 'success', cursor: 'c1' });
		api().get('/1/profiles.json').query({ cursor: 'c1' }).reply(200, { status: 'success', records: Array.from({ length: 46 }, (_, id) => ({ id })), next_cursor: 'c2' });
		const { good } = await outcomes({ resource: 'profile', operation: 'getMany', eventName: 'E', ...DAYS, returnAll: false, limit: 30 });
		expect(good).toHaveLength(30);
	});

	it('events, with their time: digits on the account\'s clock, or Unix seconds', async () => {
		api().post('/1/events.json', { event_name: 'Notification', from: 20261101, to: 20261121, session_properties: [{ name: 'utm_source' }] }).query({ batch_size: 4991 }).reply(200, { status: 'success', cursor: 'c1' });
		api().get('/1/events.json').query({ cursor: 'c1' }).reply(200, { status: 'success', records: [{ ts: 20261121093000, event_props: { status: 'READ' } }, { ts: 1795253400 }, { ts: 'soon' }] });
		const { good } = await outcomes({ resource: 'event', operation: 'getMany', eventName: 'Notification', ...DAYS, returnAll: true, more: { queryJson: '{"session_properties": [{"name": "utm_source"}]}' } });
		expect(good.map(({ occurredAt }) => occurredAt)).toEqual(['2026-11-21T09:30:00', '2026-11-21T09:30:00.000Z', undefined]);
		expect(good[0]).toMatchObject({ ts: 20261121093000, event_props: { status: 'READ' } });
	});

	it('an answer with neither cursor nor records is told', async () => {
		api().post('/1/events.json').query(true).reply(200, { status: 'success' });
		expect(await failureOf({ resource: 'event', operation: 'getMany', eventName: 'E', ...DAYS })).toMatchObject({ class: 'unavailable', message: expect.stringContaining('neither "cursor" nor "records"') });
	});
});

describe('reports', () => {
	it.each([
		['getEventCount', '/1/counts/events.json', { ...FILTERS, unique: true }, { ...QUERY, unique: true }, { count: 7 }],
		['getProfileCount', '/1/counts/profiles.json', FILTERS, QUERY, { count: 7 }],
		['getTrends', '/1/counts/trends.json', { trends: ['daily', 'weekly'], more: { sumEventProperty: 'Amount' } }, { event_name: 'Notification', from: 20261101, to: 20261121, groups: { daily: { trend_type: 'daily' }, weekly: { trend_type: 'weekly' } }, sum_event_prop: 'Amount' }, { daily: { 20261101: 3 }, weekly: {} }],
		[
			'getTopProperties',
			'/1/counts/top.json',
			{ groups: rows({ name: 'City', propertyType: 'profile_fields', topN: 3, order: 'asc' }) },
			{ event_name: 'Notification', from: 20261101, to: 20261121, groups: { City: { property_type: 'profile_fields', name: 'City', top_n: 3, order: 'asc' } } },
			{ City: { STR: { Lyon: 4 } } },
		],
		['getRealTimeCount', '/1/now.json', { userType: true }, { user_type: true }, { count: 3, user_type: { new: 1, repeat: 2 } }],
	])('%s', async (operation, path, more, body, result) => {
		api().post(path, body).reply(200, { status: 'success', ...result });
		expect(await one(report(operation, more as INodeParameters))).toEqual(result);
	});

	it('a heavy query is asked for again by its req_id until it is done', async () => {
		api().post('/1/counts/events.json').reply(200, { status: 'partial', req_id: 'r1' });
		api().get('/1/counts/events.json').query({ req_id: 'r1' }).reply(200, { status: 'partial', req_id: 'r1' });
		api().get('/1/counts/events.json').query({ req_id: 'r1' }).replyWithError(RESET);
		api().get('/1/counts/events.json').query({ req_id: 'r1' }).reply(200, { status: 'success', count: 9 });
		expect(await one(report('getEventCount'))).toEqual({ count: 9 });
		expect(waits.filter((wait) => wait === 3000)).toHaveLength(2);
	});

	it('one that never ends is told as late, not as done', async () => {
		api().post('/1/counts/events.json').reply(200, { status: 'partial', req_id: 'r1' });
		api().get('/1/counts/events.json').query({ req_id: 'r1' }).times(40).reply(200, { status: 'partial', req_id: 'r1' });
		expect(await failureOf(report('getEventCount'))).toMatchObject({ class: 'unavailable', message: expect.stringContaining('120 seconds') });
	});

	it('the message report: days as texts, filters, an item a campaign', async () => {
		api()
			.post('/1/message/report.json', { from: '20261101', to: '20261121', channel: ['push', 'sms'], status: ['completed'], daily: true })
			.reply(200, { status: 'success', total_results: 2, messages: [{ message_id: 1, sent: 5 }, { message_id: 2, sent: 0 }] });
		const { good } = await outcomes({ resource: 'report', operation: 'getMessageReport', ...DAYS, split: true, more: { channel: 'push, sms', status: 'completed', delivery: '', daily: true } });
		expect(good).toEqual([{ message_id: 1, sent: 5 }, { message_id: 2, sent: 0 }]);
	});

	it('or as one item', async () => {
		api().post('/1/message/report.json', { from: '20261101', to: '20261121' }).reply(200, { status: 'success', total_results: 0, messages: [] });
		expect(await one({ resource: 'report', operation: 'getMessageReport', ...DAYS, split: false })).toEqual({ total_results: 0, messages: [] });
	});
});

describe('days and filters are looked at before the call', () => {
	it.each([
		['20261101', 20261101],
		['2026-11-01', 20261101],
		['2026-11-01T23:30:00.000-05:00', 20261101],
		['={{ 20261101 }}', 20261101],
	])('%s is %i', async (from, sent) => {
		api().post('/1/counts/events.json', (body) => body.from === sent).reply(200, { status: 'success', count: 0 });
		await one(report('getEventCount', { from }));
	});

	it.each([
		[{ from: '20261301' }, 'From: must be a day such as 20261121'],
		[{ from: '20260230' }, 'From: must be a day such as 20261121'],
		[{ from: '1795253400' }, 'From: must be a day such as 20261121'],
		[{ from: '={{ "" }}' }, 'From: is missing'],
		[{ from: '20261122' }, 'To: 20261121 lies before 20261122'],
		[{ eventFilters: rows({ name: 'n', operator: 'equals', value: 'x', valueType: 'number' }) }, 'Event Property Filters: the value of "n" must be a number'],
		[{ profileFilters: rows({ name: 'n', operator: 'equals', value: '', valueType: 'text' }) }, 'Profile Filters: the value of "n" is missing'],
	])('%p', async (more, message) => {
		expect(await failureOf(report('getEventCount', more as INodeParameters))).toMatchObject({ class: 'invalidInput', message });
	});
});

describe('campaigns', () => {
	const targets = [{ id: 1, name: 'Sale', scheduled_on: 202611210930, status: 'completed' }];

	it('the list', async () => {
		api().post('/1/targets/list.json', { from: 20261101, to: 20261121 }).reply(200, { status: 'success', targets });
		const { good } = await outcomes({ resource: 'campaign', operation: 'getMany', ...DAYS, returnAll: true });
		expect(good).toEqual(targets);
	});

	it('the report; before its end CleverTap\'s own word', async () => {
		const parameters: INodeParameters = { resource: 'campaign', operation: 'getReport', campaign: { __rl: true, mode: 'id', value: '1457433898' } };
		api().post('/1/targets/result.json', { id: 1457433898 }).reply(200, { status: 'success', result: { sent: 5, viewed: 2 } });
		expect(await one(parameters)).toEqual({ id: 1457433898, result: { sent: 5, viewed: 2 } });
		api().post('/1/targets/result.json').reply(409, { status: 'fail', error: 'The campaign has not completed: running', code: 409 });
		expect(await failureOf(parameters)).toMatchObject({ class: 'conflict', message: expect.stringContaining('running') });
	});

	it('the pick list', async () => {
		api().post('/1/targets/list.json', (body) => body.from < body.to && String(body.from).length === 8).reply(200, { status: 'success', targets: [...targets, { id: 2, name: '', status: 'running' }] });
		const node = new CleverTap();
		const context = formContext({ nodeType: node, parameters: {}, credentials: credentials() });
		expect(await node.methods.listSearch.searchCampaigns.call(context, '', '')).toMatchObject({ results: [{ name: '2 (running)', value: '2' }, { name: 'Sale (completed)', value: '1' }] });
	});
});
