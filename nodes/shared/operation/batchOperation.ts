import type { Door } from '../transport/door';
import { mapLimited } from '../transport/mapLimited';
import type { FieldSet, InputOf } from './fields';
import { guard } from './guard';
import type { BatchOperation, Operation } from './operation';
import { failed, type Outcome } from './outcome';
import { readInput } from './readInput';

interface Member<F extends FieldSet> {
	/** Place among the entries. */
	place: number;
	input: InputOf<F>;
}

interface Batch<F extends FieldSet> {
	together: string;
	/** How often each `alone` key stands in it: at most once. */
	taken: Set<string>;
	members: Array<Member<F>>;
	size: number;
}

/** Splits members into batches, in order: an item that may not join the open batch of its key opens the next one. */
function intoBatches<F extends FieldSet>(members: Array<Member<F>>, { batch }: BatchOperation<F>): Array<Batch<F>> {
	const all: Array<Batch<F>> = [];
	// Per key the batches still open, oldest first: a second message for a user goes to the next one, not back.
	const open = new Map<string, Array<Batch<F>>>();
	for (const member of members) {
		const together = batch.together?.(member.input) ?? '';
		const alone = batch.alone?.(member.input);
		const candidates = open.get(together) ?? [];
		let home = candidates.at(-1);
		if (alone !== undefined) {
			// After the last batch that already holds this user: two messages for one user keep their order.
			const after = candidates.findLastIndex((candidate) => candidate.taken.has(alone));
			home = candidates.find((candidate, at) => at > after && candidate.members.length < candidate.size);
		}
		if (home !== undefined && home.members.length >= home.size) home = undefined;
		if (home === undefined) {
			const size = typeof batch.size === 'number' ? batch.size : batch.size(member.input);
			home = { together, taken: new Set(), members: [], size };
			candidates.push(home);
			open.set(together, candidates);
			all.push(home);
		}
		home.members.push(member);
		if (alone !== undefined) home.taken.add(alone);
	}
	return all;
}

/** Makes a many-items-a-call declaration runnable: bad items are refused first, the rest is batched, and each item gets its own outcome. */
export function batchOperation<F extends FieldSet>(declared: BatchOperation<F>): Operation {
	async function sendBatch({ members }: Batch<F>, door: Door): Promise<Outcome[]> {
		const inputs = members.map(({ input }) => input);
		const retry = declared.retryFor?.(inputs) ?? declared.retry;
		const result = await door.attempt(declared.request(inputs), retry);
		if (!result.ok) return inputs.map(() => failed(result.failure));
		const { answer } = result;
		return await guard(
			async () => declared.outcomes(answer, inputs),
			() => ({ vendor: door.vendorName, retry, status: answer.status }),
			(failure) => inputs.map(() => failure),
		);
	}

	return {
		about: declared,
		traits: {
			batchSize: typeof declared.batch.size === 'number' ? declared.batch.size : 'varies',
			pages: false,
			polls: false,
			calls: 'batch',
		},
		async run(entries, door) {
			const outcomes = new Array<Outcome>(entries.length);
			const members: Array<Member<F>> = [];
			entries.forEach((entry, place) => {
				const read = readInput(declared.fields, entry.raw, door.vendorName, declared.check);
				if (read.ok) members.push({ place, input: read.input });
				else outcomes[place] = failed(read.failure);
			});
			const batches = intoBatches(members, declared);
			// Batches that had to be split for one user's sake go out one after the other, so that his messages keep their order.
			const parallel = declared.batch.alone === undefined ? door.parallel : 1;
			await mapLimited(batches, parallel, async (batch) => {
				const answered = await sendBatch(batch, door);
				batch.members.forEach(({ place }, at) => {
					outcomes[place] = answered[at];
				});
			});
			return outcomes;
		},
	};
}
