import { Braze } from '../../../nodes/Braze/Braze.node';
import { closedNetwork } from '../../support/network';
import { formContext } from '../../support/n8n';
import { api, credentials } from './braze';

closedNetwork();

const search = async (filter?: string, token?: string) => {
	const nodeType = new Braze();
	return await nodeType.methods.listSearch.searchCampaigns.call(formContext({ nodeType, parameters: {}, credentials: credentials() }), filter, token);
};

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
