import { z } from 'zod';
import { startBraze, type BrazeSandbox } from './harness';
import { age, API_CAMPAIGN } from './messaging';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const get = async (path: string) => await braze.call('GET', path);
const points = async (path: string, field: string): Promise<Array<[string, number]>> => {
	const { body } = await get(path);
	return z.array(z.record(z.union([z.string(), z.number()]))).parse(body.data).map((point) => [String(point.time), Number(point[field])]);
};
const values = async (path: string, field: string) => (await points(path, field)).map(([, value]) => value);
const track = async (body: object) => await braze.call('POST', '/users/track', body);
const event = (name: string, external_id = 'cust-42', more: object = {}) => ({ name, time: new Date().toISOString(), external_id, ...more });

describe('custom events', () => {
	it('lists names sorted, 250 a page', async () => {
		await track({ events: [event('zebra'), event('apple')] });
		expect((await get('/events/list')).body).toEqual({ message: 'success', events: ['apple', 'ordered', 'zebra'] });
		expect((await get('/events/list?page=1')).body.events).toEqual([]);
	});

	it('exports 50 at a time, the next ones behind the Link header', async () => {
		for (const from of [0, 30]) await track({ events: Array.from({ length: 30 }, (_, index) => event(`event-${String(from + index).padStart(2, '0')}`)) });
		const first = await get('/events');
		expect(first.body.events).toHaveLength(50);
		expect(z.array(z.object({ name: z.string() })).parse(first.body.events)[0]).toEqual({ name: 'event-00' });
		const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
		const second = await get(next);
		expect(second.body.events).toHaveLength(11);
		expect(second.headers.get('link')).not.toContain('rel="next"');
		expect((await get('/events?cursor=x')).status).toBe(400);
	});

	it('counts by day and hour, app and segment', async () => {
		await track({ events: [event('visited'), event('visited', 'guest-01', { app_id: 'app-acme-ios' })] });
		const today = new Date().toISOString().slice(0, 10);
		expect((await points('/events/data_series?event=visited&length=2', 'count')).at(-1)).toEqual([today, 2]);
		expect(await values('/events/data_series?event=visited&length=1&app_id=app-acme-ios', 'count')).toEqual([1]);
		expect(await values('/events/data_series?event=visited&length=1&segment_id=segment-berlin', 'count')).toEqual([1]);
		await age(braze, 1 / 24);
		const hours = await points('/events/data_series?event=visited&length=2&unit=hour', 'count');
		expect(hours.map(([, count]) => count)).toEqual([2, 0]);
		expect(hours[0][0]).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:00:00\+00:00$/);
		await age(braze, 1);
		expect((await values('/events/data_series?event=visited&length=4', 'count')).reduce((sum, count) => sum + count, 0)).toBe(2);
	});

	it.each(['length=1', 'event=x', 'event=x&length=1&unit=week', 'event=x&length=1&segment_id=segment-all-guests'])('refuses %s', async (query) => {
		expect((await get(`/events/data_series?${query}`)).status).toBe(400);
	});
});

describe('custom attributes', () => {
	it('are listed by name with their kinds', async () => {
		await track({ attributes: [{ external_id: 'cust-42', since: '2026-01-31T10:00:00Z', address: { city: 'Oslo' } }] });
		const { body } = await get('/custom_attributes');
		const kinds = z.array(z.object({ name: z.string(), data_type: z.string(), array_length: z.number().nullable() })).parse(body.attributes);
		expect(kinds.map(({ name, data_type: type, array_length: length }) => [name, type, length])).toEqual([
			['address', 'Object', null],
			['favorite_color', 'String', null],
			['favourite_dishes', 'Array', 25],
			['franchise', 'String', null],
			['loyalty_points', 'Number', null],
			['since', 'Time', null],
			['vip', 'Boolean', null],
			['visits', 'Number', null],
		]);
	});
});

describe('purchases', () => {
	const buy = async (more: object = {}) =>
		await track({ purchases: [{ external_id: 'cust-42', product_id: 'pizza', currency: 'EUR', price: 9.5, quantity: 2, time: new Date().toISOString(), ...more }] });

	it('list products, revenue and quantities', async () => {
		await buy();
		expect((await get('/purchases/product_list')).body).toEqual({ message: 'success', products: ['menu-of-the-day', 'pizza'] });
		expect(await values('/purchases/revenue_series?length=1&product=pizza', 'revenue')).toEqual([19]);
		expect(await values('/purchases/quantity_series?length=1&product=pizza', 'purchase_quantity')).toEqual([2]);
		expect((await values('/purchases/revenue_series?length=30', 'revenue')).reduce((sum, one) => sum + one, 0)).toBe(19 + 12.5 * (1 + 2 + 1 + 2));
		await buy({ app_id: 'app-acme-web' });
		expect(await values('/purchases/quantity_series?length=1&app_id=app-acme-web', 'purchase_quantity')).toEqual([2]);
	});
});

