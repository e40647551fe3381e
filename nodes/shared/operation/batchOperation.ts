import { sleep } from 'n8n-workflow';
import type { Door } from '../transport/door';
import { FailureError } from '../transport/failure';
import { limited } from '../transport/limited';
import { Batches, type Batch } from './batches';
import type { FieldSet, InputOf } from './field';
import { finished } from './finished';
import { guard } from './guard';
import type { BatchOperation, BatchStoryOperation, Operation } from './operation';
import { failed, type Outcome } from './outcome';
import { inputReader } from './readInput';
import { turns } from './turns';

/** Makes a many-items-a-story declaration runnable: bad items are refused first, the rest is batched, and each item gets its own outcome. */
export function batchStoryOperation<F extends FieldSet>(declared: BatchStoryOperation<F>): Operation {
	const { batch, retry } = declared;

	return {
		about: declared,
		traits: { batchSize: typeof batch.size === 'number' ? batch.size : 'varies', pages: false, polls: false, calls: 'batch' },
		async run(entries, door) {
			const readEntry = inputReader(declared.fields, door.vendorName, declared.check);
			const outcomes = new Array<Outcome>(entries.length);
			const batches = new Batches<F>(batch);
			// Batches that had to be split for one user's sake go out one after the other, so that his messages keep their order.
			const waitForEarlier = turns(batch.inTurn);
			const start = limited(batch.alone === undefined ? (declared.parallel ?? door.parallel) : 1, async ({ members }: Batch<F>) => {
				const inputs = members.map(({ input }) => input);
				const done = await waitForEarlier(inputs);
				try {
					const answered = await guard(
						async () => await declared.story(inputs, door),
						() => ({ vendor: door.vendorName, retry }),
						(failure) => inputs.map(() => failure),
					);
					members.forEach(({ place }, at) => {
						outcomes[place] = answered[at];
					});
				} finally {
					done();
				}
			});
			for (const [place, entry] of entries.entries()) {
				const read = readEntry(entry);
				const full = read.ok ? batches.add({ place, input: read.input }) : undefined;
				if (!read.ok) outcomes[place] = failed(read.failure);
				if (full === undefined) continue;
				start.add(full);
				// A breath, so that the call leaves now and not after the last item is read.
				await sleep(0);
			}
			for (const last of batches.rest()) start.add(last);
			await start.finished();
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
