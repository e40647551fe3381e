/* eslint-disable @n8n/community-nodes/no-hardcoded-secrets -- tokens of the seed */
import { RULES } from '../../../sandbox/clevertap/rules';
import { DAY, day, HOUR, startCleverTap, type CleverTap, type Loose } from './harness';

let clevertap: CleverTap;
beforeAll(async () => {
	clevertap = await startCleverTap();
});
beforeEach(async () => await clevertap.reset());
afterAll(async () => await clevertap.close());

interface PageJson {
	status: string;
	cursor?: string;
	next_cursor?: string;
	records?: Loose[];
}

const shipped = (identity: string, order: number) => ({ type: 'event', identity, evtName: 'Shipped', evtData: { order } });

/** All pages of a download. */
async function pages(path: string, query: object, size: number, more = ''): Promise<Loose[][]> {
	const first = (await clevertap.post<PageJson>(`${path}?batch_size=${size}${more}`, query)).body;
	expect(Object.keys(first).sort()).toEqual(['cursor', 'status']);
	const all: Loose[][] = [];
	for (let cursor = first.cursor; cursor !== undefined; ) {
		const { body } = await clevertap.get<PageJson>(`${path}?cursor=${cursor}`);
		all.push(body.records ?? []);
		cursor = body.next_cursor;
	}
	return all;
}

describe('profile.json', () => {
	it('by identity, email, objectId', async () => {
		const { body } = await clevertap.get<{ status: string; record: Loose & { objectId: string } }>('/1/profile.json?identity=cust-42');
		expect(body).toMatchObject({
			status: 'success',
			record: {
				identity: 'cust-42',
				email: 'ada@example.com',
				name: 'Ada Lovelace',
				phone: '+12025550142',
				profileData: { SendbirdID: 'cust-42', 'Customer Type': 'Gold' },
				events: { Charged: { count: 1, first_seen: expect.any(Number), last_seen: expect.any(Number) } },
				platformInfo: [{ platform: 'iOS', objectId: expect.any(String), push_token: 'push-token-cust-42' }],
			},
		});
		expect(body.record.profileData).not.toHaveProperty('Email');
		expect((await clevertap.get(`/1/profile.json?objectId=${body.record.objectId}`)).body).toEqual(body);
		expect((await clevertap.get('/1/profile.json?email=Ada%40example.com')).body).toEqual(body);
	});

	it('somebody unknown: a null record, or 404 by a setting', async () => {
		const answer = await clevertap.get('/1/profile.json?identity=nobody');
		expect([answer.status, answer.body]).toEqual([200, { status: 'success', record: null }]);
		await clevertap.settings({ unknownProfile: 'fail' });
		expect((await clevertap.get('/1/profile.json?identity=nobody')).body).toEqual({ status: 'fail', error: 'Profile not found', code: 404 });
	});

	it.each(['', '?identity=a&email=b', '?identity='])('%s is 400', async (query) => {
		expect((await clevertap.get(`/1/profile.json${query}`)).status).toBe(400);
		expect(clevertap.lastRule()).toEqual(RULES.oneIdentifier);
	});
});