describe('KPIs and sessions', () => {
	it('new users on the day they came', async () => {
		await braze.control('POST', '/customers', { external_id: 'newcomer', phone: '+13035550199' });
		const before = await values('/kpi/new_users/data_series?length=2', 'new_users');
		expect(before[1]).toBe(7);
		await age(braze, 1);
		expect(await values('/kpi/new_users/data_series?length=2', 'new_users')).toEqual([7, 0]);
	});

	it('active users and sessions follow who opens an app', async () => {
		const today = async () => [await values('/kpi/dau/data_series?length=1', 'dau'), await values('/sessions/data_series?length=1', 'sessions')].flat();
		const [users, sessions] = await today();
		await braze.control('POST', '/customer/cust-42/sessions', { app_id: 'app-acme-web' });
		await braze.control('POST', '/customer/cust-42/sessions', { app_id: 'app-acme-web' });
		expect(await today()).toEqual([users + 1, sessions + 2]);
		expect(await values('/sessions/data_series?length=1&segment_id=segment-berlin', 'sessions')).toEqual([2]);
		const monthly = await values('/kpi/mau/data_series?length=1', 'mau');
		expect(monthly).toEqual([7]);
		await age(braze, 40);
		expect(await values('/kpi/mau/data_series?length=1', 'mau')).toEqual([0]);
	});

	it('uninstalls', async () => {
		expect(await values('/kpi/uninstalls/data_series?length=2', 'uninstalls')).toEqual([1, 0]);
		await braze.control('POST', '/customer/guest-01/sessions', { app_id: 'app-acme-ios', uninstall: true });
		expect(await values('/kpi/uninstalls/data_series?length=2&app_id=app-acme-ios', 'uninstalls')).toEqual([1, 1]);
		expect(await values('/kpi/uninstalls/data_series?length=2&app_id=app-acme-web', 'uninstalls')).toEqual([0, 0]);
	});
});

describe('the legacy News Feed', () => {
	it('has one card', async () => {
		expect((await get('/feed/list')).body.cards).toEqual([{ id: 'card-summer', type: 'CaptionedImage', title: 'Summer at Acme', tags: [] }]);
		expect((await get('/feed/details?card_id=card-summer')).body).toMatchObject({ name: 'Summer card', archived: false });
		expect((await get('/feed/data_series?card_id=card-summer&length=3')).body.data).toMatchObject([{ clicks: 1, impressions: 1, unique_clicks: 1 }, { clicks: 0 }, { clicks: 0 }]);
		expect((await get('/feed/details?card_id=x')).status).toBe(400);
	});
});

describe('campaigns', () => {
	it('details of an API campaign name its variations', async () => {
		expect((await get(`/campaigns/details?campaign_id=${API_CAMPAIGN}`)).body).toMatchObject({
			name: 'Local marketing',
			channels: ['email', 'sms', 'ios_push', 'android_push', 'webhook', 'whats_app', 'content_cards'],
			messages: { 'variation-email-berlin': { channel: 'email', name: 'Email Berlin' }, 'variation-sms-default': { channel: 'sms' } },
		});
	});

	it('are duplicated as drafts', async () => {
		expect((await braze.call('POST', '/campaigns/duplicate', { campaign_id: API_CAMPAIGN, name: 'Copy', description: 'mine' })).status).toBe(202);
		const { campaigns } = await braze.client().campaigns.list({ sort_direction: 'desc' });
		const copy = campaigns.find(({ name }) => name === 'Copy');
		expect((await get(`/campaigns/details?campaign_id=${copy?.id}`)).body).toMatchObject({ draft: true, description: 'mine', first_sent: null });
		expect((await braze.call('POST', '/campaigns/duplicate', { campaign_id: 'x', name: 'Copy' })).status).toBe(400);
		expect((await braze.call('POST', '/campaigns/duplicate', { campaign_id: API_CAMPAIGN })).status).toBe(400);
	});

	it('have no links where they have no content', async () => {
		const path = `/campaigns/url_info/details?campaign_id=${API_CAMPAIGN}&message_variation_id=`;
		expect((await get(`${path}variation-email-berlin`)).body).toMatchObject({ channel: 'email', name: 'Email Berlin', link_data: [], message: 'success' });
		expect((await get(`${path}x`)).body.message).toBe('Missing/Invalid Message Variant ID');
		expect((await get('/campaigns/url_info/details?campaign_id=x')).body.message).toBe('Missing/Invalid Campaign ID');
	});
});

describe('limits', () => {
	it('events, attributes and products share 1,000 calls an hour', async () => {
		await braze.control('POST', '/braze/limits', { pool: 'custom data lists', limit: 2, windowMs: 3_600_000 });
		const first = await get('/events/list');
		expect(first.headers.get('x-ratelimit-limit')).toBe('2');
		expect((await get('/custom_attributes')).status).toBe(200);
		expect((await get('/purchases/product_list')).status).toBe(429);
		expect((await get('/events')).status).toBe(429);
		expect((await get('/segments/list')).status).toBe(200);
	});

	it.each([
		[`/campaigns/data_series?campaign_id=${API_CAMPAIGN}&length=1`, '50000'],
		['/events/list', '1000'],
		['/kpi/dau/data_series?length=1', '250000'],
	])('%s allows %s', async (path, limit) => {
		expect((await get(path)).headers.get('x-ratelimit-limit')).toBe(limit);
	});
});
