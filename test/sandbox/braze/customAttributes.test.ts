import { ARRAY_MAX, writeCustomAttribute } from '../../../sandbox/braze/users/customAttributes';

const write = (before: Parameters<typeof writeCustomAttribute>[0], value: Parameters<typeof writeCustomAttribute>[1], deepMerge = false) =>
	writeCustomAttribute(before, value, deepMerge);
const set = (value: unknown) => ({ kind: 'set', value });

describe('custom attribute values', () => {
	it('keeps scalars and their types', () => {
		expect(write(undefined, 'true')).toEqual(set('true'));
		expect(write('true', true)).toEqual(set(true));
		expect(write(1, 0)).toEqual(set(0));
	});

	it('clears with null', () => expect(write('x', null)).toEqual({ kind: 'cleared' }));

	it('adds to and removes from arrays', () => {
		expect(write(undefined, { add: ['1'] })).toEqual(set(['1']));
		expect(write(['1', '2'], { add: ['3'], remove: ['1'] })).toEqual(set(['2', '3']));
		expect(write(['1'], { add: ['1'] })).toEqual(set(['1']));
		expect(write(['1'], { remove: ['9'] })).toEqual(set(['1']));
	});

	it('keeps 25 elements: the oldest fall out', () => {
		const full = Array.from({ length: ARRAY_MAX }, (_, at) => String(at));
		expect(ARRAY_MAX).toBe(25);
		expect(write(full, { add: ['new'] })).toEqual(set([...full.slice(1), 'new']));
		expect(write(undefined, [...full, 'new'])).toEqual(set([...full.slice(1), 'new']));
	});

	it('drops add and remove on what is no array', () => {
		expect(write('text', { add: ['1'] }).kind).toBe('dropped');
		expect(write(['1'], { add: '2' }).kind).toBe('dropped');
	});

	it('increments whole numbers', () => {
		expect(write(undefined, { inc: 2 })).toEqual(set(2));
		expect(write(5, { inc: -1 })).toEqual(set(4));
		expect(write('5', { inc: 1 }).kind).toBe('dropped');
		expect(write(5, { inc: 0.5 }).kind).toBe('dropped');
	});

	it('overwrites nested objects, or merges them deeply', () => {
		const before = { a: { x: 1, y: 2 }, b: 3 };
		expect(write(before, { a: { y: 9 } })).toEqual(set({ a: { y: 9 } }));
		expect(write(before, { a: { y: 9, x: null } }, true)).toEqual(set({ a: { y: 9 }, b: 3 }));
	});

	it('drops the whole attribute for one bad key, and beyond 50 KB', () => {
		expect(write(undefined, { good: 1, nested: { 'bad key': 1 } }).kind).toBe('dropped');
		expect(write(undefined, { ['k'.repeat(256)]: 1 }).kind).toBe('dropped');
		expect(write(undefined, { big: 'x'.repeat(51 * 1024) }).kind).toBe('dropped');
	});
});
