import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { closedNetwork } from '../../support/network';
import { api, CONTINUE, HOST, runBraze } from './braze';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const END = '2026-11-21T00:00:00.000Z';
const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const op = (resource: string, operation: string, more: INodeParameters = {}): INodeParameters => ({ resource, operation, ...more });
const json = async (parameters: INodeParameters) => (await runBraze(parameters)).main[0].map((item) => item.json);

describe('one call, and what it says', () => {
	const details = { message: 'success', name: 'Autumn', tags: ['a'] };
	const cases: Array<[what: INodeParameters, path: string, query: Record<string, string>, body: object, items: IDataObject[]]> = [
		[op('campaign', 'get', { campaign: byId('c1') }), '/campaigns/details', { campaign_id: 'c1' }, details, [{ id: 'c1', name: 'Autumn', tags: ['a'] }]],
		[op('campaign', 'get', { campaign: byId('c1'), draft: true }), '/campaigns/details', { campaign_id: 'c1', post_launch_draft_version: 'true' }, details, [{ id: 'c1', name: 'Autumn', tags: ['a'] }]],
		[
			op('campaign', 'getLinkAliases', { campaign: byId('c1'), messageVariation: byId('m1'), linkId: 'l1' }),
			'/campaigns/url_info/details',
			{ campaign_id: 'c1', message_variation_id: 'm1', includes_link_id: 'l1' },
			{ message: 'success', link_data: [] },
			[{ link_data: [] }],
		],
		[op('canvas', 'get', { canvas: byId('k1') }), '/canvas/details', { canvas_id: 'k1' }, details, [{ id: 'k1', name: 'Autumn', tags: ['a'] }]],
		[
			op('canvas', 'getLinkAliases', { stepId: 's1', messageVariation: 'm1' }),
			'/canvas/url_info/details',
			{ canvas_step_id: 's1', message_variation_id: 'm1' },
			{ message: 'success', link_data: [] },
			[{ link_data: [] }],
		],
		[
			op('canvas', 'getDataSummary', { canvas: byId('k1'), length: 7, endingAt: END, more: { variantBreakdown: true } }),
			'/canvas/data_summary',
			{ canvas_id: 'k1', ending_at: END, length: '7', include_variant_breakdown: 'true' },
			{ message: 'success', data: { name: 'Autumn', total_stats: { entries: 3 } } },
			[{ canvasId: 'k1', name: 'Autumn', total_stats: { entries: 3 } }],
		],
		[
			op('canvas', 'getDataSeries', { canvas: byId('k1'), endingAt: END, more: { startingAt: '2026-11-10T00:00:00Z', stepBreakdown: true } }),
			'/canvas/data_series',
			{ canvas_id: 'k1', ending_at: END, starting_at: '2026-11-10T00:00:00.000Z', include_step_breakdown: 'true' },
			{ message: 'success', data: { name: 'Autumn', stats: [{ time: '2026-11-20', total_stats: {} }] } },
			[{ time: '2026-11-20', total_stats: {} }],
		],
		[op('newsFeed', 'get', { cardId: 'n1' }), '/feed/details', { card_id: 'n1' }, details, [{ id: 'n1', name: 'Autumn', tags: ['a'] }]],
		[op('segment', 'get', { segment: byId('s1') }), '/segments/details', { segment_id: 's1' }, details, [{ id: 's1', name: 'Autumn', tags: ['a'] }]],
		[
			op('message', 'getScheduledBroadcasts', { endTime: END }),
			'/messages/scheduled_broadcasts',
			{ end_time: END },
			{ scheduled_broadcasts: [{ id: 'c1', type: 'Campaign' }] },
			[{ id: 'c1', type: 'Campaign' }],
		],
	];
	it.each(cases)('%j', async (parameters, path, query, body, items) => {
		api().get(path).query(query).reply(200, body);
		expect(await json(parameters)).toEqual(items);
	});
});

