import { failed, type Outcome } from '../shared/operation';
import { guard } from '../shared/operation/guard';
import type { Answer, Call, RetryPolicy } from '../shared/transport/call';
import type { Door } from '../shared/transport/door';

/**
 * Cuts a batch, in order, before an input that names something an earlier one of the same call names too (a to b, then b to c):
 * Braze promises no order inside a call. `sharedNamesOf`: names that several inputs of one call may have in common.
 */
export function conflictFree<T>(inputs: readonly T[], namesOf: (input: T) => string[], sharedNamesOf: (input: T) => string[] = () => []): T[][] {
	const calls: T[][] = [];
	let taken = new Set<string>();
	let shared = new Set<string>();
	for (const input of inputs) {
		const names = namesOf(input);
		const mayShare = sharedNamesOf(input);
		if (calls.length === 0 || names.some((name) => taken.has(name) || shared.has(name)) || mayShare.some((name) => taken.has(name))) {
			calls.push([]);
			taken = new Set();
			shared = new Set();
		}
		for (const name of names) taken.add(name);
		for (const name of mayShare) shared.add(name);
		calls[calls.length - 1].push(input);
	}
	return calls;
}

interface OneCall<T> {
	inputs: readonly T[];
	call: Call;
	retry: RetryPolicy;
	outcomes: (answer: Answer) => Outcome[];
}

/** One call for several inputs, and one outcome for each of them whatever happens. */
export async function sendForAll<T>({ inputs, call, retry, outcomes }: OneCall<T>, door: Door): Promise<Outcome[]> {
	const result = await door.attempt(call, retry);
	if (!result.ok) return inputs.map(() => failed(result.failure));
	return await guard(
		async () => outcomes(result.answer),
		() => ({ vendor: door.vendorName, retry, status: result.answer.status }),
		(failure) => inputs.map(() => failure),
	);
}

/** Call after call, each begun when the one before was answered. */
export async function oneAfterTheOther<T>(calls: T[][], send: (inputs: T[]) => Promise<Outcome[]>): Promise<Outcome[]> {
	const outcomes: Outcome[] = [];
	for (const inputs of calls) outcomes.push(...(await send(inputs)));
	return outcomes;
}

/** One call for each kind of input, kinds in the order in which they first come; the outcomes in the order of the inputs. */
export async function callForEachKind<T>(inputs: readonly T[], kindOf: (input: T) => string, send: (alike: T[]) => Promise<Outcome[]>): Promise<Outcome[]> {
	const places = new Map<string, number[]>();
	for (const [place, input] of inputs.entries()) places.set(kindOf(input), [...(places.get(kindOf(input)) ?? []), place]);
	const outcomes = new Array<Outcome>(inputs.length);
	for (const alike of places.values()) {
		const answered = await send(alike.map((place) => inputs[place]));
		alike.forEach((place, at) => {
			outcomes[place] = answered[at];
		});
	}
	return outcomes;
}
