import { openTestWorld, type TestWorld } from './world';

/** What n8n's own REST API says of a table with one row, to whoever is logged in. */
const n8n = (row: Record<string, string> | undefined) => ({ path, headers, body }: { path: string; headers: { cookie?: string }; body: string }) => {
	if (path === '/rest/login') return body.includes('right') ? { headers: { 'set-cookie': 'n8n-auth=held; Path=/' } } : { status: 401 };
	if (headers.cookie !== 'n8n-auth=held') return { status: 401 };
	if (path.startsWith('/rest/data-tables-global?')) return { body: { data: { data: [{ id: 't1', name: 'groups', project: { id: 'p1' } }] } } };
	if (path.startsWith('/rest/projects/p1/data-tables/t1/rows?')) return { body: { data: { data: row === undefined ? [] : [row] } } };
	return { status: 404 };
};

describe('a link that a cell of n8n’s Data Tables completes', () => {
	let world: TestWorld;
	beforeAll(async () => (world = await openTestWorld()));
	afterAll(async () => await world.close());

	const leadsTo = async (title: string, password = 'right') => {
		const cell = { table: 'groups', where: { group: 'Berlin' }, column: 'key' };
		const link = `${world.outside}/form/plan?text=Hi`;
		await world.control('POST', '/page/n8n', {
			url: world.outside,
			login: { email: 'a@b.example', password },
			plays: [
				{ title: 'Plan', console: 'braze', link, cell: { ...cell, parameter: 'key' } },
				{ title: 'Approve', console: 'braze', link, cell },
				{ title: 'Elsewhere', console: 'braze', link, cell: { ...cell, table: 'others' } },
				{ title: 'Starts', console: 'braze', calls: [] },
			],
		});
		const answer = await fetch(`${world.sandbox.ready.control}/page/plays/${encodeURIComponent(title)}`, { redirect: 'manual' });
		return [answer.status, answer.headers.get('location')?.replace(world.outside, '')];
	};

	it('takes it as a parameter, or as the address itself on the n8n that is there', async () => {
		world.answer(n8n({ key: 'k&y' }));
		expect(await leadsTo('Plan')).toEqual([302, '/form/plan?text=Hi&key=k%26y']);
		expect(JSON.parse(new URL(world.received.at(-1)?.path ?? '', world.outside).searchParams.get('filter') ?? '')).toEqual({ type: 'and', filters: [{ columnName: 'group', condition: 'eq', value: 'Berlin' }] });
		world.answer(n8n({ key: 'http://other.example/form-waiting/7?signature=s' }));
		expect(await leadsTo('Approve')).toEqual([302, '/form-waiting/7?signature=s']);
	});

	it('leads to the bare link where there is no row, no table, no way in', async () => {
		world.answer(n8n(undefined));
		expect(await leadsTo('Plan')).toEqual([302, '/form/plan?text=Hi']);
		world.answer(n8n({ key: 'k' }));
		expect(await leadsTo('Elsewhere')).toEqual([302, '/form/plan?text=Hi']);
		expect(await leadsTo('Plan', 'wrong')).toEqual([302, '/form/plan?text=Hi']);
	});

	it('knows no other titles', async () => {
		expect((await leadsTo('Starts'))[0]).toBe(404);
		expect((await leadsTo('Nothing'))[0]).toBe(404);
	});
});
