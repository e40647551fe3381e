import type { IDataObject } from 'n8n-workflow';
import { failed, success, type Outcome } from '../../shared/operation';
import { guard } from '../../shared/operation/guard';
import type { Call, RetryPolicy } from '../../shared/transport/call';
import type { Door } from '../../shared/transport/door';
import { taken } from '../minorErrors';
import { namedIn } from './catalogVendor';

interface NamedObjects<T> {
	inputs: readonly T[];
	/** Under which name Braze's errors speak of it. */
	nameOf: (input: T) => string;
	call: (inputs: T[]) => Call;
	retry: RetryPolicy;
	done: (input: T) => IDataObject;
}

/**
 * One call of many objects. Braze refuses it whole where one is bad, and names that one: it fails, and the others go out again without it.
 * Where the refusal names none, all of the call fail; nothing of it was written.
 */
export async function sendNamed<T>({ inputs, nameOf, call, retry, done }: NamedObjects<T>, door: Door): Promise<Outcome[]> {
	const outcomes = new Array<Outcome>(inputs.length);
	let left = inputs.map((_, place) => place);
	while (left.length > 0) {
		const result = await door.attempt(call(left.map((place) => inputs[place])), retry);
		if (result.ok) {
			const { answer } = result;
			const good = left.map((place) => success(done(inputs[place])));
			const told = await guard(
				async () => {
					taken.parse(answer.body);
					return good;
				},
				() => ({ vendor: door.vendorName, retry, status: answer.status }),
				(failure) => good.map(() => failure),
			);
			left.forEach((place, at) => {
				outcomes[place] = told[at];
			});
			return outcomes;
		}
		const { failure } = result;
		const named = namedIn(failure);
		const refused = left.filter((place) => named.has(nameOf(inputs[place])));
		const settled = refused.length > 0 && failure.status === 400 ? refused : left;
		for (const place of settled) outcomes[place] = failed(failure);
		left = left.filter((place) => !settled.includes(place));
	}
	return outcomes;
}
