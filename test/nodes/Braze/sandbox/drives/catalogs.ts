import { byId, mapped, rows, type Driver } from '../../../../support/drives';
import { age, type BrazeDrives } from '../braze';

const OFFERS = { catalog: byId('Local_Offers') };
const PARIS = { ...OFFERS, itemId: 'paris-01' };
const NICE = { ...OFFERS, itemId: 'nice-01' };
const EACH = { ...OFFERS, itemId: '={{ $json.id }}' };

const fieldsOf = async (node: Driver) => JSON.stringify((await node.one('catalog.getMany', { returnAll: true })).fields);
const citiesOf = async (node: Driver) => (await node.all('catalogItem.getMany', { ...OFFERS, returnAll: true })).map(({ City: city }) => city);

export const catalog: BrazeDrives = {
	create: async (node) => {
		await node.one('catalog.create', { name: 'Menus', description: 'What is cooked', fields: rows({ name: 'Dish', type: 'string' }, { name: 'Price', type: 'number' }) });
		expect((await node.all('catalog.getMany', { returnAll: true })).map(({ name }) => name)).toEqual(['Local_Offers', 'Menus']);
	},
	delete: async (node) => {
		await node.one('catalog.delete', OFFERS);
		expect(await node.failure('catalogItem.get', PARIS)).toMatchObject({ class: 'notFound' });
	},
	getMany: async (node) => {
		expect(await node.one('catalog.getMany', { returnAll: true })).toMatchObject({ name: 'Local_Offers', num_items: 2 });
	},
};

export const catalogField: BrazeDrives = {
	create: async (node, sandbox) => {
		await node.all('catalogField.create', { ...OFFERS, fieldName: '={{ $json.f }}', fieldType: 'string' }, [{ f: 'Chef' }, { f: 'Street' }]);
		expect(node.called).toHaveLength(1);
		await age(sandbox, 2);
		expect(await fieldsOf(node)).toMatch(/Chef.*Street/);
	},
	delete: async (node, sandbox) => {
		await node.one('catalogField.delete', { ...OFFERS, fieldName: 'Price' });
		await age(sandbox, 2);
		expect(await fieldsOf(node)).not.toContain('Price');
	},
};

export const catalogItem: BrazeDrives = {
	create: async (node) => {
		await node.one('catalogItem.create', { ...NICE, values: mapped({ City: 'Nice', Price: 5 }) });
		expect(await node.one('catalogItem.get', NICE)).toEqual({ id: 'nice-01', City: 'Nice', Price: 5 });
		expect(await node.failure('catalogItem.create', { ...NICE, values: mapped({ City: 'Nice' }) })).toMatchObject({ class: 'conflict' });
	},
	createBulk: async (node, sandbox) => {
		const cities = Array.from({ length: 60 }, (_, index) => ({ id: `i-${index}`, city: index === 7 ? { no: 'text' } : `C${index}` }));
		const { places } = await node.run('catalogItem.createBulk', { ...EACH, more: { valuesJson: '={{ JSON.stringify({ City: $json.city }) }}' } }, cities);
		expect({ good: places.good.length, bad: places.bad }).toEqual({ good: 59, bad: [7] });
		await age(sandbox, 2);
		expect(await citiesOf(node)).toHaveLength(61);
	},
	get: async (node) => {
		expect(await node.one('catalogItem.get', PARIS)).toMatchObject({ City: 'Paris', Dishes: ['Crêpe', 'Galette'] });
		expect(await node.failure('catalogItem.get', NICE)).toMatchObject({ class: 'notFound' });
	},
	getMany: async (node, sandbox) => {
		await node.all('catalogItem.createBulk', { ...EACH, values: mapped({ City: 'C' }) }, Array.from({ length: 99 }, (_, index) => ({ id: `i-${index}` })));
		await age(sandbox, 2);
		expect(await citiesOf(node)).toHaveLength(101);
		expect(node.called).toHaveLength(3);
		expect(await node.all('catalogItem.getMany', { ...OFFERS, returnAll: false, limit: 60 })).toHaveLength(60);
	},
	update: async (node) => {
		await node.one('catalogItem.update', { ...PARIS, values: mapped({ Price: 13 }), more: { valuesJson: '{"Dishes": {"$add": ["Tarte"]}}' } });
		expect(await node.one('catalogItem.get', PARIS)).toMatchObject({ City: 'Paris', Price: 13, Dishes: ['Crêpe', 'Galette', 'Tarte'] });
	},
	updateBulk: async (node, sandbox) => {
		await node.all('catalogItem.updateBulk', { ...EACH, values: mapped({ City: '={{ $json.city }}' }) }, [{ id: 'paris-01', city: 'Lutèce' }, { id: 'lyon-01', city: 'Lugdunum' }]);
		await age(sandbox, 2);
		expect(await citiesOf(node)).toEqual(['Lutèce', 'Lugdunum']);
		expect(await node.one('catalogItem.get', PARIS)).toMatchObject({ Price: 12 });
	},
	replace: async (node) => {
		await node.one('catalogItem.replace', { ...PARIS, values: mapped({ City: 'Paris 2' }) });
		expect(await node.one('catalogItem.get', PARIS)).toEqual({ id: 'paris-01', City: 'Paris 2' });
	},
	replaceBulk: async (node, sandbox) => {
		await node.all('catalogItem.replaceBulk', { ...EACH, values: mapped({ City: '={{ $json.city }}' }) }, [{ id: 'paris-01', city: 'Lutèce' }, { id: 'nice-01', city: 'Nice' }]);
		await age(sandbox, 2);
		expect(await node.one('catalogItem.get', PARIS)).toEqual({ id: 'paris-01', City: 'Lutèce' });
		expect(await citiesOf(node)).toContain('Nice');
	},
	delete: async (node) => {
		await node.one('catalogItem.delete', PARIS);
		expect(await citiesOf(node)).toEqual(['Lyon']);
	},
	deleteBulk: async (node, sandbox) => {
		await node.all('catalogItem.deleteBulk', EACH, [{ id: 'paris-01' }, { id: 'lyon-01' }]);
		expect(node.called).toHaveLength(1);
		await age(sandbox, 2);
		expect(await citiesOf(node)).toEqual([]);
	},
};

const CHEAP = { ...OFFERS, selectionName: 'cheap' };
const cheap = { ...CHEAP, filters: rows({ field: 'Price', operator: 'less than', value: '10', valueType: 'number' }), more: { sortField: 'Price', sortOrder: 'asc' } };

export const catalogSelection: BrazeDrives = {
	create: async (node, sandbox) => {
		await node.one('catalogSelection.create', cheap);
		await age(sandbox, 2);
		// A selection holds on to the fields that it filters by.
		expect(await node.failure('catalogField.delete', { ...OFFERS, fieldName: 'Price' })).toMatchObject({ code: 'field-referenced-by-selection' });
	},
	delete: async (node, sandbox) => {
		await node.one('catalogSelection.create', cheap);
		await age(sandbox, 2);
		await node.one('catalogSelection.delete', CHEAP);
		await age(sandbox, 2);
		await node.one('catalogField.delete', { ...OFFERS, fieldName: 'Price' });
		expect(await node.failure('catalogSelection.delete', CHEAP)).toMatchObject({ class: 'notFound' });
	},
};
