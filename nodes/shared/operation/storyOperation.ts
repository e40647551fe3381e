import { mapLimited } from '../transport/mapLimited';
import type { FieldSet } from './field';
import { guard } from './guard';
import { inTurn } from './inTurn';
import type { Operation, StoryOperation } from './operation';
import { failed, success } from './outcome';
import { inputReader } from './readInput';

/** Makes a several-calls-an-item declaration runnable. */
export function storyOperation<F extends FieldSet>(declared: StoryOperation<F>): Operation {
	return {
		about: declared,
		traits: { batchSize: undefined, pages: false, polls: false, calls: 'story' },
		run: async (entries, door) => {
			const readEntry = inputReader(declared.fields, door.vendorName, declared.check);
			return await mapLimited(entries, declared.parallel ?? door.parallel, async (entry) => {
				const read = readEntry(entry);
				if (!read.ok) return failed(read.failure);
				const tell = async () =>
					await guard(
						async () => success(await declared.story(read.input, door)),
						() => ({ vendor: door.vendorName, retry: declared.retry }),
						(failure) => failure,
					);
				const key = declared.inTurn?.(read.input);
				return key === undefined ? await tell() : await inTurn(`${door.vendorName} ${key}`, tell);
			});
		},
	};
}
