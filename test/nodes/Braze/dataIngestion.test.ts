import type { INodeParameters } from 'n8n-workflow';
import { waits } from '../../support/quickSleep';
import { closedNetwork } from '../../support/network';
import { api, CONTINUE, runBraze } from './braze';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const ID = '00000000-0000-4000-8000-000000000001';
const op = (operation: string, more: INodeParameters = {}): INodeParameters => ({ resource: 'dataIngestion', operation, ...more });
const INTEGRATION = { integration: { __rl: true, mode: 'id', value: ID } };
const jobs = (count: number) => Array.from({ length: count }, (_, index) => ({ job_status: `s${index}` }));

it.each([
	['getMany', {}, '/cdi/integrations'],
	['getSyncJobs', INTEGRATION, `/cdi/integrations/${ID}/job_sync_status`],
])('%s: page by page by the Link header', async (operation, more, path) => {
	api().get(path).reply(200, { message: 'success', results: jobs(10) }, { Link: `<${path}?cursor=abc%3D>; rel="next"` });
	api().get(path).query({ cursor: 'abc=' }).reply(200, { message: 'success', results: jobs(2) });
	expect((await runBraze(op(operation, { ...more, returnAll: true }))).main[0]).toHaveLength(12);
});

it('getMany: no second call where the limit is reached', async () => {
	api().get('/cdi/integrations').reply(200, { message: 'success', results: jobs(10) }, { Link: '</cdi/integrations?cursor=abc>; rel="next"' });
	expect((await runBraze(op('getMany', { limit: 10 }))).main[0]).toHaveLength(10);
});

it('sync: starts one', async () => {
	api().post(`/cdi/integrations/${ID}/sync`).reply(202, { message: 'success' });
	expect((await runBraze(op('sync', INTEGRATION))).main[0][0].json).toEqual({ integrationId: ID, started: true });
});

it('sync: a running one is a conflict and is not waited for, though Braze says 429', async () => {
	waits.length = 0;
	api().post(`/cdi/integrations/${ID}/sync`).reply(429, { message: 'Another job is in progress' }, { 'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 5) });
	expect((await runBraze(op('sync', INTEGRATION), [{}], CONTINUE)).main[1][0].json.error).toMatchObject({ class: 'conflict', status: 429, fix: expect.stringContaining('running') });
	expect(waits.filter((ms) => ms > 0)).toEqual([]);
});

it('sync: a real rate limit is waited for', async () => {
	api().post(`/cdi/integrations/${ID}/sync`).reply(429, { message: 'Rate limit exceeded' }).post(`/cdi/integrations/${ID}/sync`).reply(202, { message: 'success' });
	expect((await runBraze(op('sync', INTEGRATION))).error).toBeUndefined();
});

it.each([['sync', 'post', 'sync', 'cdi.integration_sync'], ['getSyncJobs', 'get', 'job_sync_status', 'cdi.integration_job_status']] as const)('%s names the permission that the key lacks', async (operation, method, last, permission) => {
	api()[method](`/cdi/integrations/${ID}/${last}`).reply(403, { message: 'Access Denied' });
	expect((await runBraze(op(operation, INTEGRATION), [{}], CONTINUE)).main[1][0].json.error).toMatchObject({ class: 'forbidden', fix: expect.stringContaining(`"${permission}"`) });
});
