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

/**
 * One outcome an object of a batch that Braze took: its own error where one names it; unknown for all where an error names none
 * (shape after three independent clients; Braze does not document it).
 */
export function outcomesOf(answer: Answer, count: number, inputArray: string | undefined, good: (index: number) => Outcome): Outcome[] {
	taken.parse(answer.body);
	const parsed = z.array(minorError).safeParse(objectBody(answer).errors ?? []);
	const errors: MinorError[] = parsed.success ? parsed.data : [JSON.stringify(objectBody(answer).errors)];
	const byIndex = new Map<number, string>();
	let unplaced: string | undefined;
	for (const error of errors) {
		const mine = typeof error === 'object' && error.index !== undefined && error.index >= 0 && error.index < count && (inputArray === undefined || (error.input_array ?? inputArray) === inputArray);
		if (mine && typeof error === 'object' && error.index !== undefined) byIndex.set(error.index, textOf(error));
		else unplaced ??= textOf(error);
	}
	return Array.from({ length: count }, (_, index): Outcome => {
		const own = byIndex.get(index);
		if (own !== undefined) {
			return failed({ class: 'invalidInput', vendor: 'Braze', status: answer.status, message: `Braze: ${own}`, fix: 'Correct this item; the others of its call were taken.' });
		}
		if (unplaced !== undefined) {
			return failed({
				class: 'unknownOutcome',
				vendor: 'Braze',
				status: answer.status,
				message: `Braze took the call of ${count} but reported an error without saying for whom: ${unplaced}`,
				fix: 'Look at the user in Braze before you send this item again.',
			});
		}
		return good(index);
	});
}