describe('series', () => {
	const cases: Array<[what: INodeParameters, path: string, query: Record<string, string>]> = [
		[op('campaign', 'getDataSeries', { campaign: byId('c1') }), '/campaigns/data_series', { campaign_id: 'c1' }],
		[op('send', 'getDataSeries', { campaign: byId('c1'), sendId: 'send-1' }), '/sends/data_series', { campaign_id: 'c1', send_id: 'send-1' }],
		[op('segment', 'getDataSeries', { segment: byId('s1') }), '/segments/data_series', { segment_id: 's1' }],
		[op('event', 'getDataSeries', { event: byId('rented'), unit: 'hour', appId: 'a', segment: byId('s1') }), '/events/data_series', { event: 'rented', unit: 'hour', app_id: 'a', segment_id: 's1' }],
		[op('event', 'getDataSeries', { event: byId('rented') }), '/events/data_series', { event: 'rented', unit: 'day' }],
		[op('purchase', 'getRevenueSeries', { product: byId('p1') }), '/purchases/revenue_series', { unit: 'day', product: 'p1' }],
		[op('purchase', 'getQuantitySeries'), '/purchases/quantity_series', { unit: 'day' }],
		[op('kpi', 'getNewUsers', { appId: 'a' }), '/kpi/new_users/data_series', { app_id: 'a' }],
		[op('kpi', 'getDailyActiveUsers'), '/kpi/dau/data_series', {}],
		[op('kpi', 'getMonthlyActiveUsers'), '/kpi/mau/data_series', {}],
		[op('kpi', 'getUninstalls'), '/kpi/uninstalls/data_series', {}],
		[op('newsFeed', 'getDataSeries', { cardId: 'n1' }), '/feed/data_series', { card_id: 'n1', unit: 'day' }],
		[op('session', 'getDataSeries'), '/sessions/data_series', { unit: 'day' }],
	];
	it.each(cases)('%j: one item a point in time', async (parameters, path, query) => {
		api().get(path).query({ ...query, length: '30', ending_at: END }).reply(200, { message: 'success', data: [{ time: '2026-11-19', value: 1 }, { time: '2026-11-20', value: 2 }] });
		expect(await json({ ...parameters, length: 30, endingAt: END })).toEqual([{ time: '2026-11-19', value: 1 }, { time: '2026-11-20', value: 2 }]);
	});

	it('without an end ask for none, and a length beyond Braze\'s is refused', async () => {
		api().get('/kpi/dau/data_series').query({ length: '14' }).reply(200, { message: 'success', data: [] });
		expect(await json(op('kpi', 'getDailyActiveUsers'))).toEqual([]);
		const { main } = await runBraze(op('kpi', 'getDailyActiveUsers', { length: 101 }), [{}], CONTINUE);
		expect(main[1][0].json.error).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(/^Length: /) });
	});

	it('an answer without data is not Braze\'s, whatever its status', async () => {
		api().get('/kpi/dau/data_series').query(true).reply(200, { message: 'success' });
		const { main } = await runBraze(op('kpi', 'getDailyActiveUsers'), [{}], CONTINUE);
		expect(main[1][0].json.error).toMatchObject({ class: 'unavailable' });
	});

	it.each([
		['must be before the end', { startingAt: '2026-11-22T00:00:00Z' }],
		['more than 14 days', { startingAt: '2026-11-01T00:00:00Z' }],
	])('of a Canvas: a start that %s is refused', async (text, more) => {
		const { main } = await runBraze(op('canvas', 'getDataSeries', { canvas: byId('k1'), endingAt: END, more }), [{}], CONTINUE);
		expect(main[1][0].json.error).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(new RegExp(`^Starting At: .*${text}`)) });
	});
});

