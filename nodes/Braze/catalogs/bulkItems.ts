import { batchStoryOperation, type FieldSet, type InputOf, type Operation, type Problem } from '../../shared/operation';
import { path, type RetryPolicy } from '../../shared/transport/call';
import { sendNamed } from './sendNamed';

/** Items of one call. */
export const MOST_ITEMS = 50;

type Key = { catalog: string; itemId: string };

interface BulkItems<F extends FieldSet> {
	name: string;
	action: string;
	description: string;
	documentation: string;
	method: 'POST' | 'PATCH' | 'PUT' | 'DELETE';
	fields: F;
	dangerous?: 'deletes';
	check: (input: InputOf<F>) => Problem | undefined;
	/** Of the whole operation; a call may be safer or less safe by what is in it. */
	retry: RetryPolicy;
	retryFor?: (inputs: Array<InputOf<F>>) => RetryPolicy;
	/** Beside its ID. */
	valuesOf: (input: InputOf<F>) => Record<string, unknown>;
}

/** Items of one catalog, 50 a call, which Braze checks at once and works off a little later. One ID twice goes in two calls, in the order of the items. */
export function bulkItems<F extends FieldSet>({ method, valuesOf, retryFor, ...about }: BulkItems<F> & (InputOf<F> extends Key ? unknown : never)): Operation {
	const keyOf = (input: InputOf<F>): Key => ({ catalog: String(input.catalog), itemId: String(input.itemId) });
	return batchStoryOperation<F>({
		...about,
		calls: [`${method} /catalogs/{catalog_name}/items`],
		batch: { size: MOST_ITEMS, together: (input) => keyOf(input).catalog, alone: (input) => JSON.stringify(keyOf(input)) },
		story: async (inputs, door) =>
			await sendNamed({
				inputs,
				nameOf: (input) => keyOf(input).itemId,
				call: (left) => ({ method, path: path`/catalogs/${keyOf(left[0]).catalog}/items`, body: { items: left.map((input) => ({ ...valuesOf(input), id: keyOf(input).itemId })) } }),
				retry: retryFor?.(inputs) ?? about.retry,
				done: (input) => ({ ...keyOf(input), queued: true }),
			}, door),
	});
}
