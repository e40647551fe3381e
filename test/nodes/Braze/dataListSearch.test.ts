import { Braze } from '../../../nodes/Braze/Braze.node';
import { closedNetwork } from '../../support/network';
import { formContext } from '../../support/n8n';
import { api, credentials } from './braze';

closedNetwork();

type Search = 'searchCatalogs' | 'searchContentBlocks' | 'searchEmailTemplates' | 'searchIntegrations' | 'searchPreferenceCenters';

const search = async (name: Search, filter?: string, token?: string) => {
	const nodeType = new Braze();
	return await nodeType.methods.listSearch[name].call(formContext({ nodeType, parameters: {}, credentials: credentials() }), filter, token);
};

it.each([
	['searchCatalogs', '/catalogs', { catalogs: [{ name: 'offers' }] }, { name: 'offers', value: 'offers' }],
	['searchPreferenceCenters', '/preference_center/v1/list', { preference_centers: [{ name: 'Acme', preference_center_api_id: 'p1' }] }, { name: 'Acme', value: 'p1' }],
	['searchIntegrations', '/cdi/integrations', { results: [{ integration_id: 'i1', integration_name: 'Nightly' }] }, { name: 'Nightly', value: 'i1' }],
] as const)('%s', async (name, path, body, row) => {
	api().get(path).reply(200, body);
	expect(await search(name)).toEqual({ results: [row], paginationToken: undefined });
});

it.each([
	['searchContentBlocks', '/content_blocks/list', 'content_blocks', 'content_block_id', 'name'],
	['searchEmailTemplates', '/templates/email/list', 'templates', 'email_template_id', 'template_name'],
] as const)('%s: pages of 100, filtered by name', async (name, path, rowsIn, idName, nameName) => {
	const rows = (count: number, first: number) => Array.from({ length: count }, (_, index) => ({ [idName]: `b${first + index}`, [nameName]: `Block ${first + index}` }));
	api().get(path).query({ limit: 100 }).reply(200, { [rowsIn]: rows(100, 0) });
	const first = await search(name, 'block 7');
	expect(first.results.map(({ value }) => value)).toEqual(['b7', ...Array.from({ length: 10 }, (_, index) => `b7${index}`)]);
	api().get(path).query({ limit: 100, offset: 100 }).reply(200, { [rowsIn]: rows(1, 100) });
	expect(await search(name, undefined, String(first.paginationToken))).toEqual({ results: [{ name: 'Block 100', value: 'b100' }], paginationToken: undefined });
});

it('searchIntegrations goes on by the Link header', async () => {
	const body = { results: [{ integration_id: 'i1', integration_name: 'Nightly' }] };
	api().get('/cdi/integrations').reply(200, body, { Link: '</cdi/integrations?cursor=abc>; rel="next"' });
	expect(await search('searchIntegrations')).toMatchObject({ paginationToken: 'abc' });
	api().get('/cdi/integrations').query({ cursor: 'abc' }).reply(200, body);
	expect(await search('searchIntegrations', undefined, 'abc')).toMatchObject({ paginationToken: undefined });
});

it('says which permission is missing', async () => {
	api().get('/catalogs').reply(403, { message: 'Access Denied' });
	await expect(search('searchCatalogs')).rejects.toMatchObject({ description: expect.stringContaining('"catalogs.get"') });
});
