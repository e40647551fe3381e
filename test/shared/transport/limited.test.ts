import fc from 'fast-check';
import { limited } from '../../../nodes/shared/transport/limited';

const ticks = async (count: number): Promise<void> => {
	for (let tick = 0; tick < count; tick++) await Promise.resolve();
};

it('does every entry once, in their order, at most so many at once, however the entries come in', async () => {
	const arrivals = fc.array(fc.record({ after: fc.integer({ min: 0, max: 6 }), takes: fc.integer({ min: 0, max: 6 }) }), { maxLength: 30 });
	await fc.assert(
		fc.asyncProperty(arrivals, fc.integer({ min: 1, max: 4 }), async (entries, limit) => {
			const begun: number[] = [];
			const done: number[] = [];
			let running = 0;
			let most = 0;
			const work = limited(limit, async ({ takes, at }: { takes: number; at: number }) => {
				begun.push(at);
				most = Math.max(most, ++running);
				await ticks(takes);
				running--;
				done.push(at);
			});
			for (const [at, { after, takes }] of entries.entries()) {
				await ticks(after);
				work.add({ takes, at });
			}
			await work.finished();
			expect(begun).toEqual(entries.map((_, at) => at));
			expect(done).toHaveLength(entries.length);
			expect(most).toBeLessThanOrEqual(limit);
		}),
	);
});

it('throws what a work threw, and begins nothing after it', async () => {
	const begun: string[] = [];
	const work = limited(1, async (name: string) => {
		begun.push(name);
		await Promise.resolve();
		if (name === 'bad') throw new Error('a defect');
	});
	for (const name of ['good', 'bad', 'late']) work.add(name);
	await expect(work.finished()).rejects.toThrow('a defect');
	expect(begun).toEqual(['good', 'bad']);
});
