import { startBraze, type BrazeSandbox } from './harness';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze({ waitFactor: 1 });
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const ID = '00000000-0000-4000-8000-000000000002';
const FIRST = '00000000-0000-4000-8000-000000000001';

/** All pages, by the Link header. */
async function pages(path: string): Promise<unknown[][]> {
	const found: unknown[][] = [];
	for (let next: string | undefined = path; next !== undefined; ) {
		const answer: Awaited<ReturnType<typeof braze.call>> = await braze.call('GET', next);
		found.push(answer.body.results as unknown[]);
		next = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
	}
	return found;
}
const statuses = async (id = ID) => ((await braze.call('GET', `/cdi/integrations/${id}/job_sync_status`)).body.results as Array<{ job_status: string }>).map(({ job_status: status }) => status);
const sync = async (id = ID) => await braze.call('POST', `/cdi/integrations/${id}/sync`);

it('lists integrations and past syncs, 10 a page', async () => {
	expect((await pages('/cdi/integrations')).map((page) => page.length)).toEqual([10, 2]);
	expect((await pages(`/cdi/integrations/${FIRST}/job_sync_status`)).map((page) => page.length)).toEqual([10, 2]);
	expect((await statuses(FIRST)).slice(0, 3)).toEqual(['Success', 'Partial', 'Error']);
});

it('runs one sync at a time, and it ends as the world ages', async () => {
	expect(await sync()).toMatchObject({ status: 202, body: { message: 'success' } });
	expect(await statuses()).toEqual(['Running']);
	expect(await sync()).toMatchObject({ status: 429, body: { message: 'Another job is in progress' } });
	braze.world.age(10 * 60_000);
	expect(await statuses()).toEqual(['Success']);
	expect((await sync()).status).toBe(202);
	expect(await statuses()).toEqual(['Running', 'Success']);
});

it.each([
	['GET', '/cdi/integrations?cursor=bad', 400, 'Invalid cursor'],
	['GET', `/cdi/integrations/${FIRST}/job_sync_status?cursor=bad`, 400, 'Invalid cursor'],
	['GET', '/cdi/integrations/nope/job_sync_status', 400, 'Invalid integration ID'],
	['POST', '/cdi/integrations/nope/sync', 400, 'Invalid integration ID'],
	['POST', '/cdi/integrations/99999999-0000-4000-8000-000000000001/sync', 404, 'Integration not found'],
])('%s %s: %d', async (method, path, status, message) => {
	expect(await braze.call(method, path)).toMatchObject({ status, body: { message } });
});

it('has three limits', async () => {
	const limit = async (method: string, path: string) => (await braze.call(method, path)).headers.get('x-ratelimit-limit');
	expect([await limit('GET', '/cdi/integrations'), await limit('POST', `/cdi/integrations/${ID}/sync`), await limit('GET', `/cdi/integrations/${ID}/job_sync_status`)]).toEqual(['50', '20', '100']);
});
