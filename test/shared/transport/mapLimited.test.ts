import fc from 'fast-check';
import { mapLimited } from '../../../nodes/shared/transport/mapLimited';

it('runs at most so many at once, and answers in the order of the entries', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 20 }), fc.integer({ min: 1, max: 5 }), async (turns, limit) => {
			let running = 0;
			let most = 0;
			const results = await mapLimited(turns.map((count, index) => ({ count, index })), limit, async ({ count, index }) => {
				most = Math.max(most, ++running);
				for (let turn = 0; turn < count; turn++) await Promise.resolve();
				running--;
				return index;
			});
			expect(results).toEqual(turns.map((_, index) => index));
			expect(most).toBeLessThanOrEqual(limit);
			if (turns.length >= limit) expect(most).toBe(limit);
		}),
	);
});
