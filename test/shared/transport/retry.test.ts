import fc from 'fast-check';
import { isUnknown, mayRepeat, waitBefore, type TryEnd } from '../../../nodes/shared/transport/retry';

const vendor = { nothingHappenedAt: [429, 502, 503] };
const answered = (status: number): TryEnd => ({ kind: 'answered', status });

describe('what may go out once more', () => {
	it.each([429, 500, 502, 503, 504])('a safe call after %i', (status) => {
		expect(mayRepeat('safe', answered(status), vendor)).toBe(true);
		expect(isUnknown('safe', answered(status), vendor)).toBe(false);
	});

	it.each([429, 502, 503])('any write after %i, at which the vendor surely did nothing', (status) => {
		expect(mayRepeat('onlyIfNothingHappened', answered(status), vendor)).toBe(true);
		expect(isUnknown('onlyIfNothingHappened', answered(status), vendor)).toBe(false);
	});

	it.each([500, 504])('no plain write after %i: its outcome is unknown', (status) => {
		expect(mayRepeat('onlyIfNothingHappened', answered(status), vendor)).toBe(false);
		expect(isUnknown('onlyIfNothingHappened', answered(status), vendor)).toBe(true);
	});

	it('a write under a key after anything passing, and its outcome is unknown if that never ends', () => {
		expect(mayRepeat('withKey', answered(500), vendor)).toBe(true);
		expect(mayRepeat('withKey', { kind: 'lost' }, vendor)).toBe(true);
		expect(isUnknown('withKey', { kind: 'lost' }, vendor)).toBe(true);
	});

	it('no plain write whose connection was lost, but one that was never made', () => {
		expect(mayRepeat('onlyIfNothingHappened', { kind: 'lost' }, vendor)).toBe(false);
		expect(isUnknown('onlyIfNothingHappened', { kind: 'lost' }, vendor)).toBe(true);
		expect(mayRepeat('onlyIfNothingHappened', { kind: 'never left' }, vendor)).toBe(true);
		expect(isUnknown('onlyIfNothingHappened', { kind: 'never left' }, vendor)).toBe(false);
	});

	it.each([400, 401, 403, 404, 409, 422])('nothing after %i', (status) => {
		for (const policy of ['safe', 'withKey', 'onlyIfNothingHappened'] as const) {
			expect(mayRepeat(policy, answered(status), vendor)).toBe(false);
			expect(isUnknown(policy, answered(status), vendor)).toBe(false);
		}
	});
});

describe('how long to wait', () => {
	it('as long as the vendor says, to the millisecond', () => {
		expect(waitBefore(2, 7000, 60_000, Math.random)).toBe(7000);
		expect(waitBefore(5, 0, 60_000, Math.random)).toBe(0);
	});

	it('doubling from half a second, each with a quarter of jitter either way', () => {
		fc.assert(
			fc.property(fc.integer({ min: 2, max: 6 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (next, random) => {
				const wait = waitBefore(next, undefined, 60_000, () => random) ?? -1;
				const middle = 500 * 2 ** (next - 2);
				expect(wait).toBeGreaterThanOrEqual(middle * 0.75 - 1);
				expect(wait).toBeLessThanOrEqual(middle * 1.25 + 1);
			}),
		);
	});

	it('not at all when it would be longer than what is left, nor after six tries', () => {
		expect(waitBefore(2, 7000, 6999, Math.random)).toBeUndefined();
		expect(waitBefore(2, 7000, 7000, Math.random)).toBe(7000);
		expect(waitBefore(6, 1, 60_000, Math.random)).toBe(1);
		expect(waitBefore(7, 1, 60_000, Math.random)).toBeUndefined();
	});
});
