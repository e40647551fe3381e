import { byId } from '../../../../support/drives';
import { total, type BrazeDrives } from '../braze';

const DAYS = { length: 60 };
const LYON = { segment: byId('segment-lyon') };
const IOS = { appId: 'app-acme-ios' };
const EVERY = { returnAll: true };

export const segment: BrazeDrives = {
	getMany: async (node) => {
		expect((await node.all('segment.getMany', EVERY)).map(({ id }) => id)).toEqual(expect.arrayContaining(['segment-lyon', 'segment-all-guests']));
	},
	get: async (node) => {
		expect(await node.one('segment.get', LYON)).toMatchObject({ id: 'segment-lyon', name: 'Franchise Lyon', tags: ['franchise'] });
	},
	getDataSeries: async (node) => {
		expect((await node.all('segment.getDataSeries', { ...LYON, length: 30 })).at(-1)).toMatchObject({ size: 4 });
		expect(await node.failure('segment.getDataSeries', { segment: byId('segment-all-guests') })).toMatchObject({ message: expect.stringContaining('Analytics tracking') });
	},
};

export const event: BrazeDrives = {
	getMany: async (node) => {
		await node.all('user.trackEvents', { userId: 'cust-42', eventName: '={{ $json.name }}' }, Array.from({ length: 51 }, (_, index) => ({ name: `event ${index}` })));
		expect(await node.all('event.getMany', EVERY)).toHaveLength(52);
		expect(node.called).toHaveLength(2);
	},
	getNames: async (node) => {
		expect(await node.all('event.getNames', EVERY)).toEqual([{ name: 'ordered' }]);
	},
	getDataSeries: async (node) => {
		const ordered = { event: byId('ordered'), ...DAYS };
		expect(total(await node.all('event.getDataSeries', ordered), 'count')).toBe(12);
		expect(total(await node.all('event.getDataSeries', { ...ordered, ...LYON }), 'count')).toBe(4);
		expect(total(await node.all('event.getDataSeries', { event: byId('ordered'), unit: 'hour', length: 20 }), 'count')).toBeGreaterThan(0);
	},
};

export const kpi: BrazeDrives = {
	getNewUsers: async (node) => {
		// Six customers of today, twelve guests of the last weeks.
		const people = total(await node.all('kpi.getNewUsers', DAYS), 'new_users');
		expect(people).toBeGreaterThanOrEqual(18);
		await node.one('user.trackAttributes', { userId: 'new-1', more: { attributesJson: '{"a": 1}' } });
		expect(total(await node.all('kpi.getNewUsers', DAYS), 'new_users')).toBe(people + 1);
	},
	getDailyActiveUsers: async (node, sandbox) => {
		const before = total(await node.all('kpi.getDailyActiveUsers', { length: 2, ...IOS }), 'dau');
		await sandbox.control('POST', '/customer/cust-42/sessions', { app_id: 'app-acme-ios' });
		expect(total(await node.all('kpi.getDailyActiveUsers', { length: 2, ...IOS }), 'dau')).toBe(before + 1);
	},
	getMonthlyActiveUsers: async (node) => {
		expect((await node.all('kpi.getMonthlyActiveUsers', { length: 2, ...IOS })).at(-1)).toMatchObject({ mau: 3 });
	},
	getUninstalls: async (node, sandbox) => {
		await sandbox.control('POST', '/customer/guest-01/sessions', { app_id: 'app-acme-ios', uninstall: true });
		expect(total(await node.all('kpi.getUninstalls', DAYS), 'uninstalls')).toBe(2);
	},
};

export const session: BrazeDrives = {
	getDataSeries: async (node, sandbox) => {
		const before = total(await node.all('session.getDataSeries', { ...DAYS, ...LYON }), 'sessions');
		await sandbox.control('POST', '/customer/guest-05/sessions', { app_id: 'app-acme-ios' });
		await sandbox.control('POST', '/customer/guest-01/sessions', { app_id: 'app-acme-ios' });
		expect(total(await node.all('session.getDataSeries', { ...DAYS, ...LYON }), 'sessions')).toBe(before + 1);
	},
};

const PIZZA = { userId: 'cust-42', productId: 'pizza', price: 10, currency: 'EUR', quantity: 2 };

export const purchase: BrazeDrives = {
	getProducts: async (node) => {
		await node.one('user.trackPurchases', PIZZA);
		expect(await node.all('purchase.getProducts', EVERY)).toEqual([{ productId: 'menu-of-the-day' }, { productId: 'pizza' }]);
	},
	getQuantitySeries: async (node) => {
		await node.one('user.trackPurchases', PIZZA);
		expect(total(await node.all('purchase.getQuantitySeries', { ...DAYS, product: byId('pizza') }), 'purchase_quantity')).toBe(2);
	},
	getRevenueSeries: async (node) => {
		await node.one('user.trackPurchases', PIZZA);
		expect(total(await node.all('purchase.getRevenueSeries', { ...DAYS, product: byId('pizza') }), 'revenue')).toBe(20);
	},
};

const CARD = { cardId: 'card-summer' };

export const newsFeed: BrazeDrives = {
	getMany: async (node) => {
		expect(await node.one('newsFeed.getMany', EVERY)).toMatchObject({ id: 'card-summer', title: 'Summer at Acme' });
	},
	get: async (node) => {
		expect(await node.one('newsFeed.get', CARD)).toMatchObject({ id: 'card-summer', name: 'Summer card' });
	},
	getDataSeries: async (node) => {
		expect(total(await node.all('newsFeed.getDataSeries', { ...CARD, ...DAYS }), 'clicks')).toBe(1);
	},
};

export const customAttribute: BrazeDrives = {
	getMany: async (node) => {
		const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`field_${index}`, index]));
		await node.one('user.trackAttributes', { userId: 'cust-42', more: { attributesJson: JSON.stringify(many) } });
		const all = await node.all('customAttribute.getMany', EVERY);
		expect(all).toContainEqual(expect.objectContaining({ name: 'field_59', data_type: 'Number' }));
		expect(node.called).toHaveLength(2);
	},
};
