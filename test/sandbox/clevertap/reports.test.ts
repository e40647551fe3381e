import { dayOf, weekOf } from '../../../sandbox/clevertap/queries/dates';
import { RULES } from '../../../sandbox/clevertap/rules';
import { day, nowSeconds, startCleverTap, type CleverTap, type Loose } from './harness';

let clevertap: CleverTap;
beforeAll(async () => {
	clevertap = await startCleverTap();
});
beforeEach(async () => {
	await clevertap.reset();
	const sale = (identity: string, product: string, price: number, daysAgo: number) => ({ type: 'event', identity, evtName: 'Sale', ts: nowSeconds() - daysAgo * 86_400, evtData: { product, price } });
	await clevertap.upload(sale('cust-42', 'shoe', 10, 0), sale('cust-42', 'shoe', 15, 0), sale('cust-43', 'bag', 7, 0), sale('cust-43', 'shoe', 1, 1));
});
afterAll(async () => await clevertap.close());

const two = { event_name: 'Sale', from: day(1), to: day() };
const ask = async <Body = Loose>(path: string, body: object) => (await clevertap.post<Body>(path, body)).body;

describe('counts', () => {
	it('of events, of people, by property', async () => {
		expect(await ask('/1/counts/events.json', two)).toEqual({ status: 'success', count: 4 });
		expect(await ask('/1/counts/events.json', { ...two, unique: true })).toEqual({ status: 'success', count: 2 });
		expect(await ask('/1/counts/events.json', { ...two, event_properties: [{ name: 'product', operator: 'equals', value: 'bag' }] })).toEqual({ status: 'success', count: 1 });
		expect(await ask('/1/counts/profiles.json', two)).toEqual({ status: 'success', count: 2 });
	});

	it('of people by their properties alone', async () => {
		const gold = { common_profile_properties: { profile_fields: [{ name: 'Customer Type', operator: 'equals', value: 'Gold' }] } };
		expect(await ask('/1/counts/profiles.json', gold)).toEqual({ status: 'success', count: 4 });
	});
});

it('trends: days, weeks, months; people; sums', async () => {
	const groups = { d: { trend_type: 'daily' }, w: { trend_type: 'weekly' }, m: { trend_type: 'monthly' } };
	const body = await ask<Record<'d' | 'w' | 'm', Record<string, number>>>('/1/counts/trends.json', { ...two, groups });
	expect(body.d).toEqual({ [day()]: 3, [day(1)]: 1 });
	expect(Object.values(body.w).reduce((sum, value) => sum + value)).toBe(4);
	expect(Object.keys(body.m).every((key) => /^\d{6}$/.test(key))).toBe(true);
	expect(await ask('/1/counts/trends.json', { ...two, groups: { d: { trend_type: 'daily' } }, unique: true })).toMatchObject({ d: { [day()]: 2, [day(1)]: 1 } });
	expect(await ask('/1/counts/trends.json', { ...two, groups: { d: { trend_type: 'daily' } }, sum_event_prop: 'price' })).toMatchObject({ d: { [day()]: 32, [day(1)]: 1 } });
	expect((await clevertap.post('/1/counts/trends.json', { ...two, groups: { d: { trend_type: 'hourly' } } })).status).toBe(400);
});

it.each([['2026-01-01', '202601'], ['2027-01-01', '202653'], ['2024-12-30', '202501'], ['2026-11-21', '202647']])('%s is in week %s', (date, week) => {
	expect(weekOf(Date.parse(date))).toBe(week);
	expect(dayOf(Date.parse(date))).toBe(Number(date.replaceAll('-', '')));
});

it('top properties: of the event and of the profile, from either end', async () => {
	const groups = {
		most: { property_type: 'event_properties', name: 'product' },
		least: { property_type: 'event_properties', name: 'product', top_n: 1, order: 'asc' },
		types: { property_type: 'profile_fields', name: 'Customer Type' },
	};
	expect(await ask('/1/counts/top.json', { ...two, groups })).toEqual({
		status: 'success',
		most: { STR: { shoe: 3, bag: 1 } },
		least: { STR: { bag: 1 } },
		types: { STR: { Gold: 2, Silver: 2 } },
	});
});

