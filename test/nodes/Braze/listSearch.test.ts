import type { INodeParameters } from 'n8n-workflow';
import { Braze } from '../../../nodes/Braze/Braze.node';
import { closedNetwork } from '../../support/network';
import { formContext } from '../../support/n8n';
import { api, credentials } from './braze';

closedNetwork();

type Method = keyof Braze['methods']['listSearch'];

const offered = async (method: Method, { filter, token, parameters = {} }: { filter?: string; token?: string; parameters?: INodeParameters } = {}) => {
	const nodeType = new Braze();
	return await nodeType.methods.listSearch[method].call(formContext({ nodeType, parameters, credentials: credentials() }), filter, token);
};

const search = async (filter?: string, token?: string) => await offered('searchCampaigns', { filter, token });

const campaigns = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `c${index}`, name: `Campaign ${index}`, tags: [], is_api_campaign: false }));

it('lists campaigns by name, newest edit first', async () => {
	api().get('/campaigns/list').query({ page: 0, sort_direction: 'desc' }).reply(200, { message: 'success', campaigns: campaigns(2) });
	expect(await search()).toEqual({ results: [{ name: 'Campaign 0', value: 'c0' }, { name: 'Campaign 1', value: 'c1' }], paginationToken: undefined });
});

it('gives the next page where this one is full', async () => {
	api().get('/campaigns/list').query({ page: 0, sort_direction: 'desc' }).reply(200, { message: 'success', campaigns: campaigns(100) });
	const first = await search();
	expect(first.results).toHaveLength(100);
	api().get('/campaigns/list').query({ page: 1, sort_direction: 'desc' }).reply(200, { message: 'success', campaigns: campaigns(1) });
	const token: unknown = first.paginationToken;
	expect(typeof token).toBe('string');
	expect(await search(undefined, String(token))).toMatchObject({ results: [{ value: 'c0' }], paginationToken: undefined });
});

it('filters by words in any case', async () => {
	api().get('/campaigns/list').query(true).reply(200, { message: 'success', campaigns: [{ id: 'a', name: 'Agent Reply' }, { id: 'b', name: 'Welcome' }] });
	expect((await search('reply')).results).toEqual([{ name: 'Agent Reply', value: 'a' }]);
});

it('says which permission is missing', async () => {
	api().get('/campaigns/list').query(true).reply(403, { message: 'Access Denied' });
	await expect(search()).rejects.toMatchObject({ name: 'NodeOperationError', message: 'Braze: Access Denied', description: expect.stringContaining('"campaigns.list"') });
});

it.each<[Method, string, string]>([['searchCanvases', '/canvas/list', 'canvases'], ['searchSegments', '/segments/list', 'segments']])('%s: by name, newest first', async (method, path, name) => {
	api().get(path).query({ page: 0, sort_direction: 'desc' }).reply(200, { message: 'success', [name]: [{ id: 'a', name: 'Autumn' }, { id: 'b', name: 'Winter' }] });
	expect(await offered(method, { filter: 'win' })).toEqual({ results: [{ name: 'Winter', value: 'b' }], paginationToken: undefined });
});

it('API campaigns alone, for what is counted under them', async () => {
	const all = [{ id: 'a', name: 'Api', is_api_campaign: true }, { id: 'b', name: 'Welcome', is_api_campaign: false }];
	api().get('/campaigns/list').query(true).reply(200, { message: 'success', campaigns: all });
	expect((await offered('searchApiCampaigns')).results).toEqual([{ name: 'Api', value: 'a' }]);
});

