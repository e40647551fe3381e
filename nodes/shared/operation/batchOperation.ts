import type { Door } from '../transport/door';
import { FailureError } from '../transport/failure';
import { mapLimited } from '../transport/mapLimited';
import type { FieldSet, InputOf } from './fields';
import { finished } from './finished';
import { guard } from './guard';
import { intoBatches, type Member } from './intoBatches';
import type { BatchOperation, BatchStoryOperation, Operation } from './operation';
import { failed, type Outcome } from './outcome';
import { readInput } from './readInput';

/** Makes a many-items-a-story declaration runnable: bad items are refused first, the rest is batched, and each item gets its own outcome. */
export function batchStoryOperation<F extends FieldSet>(declared: BatchStoryOperation<F>): Operation {
	const { batch, retry } = declared;

	return {
		about: declared,
		traits: { batchSize: typeof batch.size === 'number' ? batch.size : 'varies', pages: false, polls: false, calls: 'batch' },
		async run(entries, door) {
			const outcomes = new Array<Outcome>(entries.length);
			const members: Array<Member<F>> = [];
			entries.forEach((entry, place) => {
				const read = readInput(declared.fields, entry.raw, door.vendorName, declared.check);
				if (read.ok) members.push({ place, input: read.input });
				else outcomes[place] = failed(read.failure);
			});
			// Batches that had to be split for one user's sake go out one after the other, so that his messages keep their order.
			const parallel = batch.alone === undefined ? (declared.parallel ?? door.parallel) : 1;
			await mapLimited(intoBatches(members, batch), parallel, async (group) => {
				const inputs = group.members.map(({ input }) => input);
				const answered = await guard(
					async () => await declared.story(inputs, door),
					() => ({ vendor: door.vendorName, retry }),
					(failure) => inputs.map(() => failure),
				);
				group.members.forEach(({ place }, at) => {
					outcomes[place] = answered[at];
				});
			});
			return outcomes;
		},
	};
}

/** Makes a many-items-a-call declaration runnable. */
export function batchOperation<F extends FieldSet>(declared: BatchOperation<F>): Operation {
	async function send(inputs: Array<InputOf<F>>, door: Door): Promise<Outcome[]> {
		const retry = declared.retryFor?.(inputs) ?? declared.retry;
		const result = await door.attempt(declared.request(inputs), retry);
		if (!result.ok) throw new FailureError(result.failure);
		const answer = await finished(result.answer, { poll: declared.poll, retry }, door);
		return await guard(
			async () => declared.outcomes(answer, inputs),
			() => ({ vendor: door.vendorName, retry, status: answer.status }),
			(failure) => inputs.map(() => failure),
		);
	}

	const operation = batchStoryOperation<F>({ ...declared, story: send });
	return { ...operation, traits: { ...operation.traits, polls: declared.poll !== undefined } };
}
