import { Repeats } from '../../../nodes/shared/webhook/repeats';

describe('Repeats', () => {
	it('tells the second coming of a key, and only that', () => {
		const repeats = new Repeats();
		expect([repeats.isRepeat('a'), repeats.isRepeat('b'), repeats.isRepeat('a'), repeats.isRepeat('c')]).toEqual([false, false, true, false]);
	});

	it('forgets after the time it keeps', () => {
		const repeats = new Repeats(1000);
		expect(repeats.isRepeat('a', 0)).toBe(false);
		expect(repeats.isRepeat('a', 999)).toBe(true);
		expect(repeats.isRepeat('a', 1000)).toBe(false);
	});

	it('never holds more than 10,000 keys: the oldest goes first', () => {
		const repeats = new Repeats();
		for (let key = 0; key <= 10_000; key++) repeats.isRepeat(String(key));
		expect(repeats.isRepeat('1')).toBe(true);
		expect(repeats.isRepeat('0')).toBe(false);
	});
});