describe('lists', () => {
	const rows = (count: number, first = 0) => Array.from({ length: count }, (_, index) => ({ id: `r${first + index}`, name: `Row ${first + index}` }));

	it.each([
		['campaign', '/campaigns/list', 'campaigns'],
		['canvas', '/canvas/list', 'canvases'],
	])('of a %s: pages of 100 counted from 0, with its filters', async (resource, path, name) => {
		const query = { include_archived: 'true', sort_direction: 'asc', 'last_edit.time[gt]': '2026-11-01T08:00:00' };
		api().get(path).query({ ...query, page: '0' }).reply(200, { message: 'success', [name]: rows(100) });
		api().get(path).query({ ...query, page: '1' }).reply(200, { message: 'success', [name]: rows(7, 100) });
		const more = { includeArchived: true, sortDirection: 'asc', editedAfter: '2026-11-01T08:00:00Z' };
		expect(await json(op(resource, 'getMany', { returnAll: true, more }))).toEqual(rows(107));
	});

	it('cards of the News Feed', async () => {
		api().get('/feed/list').query({ page: '0', include_archived: 'true', sort_direction: 'desc' }).reply(200, { message: 'success', cards: rows(2) });
		expect(await json(op('newsFeed', 'getMany', { includeArchived: true }))).toEqual(rows(2));
	});

	it('segments: no more pages than the limit needs', async () => {
		api().get('/segments/list').query({ page: '0', sort_direction: 'desc' }).reply(200, { message: 'success', segments: rows(100) });
		expect(await json(op('segment', 'getMany', { limit: 3 }))).toEqual(rows(3));
	});

	it('a full last page costs one more call, which is empty', async () => {
		api().get('/segments/list').query({ page: '0', sort_direction: 'desc' }).reply(200, { message: 'success', segments: rows(100) });
		api().get('/segments/list').query({ page: '1', sort_direction: 'desc' }).reply(200, { message: 'success', segments: [] });
		expect(await json(op('segment', 'getMany', { returnAll: true }))).toHaveLength(100);
	});

	it('event names come 250 a page', async () => {
		const names = Array.from({ length: 251 }, (_, index) => `event ${index}`);
		api().get('/events/list').query({ page: '0' }).reply(200, { message: 'success', events: names.slice(0, 250) });
		api().get('/events/list').query({ page: '1' }).reply(200, { message: 'success', events: names.slice(250) });
		expect(await json(op('event', 'getNames', { returnAll: true }))).toEqual(names.map((name) => ({ name })));
	});

	it('products come until the empty page, since nobody says how long a page is', async () => {
		api().get('/purchases/product_list').query({ page: '0' }).reply(200, { message: 'success', products: ['a', 'b'] });
		api().get('/purchases/product_list').query({ page: '1' }).reply(200, { message: 'success', products: ['c'] });
		api().get('/purchases/product_list').query({ page: '2' }).reply(200, { message: 'success', products: [] });
		expect(await json(op('purchase', 'getProducts', { returnAll: true }))).toEqual([{ productId: 'a' }, { productId: 'b' }, { productId: 'c' }]);
	});

	it.each([
		['event', '/events', 'events'],
		['customAttribute', '/custom_attributes', 'attributes'],
	])('of a %s: the Link header names the next page', async (resource, path, name) => {
		const link = (cursor: string) => `<${HOST}${path}?cursor=first>; rel="prev", <${HOST}${path}?cursor=${cursor}>; rel="next"`;
		api().get(path).reply(200, { message: 'success', [name]: rows(50) }, { Link: link('c2tpcDow') });
		api().get(path).query({ cursor: 'c2tpcDow' }).reply(200, { message: 'success', [name]: rows(50, 50) }, { Link: link('a%2Bb%3D') });
		api().get(path).query({ cursor: 'a+b=' }).reply(200, { message: 'success', [name]: rows(1, 100) }, { Link: `<${HOST}${path}?cursor=first>; rel="prev"` });
		expect(await json(op(resource, 'getMany', { returnAll: true }))).toEqual(rows(101));
	});
});
