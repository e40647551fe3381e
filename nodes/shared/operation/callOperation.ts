import type { IDataObject } from 'n8n-workflow';
import type { Answer, Call } from '../transport/call';
import type { Door } from '../transport/door';
import { FailureError } from '../transport/failure';
import { mapLimited } from '../transport/mapLimited';
import type { FieldSet, InputOf } from './field';
import { finished } from './finished';
import { guard } from './guard';
import type { CallOperation, Operation } from './operation';
import { failed, success, type Outcome } from './outcome';
import { inputReader, type Read } from './readInput';

/** Makes a one-call-an-item declaration runnable. */
export function callOperation<F extends FieldSet>(declared: CallOperation<F>): Operation {
	async function rowsOf(call: Call, input: InputOf<F>, door: Door, seen: (answer: Answer) => void): Promise<IDataObject[]> {
		const rows: IDataObject[] = [];
		const most = declared.page?.most?.(input) ?? Infinity;
		for (let next: Call | undefined = call; next !== undefined && rows.length < most; ) {
			const answer: Answer = await finished(await door.send(next, declared.retry), declared, door);
			seen(answer);
			const failure = declared.classify?.(answer, input);
			if (failure) throw new FailureError(failure);
			rows.push(...[declared.outcome(answer, input)].flat());
			next = declared.page?.next(next, answer, input);
		}
		return rows.slice(0, most);
	}

	async function runOne(read: Read<F>, door: Door): Promise<Outcome> {
		if (!read.ok) return failed(read.failure);
		let status: number | undefined;
		const seen = (answer: Answer): void => {
			({ status } = answer);
		};
		return await guard(
			async () => success(await rowsOf(declared.request(read.input), read.input, door, seen)),
			() => ({ vendor: door.vendorName, retry: declared.retry, status }),
			(failure) => failure,
		);
	}

	return {
		about: declared,
		traits: { batchSize: undefined, pages: declared.page !== undefined, polls: declared.poll !== undefined, calls: 'one' },
		run: async (entries, door) => {
			const readEntry = inputReader(declared.fields, door.vendorName, declared.check);
			return await mapLimited(entries, declared.parallel ?? door.parallel, async (entry) => await runOne(readEntry(entry), door));
		},
	};
}
