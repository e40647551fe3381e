import fc from 'fast-check';
import { turns } from '../../../nodes/shared/operation/turns';
import { limited } from '../../../nodes/shared/transport/limited';

const ticks = async (count: number): Promise<void> => {
	for (let tick = 0; tick < count; tick++) await Promise.resolve();
};

const calls = fc.array(fc.record({ users: fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 3 }), takes: fc.integer({ min: 0, max: 9 }) }), { maxLength: 25 });

it('calls for one user keep their order, whatever each takes, and all end', async () => {
	await fc.assert(
		fc.asyncProperty(calls, fc.integer({ min: 1, max: 5 }), async (all, limit) => {
			const waitForEarlier = turns((user: string) => user);
			const log: Array<{ at: number; user: string; end: boolean }> = [];
			const work = limited(limit, async ({ users, takes, at }: { users: string[]; takes: number; at: number }) => {
				const done = await waitForEarlier(users);
				for (const user of users) log.push({ at, user, end: false });
				await ticks(takes);
				for (const user of users) log.push({ at, user, end: true });
				done();
			});
			for (const [at, call] of all.entries()) work.add({ ...call, at });
			await work.finished();
			for (const user of ['a', 'b', 'c', 'd']) {
				const own = log.filter((line) => line.user === user).map(({ at, end }) => at * 2 + Number(end));
				expect(own).toEqual([...own].sort((x, y) => x - y));
			}
			expect(new Set(log.filter(({ end }) => end).map(({ at }) => at)).size).toBe(all.length);
		}),
	);
});

it('calls for different users go side by side', async () => {
	const waitForEarlier = turns((user: string) => user);
	await waitForEarlier(['a']);
	await expect(waitForEarlier(['b'])).resolves.toBeInstanceOf(Function);
});