it('now: who was there in the last five minutes, new or not', async () => {
	expect(await ask('/1/now.json', {})).toEqual({ status: 'success', count: 2 });
	await clevertap.upload({ type: 'event', identity: 'fresh', evtName: 'Sale', evtData: {} });
	expect(await ask('/1/now.json', { user_type: true })).toEqual({ status: 'success', count: 3, user_type: { new: 1, repeat: 2 } });
	await clevertap.age(301);
	expect(await ask('/1/now.json', {})).toEqual({ status: 'success', count: 0 });
});

it('message report: campaigns that started in the range, by channel, status, label', async () => {
	const push = { name: 'Hello', content: { title: 'Hi', body: 'Hi' }, segment: 'all', labels: ['spring'] };
	await clevertap.post('/1/targets/create.json', push);
	// It starts a moment later.
	await clevertap.age(10);
	const report = async (more: object = {}) => (await ask<{ messages: Loose[] }>('/1/message/report.json', { from: String(day(1)), to: String(day()), ...more })).messages.map(({ message_name: name }) => name);
	expect(await report()).toEqual(['Order update (external trigger)', 'Hello']);
	expect(await report({ label: 'spring' })).toEqual(['Hello']);
	expect(await report({ channel: ['webhooks'] })).toEqual([]);
	expect(await report({ channel: 'push,email', status: ['completed'] })).toEqual(['Hello']);
	const { messages } = await ask<{ messages: Loose[] }>('/1/message/report.json', { from: day(), to: day(), daily: true, label: ['spring'] });
	expect(messages).toMatchObject([{ channel: 'push', delivery: 'api', status: 'completed', sent: 4, data: [{ sent: 4 }] }]);
});

describe('heavy queries', () => {
	const heavy = { ...two, from: day(29) };
	interface Partial {
		status: string;
		req_id: string;
	}

	it.each([
		['/1/counts/events.json', {}, { count: 4 }],
		['/1/counts/profiles.json', {}, { count: 2 }],
		['/1/counts/trends.json', { groups: { d: { trend_type: 'daily' } } }, { d: { [day()]: 3 } }],
		['/1/counts/top.json', { groups: { p: { property_type: 'event_properties', name: 'product' } } }, { p: { STR: { shoe: 3 } } }],
		['/1/message/report.json', {}, { messages: [{ message_name: 'Order update (external trigger)' }] }],
	])('%s: partial, then by req_id', async (path, more, result) => {
		const started = await ask<Partial>(path, { ...heavy, ...more });
		expect(started).toEqual({ status: 'partial', req_id: expect.stringMatching(/^\d+$/) });
		expect(clevertap.lastRule()).toEqual(RULES.partial);
		const poll = async () => (await clevertap.get(`${path}?req_id=${started.req_id}`)).body;
		expect(await poll()).toEqual(started);
		expect(await poll()).toMatchObject({ status: 'success', ...result });
	});

	it('a poll by POST is taken as well', async () => {
		await clevertap.settings({ polls: 1 });
		const { req_id: id } = await ask<Partial>('/1/counts/events.json', heavy);
		expect(await ask(`/1/counts/events.json?req_id=${id}`, {})).toEqual({ status: 'success', count: 4 });
		expect(clevertap.lastRule()).toEqual(RULES.reqIdByPost);
	});

	it('always or never by a setting', async () => {
		await clevertap.settings({ heavyDays: 0 });
		expect(await ask('/1/counts/events.json', two)).toMatchObject({ status: 'partial' });
		await clevertap.settings({ heavyDays: null });
		expect(await ask('/1/counts/events.json', heavy)).toEqual({ status: 'success', count: 4 });
	});

	it('what is wrong is refused at once; a req_id counts for its own path only', async () => {
		expect((await clevertap.post('/1/counts/events.json', { ...heavy, event_name: undefined })).status).toBe(400);
		const { req_id: id } = await ask<Partial>('/1/counts/events.json', heavy);
		expect((await clevertap.get(`/1/counts/profiles.json?req_id=${id}`)).body).toMatchObject({ error: 'Invalid req_id' });
		expect((await clevertap.get('/1/counts/events.json')).status).toBe(400);
	});
});