describe('what a call can trigger', () => {
	const all = [
		{ id: 'a', name: 'Reply', is_api_campaign: false },
		{ id: 'b', name: 'Weekly', is_api_campaign: false },
		{ id: 'c', name: 'Silent', is_api_campaign: false },
		{ id: 'd', name: 'Api', is_api_campaign: true },
	];
	const list = () => api().get('/campaigns/list').query({ page: 0, sort_direction: 'desc' }).reply(200, { message: 'success', campaigns: all });
	const details = (id: string, status: number, body: object) => api().get('/campaigns/details').query({ campaign_id: id }).reply(status, body);

	it('is told by each one\'s details; one that says nothing is offered', async () => {
		list();
		details('a', 200, { message: 'success', schedule_type: 'api_triggered' });
		details('b', 200, { message: 'success', schedule_type: 'time_based' });
		details('c', 200, { message: 'success' });
		expect((await offered('searchTriggeredCampaigns')).results).toEqual([{ name: 'Reply', value: 'a' }, { name: 'Silent', value: 'c' }]);
	});

	it('only those whose name fits are looked up', async () => {
		list();
		details('b', 200, { message: 'success', schedule_type: 'api_triggered' });
		expect((await offered('searchTriggeredCampaigns', { filter: 'week' })).results).toEqual([{ name: 'Weekly', value: 'b' }]);
	});

	it('without the permission for details all but API campaigns are offered, after one try', async () => {
		list();
		details('a', 403, { message: 'Access Denied' });
		expect((await offered('searchTriggeredCampaigns')).results.map(({ value }) => value)).toEqual(['a', 'b', 'c']);
	});

	it('Canvases too', async () => {
		api().get('/canvas/list').query(true).reply(200, { message: 'success', canvases: [{ id: 'k', name: 'Journey' }] });
		api().get('/canvas/details').query({ canvas_id: 'k' }).reply(200, { message: 'success', schedule_type: 'action_based' });
		expect((await offered('searchTriggeredCanvases')).results).toEqual([]);
	});
});

describe('message variations', () => {
	const campaign = { __rl: true, mode: 'id', value: 'c1' };
	const messages = {
		'email-1': { channel: 'email', name: 'Paris' },
		'email-2': { channel: 'email', name: 'Lyon' },
		'ios-1': { channel: 'ios_push', name: 'Push' },
		'card-1': { channel: 'content_cards', name: 'Card' },
		'wa-1': { channel: 'whats_app' },
	};
	const details = () => api().get('/campaigns/details').query({ campaign_id: 'c1' }).reply(200, { message: 'success', messages });

	it.each<[Method, string[]]>([
		['searchEmailVariations', ['email-1', 'email-2']],
		['searchApplePushVariations', ['ios-1']],
		['searchContentCardVariations', ['card-1']],
		['searchWhatsAppVariations', ['wa-1']],
		['searchSmsVariations', []],
		['searchAnyVariations', Object.keys(messages)],
	])('%s: those of the chosen campaign in that channel', async (method, ids) => {
		details();
		expect((await offered(method, { parameters: { resource: 'message', operation: 'send', campaign } })).results.map(({ value }) => value)).toEqual(ids);
	});

	it('are found by name', async () => {
		details();
		expect((await offered('searchEmailVariations', { filter: 'ly', parameters: { resource: 'message', operation: 'send', campaign } })).results).toEqual([{ name: 'Lyon', value: 'email-2' }]);
	});

	it('without a campaign say what to do', async () => {
		const parameters = { resource: 'message', operation: 'send', campaign: { __rl: true, mode: 'id', value: '' } };
		await expect(offered('searchEmailVariations', { parameters })).rejects.toMatchObject({ name: 'NodeOperationError', message: 'Choose a campaign first' });
	});
});

it('events and products by name', async () => {
	const names = Array.from({ length: 250 }, (_, index) => `event ${index}`);
	api().get('/events/list').query({ page: 0 }).reply(200, { message: 'success', events: names });
	expect(await offered('searchEvents', { filter: 'event 249' })).toEqual({ results: [{ name: 'event 249', value: 'event 249' }], paginationToken: '1' });
	api().get('/purchases/product_list').query({ page: 3 }).reply(200, { message: 'success', products: [] });
	expect(await offered('searchProducts', { token: '3' })).toEqual({ results: [], paginationToken: undefined });
});
