import { failed, type Outcome } from '../shared/operation';
import { z } from '../shared/schema';
import { objectBody, type Answer } from '../shared/transport/call';

/** `errors` beside `"message": "success"`: objects that name an array and an index (`/users/track`), or plain texts (elsewhere). */
const minorError = z.union([
	z.string(),
	z.object({ type: z.string().optional(), message: z.string().optional(), input_array: z.string().optional(), index: z.number().int().optional() }).passthrough(),
]);

/** Every success of Braze's says so in `message`; anything else was not Braze. */
export const taken = z.object({ message: z.string({ required_error: 'it has no "message"' }) }, { invalid_type_error: 'it is no JSON object' }).passthrough();

type MinorError = z.infer<typeof minorError>;

const textOf = (error: MinorError): string => (typeof error === 'string' ? error : (error.type ?? error.message ?? JSON.stringify(error)));

function errorsIn(answer: Answer): MinorError[] {
	const { errors } = taken.parse(answer.body);
	const parsed = z.array(minorError).safeParse(errors ?? []);
	return parsed.success ? parsed.data : [JSON.stringify(errors)];
}

/** The item that stands at an index of an array of the call; undefined where none does. */
export type PlaceOf = (inputArray: string | undefined, index: number) => number | undefined;

/** Items that stand in one array in their order; `name` undefined where the endpoint names no array. */
export const inOneArray =
	(count: number, name: string | undefined): PlaceOf =>
	(inputArray, index) =>
		index >= 0 && index < count && (name === undefined || (inputArray ?? name) === name) ? index : undefined;

const unknownFor = (answer: Answer, count: number, why: string): Outcome =>
	failed({
		class: 'unknownOutcome',
		vendor: 'Braze',
		status: answer.status,
		message: count === 1 ? `Braze took the call but reported an error: ${why}` : `Braze took the call of ${count} but reported an error without saying for whom: ${why}`,
		fix: 'Look at the user in Braze before you send this item again.',
	});

/**
 * One outcome an object of a batch that Braze took: its own error where one names it; unknown for all where an error names none
 * (shape after three independent clients; Braze does not document it).
 */
export function outcomesOf(answer: Answer, count: number, places: string | undefined | PlaceOf, good: (index: number) => Outcome): Outcome[] {
	const placeOf = typeof places === 'function' ? places : inOneArray(count, places);
	const byPlace = new Map<number, string>();
	let unplaced: string | undefined;
	for (const error of errorsIn(answer)) {
		const place = typeof error === 'object' && error.index !== undefined ? placeOf(error.input_array, error.index) : undefined;
		if (place === undefined) unplaced ??= textOf(error);
		else byPlace.set(place, textOf(error));
	}
	return Array.from({ length: count }, (_, index): Outcome => {
		const own = byPlace.get(index);
		if (own !== undefined) {
			return failed({ class: 'invalidInput', vendor: 'Braze', status: answer.status, message: `Braze: ${own}`, fix: 'Correct this item; the others of its call were taken.' });
		}
		return unplaced === undefined ? good(index) : unknownFor(answer, count, unplaced);
	});
}

/** For a call of one thing: the failure that its minor errors amount to. Braze took the call, so whether it acted is not known. */
export function minorFailure(answer: Answer) {
	const [error] = errorsIn(answer);
	const outcome = error === undefined ? undefined : unknownFor(answer, 1, textOf(error));
	return outcome === undefined || outcome.ok ? undefined : outcome.failure;
}

export const dispatchOf = (answer: Answer): string => String(objectBody(answer).dispatch_id ?? '');