describe('downloads in two steps', () => {
	const query = { event_name: 'shipped', from: day(1), to: day() };
	beforeEach(async () => {
		await clevertap.upload(...Array.from({ length: 5 }, (_, index) => shipped(index === 4 ? 'cust-43' : 'cust-42', index)));
	});

	it('events, page by page until next_cursor is absent', async () => {
		const all = await pages('/1/events.json', query, 2);
		expect(all.map((page) => page.length)).toEqual([2, 2, 1]);
		expect(await pages('/1/events.json', query, 5)).toHaveLength(1);
		expect(all.flat().map(({ event_props: props }) => (props as { order: number }).order)).toEqual([0, 1, 2, 3, 4]);
		expect(all[0][0]).toMatchObject({ profile: { identity: 'cust-42', objectId: expect.any(String), profileData: { SendbirdID: 'cust-42' } }, session_props: {} });
	});

	it('ts as digits, or as epoch by a setting', async () => {
		const [[digits]] = await pages('/1/events.json', query, 1);
		expect(String(digits.ts)).toMatch(new RegExp(`^(${day()}|${day(1)})\\d{6}$`));
		await clevertap.settings({ downloadTs: 'epoch' });
		const [[epoch]] = await pages('/1/events.json', query, 1);
		expect(Math.abs(Number(epoch.ts) - Date.now() / 1000)).toBeLessThan(60);
	});

	it('profiles, each once, with the parts asked for', async () => {
		const all = await pages('/1/profiles.json', query, 10);
		expect(all.flat().map(({ identity }) => identity)).toEqual(['cust-42', 'cust-43']);
		const [[lean]] = await pages('/1/profiles.json', query, 1, '&app=false&events=false&profile=false');
		expect(Object.keys(lean).sort()).toEqual(['email', 'identity', 'name', 'objectId', 'phone']);
	});

	it('filters by properties of the event and of the profile', async () => {
		const orders = async (more: object) => (await pages('/1/events.json', { ...query, ...more }, 10)).flat().map(({ event_props: props }) => (props as { order: number }).order);
		expect(await orders({ event_properties: [{ name: 'order', operator: 'greater_than', value: 2 }] })).toEqual([3, 4]);
		expect(await orders({ event_properties: [{ name: 'order', value: [0, 4] }] })).toEqual([0, 4]);
		expect(await orders({ common_profile_properties: { profile_fields: [{ name: 'Customer Type', operator: 'equals', value: 'Silver' }] } })).toEqual([4]);
		expect(await orders({ event_properties: [{ name: 'order', operator: 'less_than_equals', value: '1' }], common_profile_properties: { profile_fields: [{ name: 'Name', operator: 'contains', value: 'love' }] } })).toEqual([0, 1]);
		expect(await orders({ from: day(3), to: day(2) })).toEqual([]);
		const by = async (operator: string, value?: unknown) => await orders({ event_properties: [{ name: 'order', operator, value }] });
		expect([await by('not_equals', 0), await by('not_in', [0, 1]), await by('does_not_contain', '3')]).toEqual([[1, 2, 3, 4], [2, 3, 4], [0, 1, 2, 4]]);
		expect([await by('exists'), await by('not_exists')]).toEqual([[0, 1, 2, 3, 4], []]);
	});

	it('other filters do nothing, and the log tells', async () => {
		expect((await pages('/1/events.json', { ...query, session_properties: [{ name: 'utm_source', value: 'blog' }] }, 10)).flat()).toHaveLength(5);
		expect(clevertap.events().find(({ rule }) => rule?.text === RULES.otherFilters.text)).toBeDefined();
	});

	it('an operator that nobody describes is 400', async () => {
		expect((await clevertap.post('/1/events.json', { ...query, event_properties: [{ name: 'order', operator: 'resembles', value: 1 }] })).status).toBe(400);
		expect(clevertap.lastRule()).toEqual(RULES.operators);
	});

	it('what is downloaded is fixed at the first step, and a page may be asked for twice', async () => {
		const { cursor } = (await clevertap.post<PageJson>('/1/events.json?batch_size=4', query)).body;
		await clevertap.upload(shipped('cust-45', 9));
		const once = (await clevertap.get<PageJson>(`/1/events.json?cursor=${cursor}`)).body;
		const twice = (await clevertap.get<PageJson>(`/1/events.json?cursor=${cursor}`)).body;
		expect(twice.records).toEqual(once.records);
		expect((await clevertap.get<PageJson>(`/1/events.json?cursor=${once.next_cursor}`)).body.records).toHaveLength(1);
	});

	it('cursors end', async () => {
		const start = async (path: string) => (await clevertap.post<PageJson>(path, query)).body.cursor;
		const events = await start('/1/events.json');
		const profiles = await start('/1/profiles.json');
		await clevertap.age(HOUR + 60);
		expect((await clevertap.get(`/1/events.json?cursor=${events}`)).body).toMatchObject({ status: 'fail', code: 400 });
		expect(clevertap.lastRule()).toEqual(RULES.cursorLife);
		expect((await clevertap.get(`/1/profiles.json?cursor=${profiles}`)).status).toBe(200);
		await clevertap.age(4 * DAY);
		expect((await clevertap.get(`/1/profiles.json?cursor=${profiles}`)).status).toBe(400);
		expect((await clevertap.get(`/1/events.json?cursor=${profiles}`)).body).toMatchObject({ error: 'Invalid cursor' });
	});

	it('batch_size above 5,000 is taken as 5,000, below 1 refused', async () => {
		expect((await clevertap.post('/1/events.json?batch_size=5001', query)).status).toBe(200);
		expect(clevertap.lastRule()).toEqual(RULES.batchSize);
		expect((await clevertap.post('/1/events.json?batch_size=0', query)).status).toBe(400);
	});

	it('needs an event', async () => {
		expect((await clevertap.post('/1/profiles.json', { from: day(), to: day() })).body).toMatchObject({ error: 'event_name is missing' });
		expect((await clevertap.get('/1/profiles.json')).body).toMatchObject({ error: 'cursor is missing' });
	});
});

describe('dates', () => {
	const count = async (from: unknown, to: unknown) => await clevertap.post('/1/counts/events.json', { event_name: 'Charged', from, to });

	it.each([[20260132, day()], ['tomorrow', day()], [day(), day(1)], [undefined, day()], [2026, day()]])('%j to %j is 400', async (from, to) => {
		expect((await count(from, to)).status).toBe(400);
		expect(clevertap.lastRule()).toEqual(RULES.dates);
	});

	it('with dashes: 500', async () => {
		expect((await count('2026-01-01', day())).body).toEqual({ status: 'fail', error: 'Internal Server Error', code: 500 });
		expect(clevertap.lastRule()).toEqual(RULES.dashedDate);
	});

	it('events age with the world', async () => {
		expect((await count(day(2), day())).body).toEqual({ status: 'success', count: 1 });
		await clevertap.age(5 * DAY);
		expect((await count(day(2), day())).body).toEqual({ status: 'success', count: 0 });
		expect((await count(day(7), day())).body).toEqual({ status: 'success', count: 1 });
	});
});
