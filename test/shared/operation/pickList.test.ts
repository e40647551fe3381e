import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { pickList } from '../../../nodes/shared/operation';
import { z } from '../../../nodes/shared/schema';
import { formContext } from '../../support/n8n';
import { closedNetwork } from '../../support/network';
import { probeNode } from '../../support/probeNode';
import { api, HOST, KEY, vendor } from '../../support/probeVendor';
import { oneByOne } from './probeOperations';

closedNetwork();

const shape = z.object({ things: z.array(z.object({ name: z.string(), value: z.string() })), next: z.string().optional() });

const search = pickList(vendor, {
	call: (page) => ({ method: 'GET', path: '/things', query: page === '' ? {} : { page } }),
	rows: (answer) => shape.parse(answer.body).things,
	next: (answer) => shape.parse(answer.body).next,
});

const form = (): ILoadOptionsFunctions =>
	formContext({ nodeType: probeNode(oneByOne), parameters: {}, credentials: { brazeMessagingApi: { instance: 'custom', baseUrl: HOST, apiKey: KEY } } });

it('offers a page of rows, filtered by what was typed, and the way to the next page', async () => {
	api().get('/things').query({}).reply(200, { things: [{ name: 'Spring Sale', value: '1' }, { name: 'Autumn', value: '2' }], next: 'p2' });
	expect(await search.call(form(), 'SALE')).toEqual({ results: [{ name: 'Spring Sale', value: '1' }], paginationToken: 'p2' });
	api().get('/things').query({ page: 'p2' }).reply(200, { things: [{ name: 'Winter', value: '3' }] });
	expect(await search.call(form(), undefined, 'p2')).toEqual({ results: [{ name: 'Winter', value: '3' }], paginationToken: undefined });
});

it('a refusal is shown with what to do about it', async () => {
	api().get('/things').query({}).reply(400, { message: 'no such thing' });
	await expect(search.call(form())).rejects.toMatchObject({ message: 'no such thing', description: 'Do something about: no such thing' });
});
