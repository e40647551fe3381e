import type { IDataObject } from 'n8n-workflow';
import { batchOperation, field, success, type FieldSet, type InputOf, type Operation, type Problem } from '../../shared/operation';
import { outcomesOf, type Row } from './unprocessed';

interface Rows<F extends FieldSet> {
	name: string;
	action: string;
	description: string;
	documentation: string;
	path: `/1/${string}`;
	fields: F;
	/** Of rows a call; `usual` is what a new node begins with. */
	size: { most: number; usual: number; told: string };
	dangerous?: 'deletes';
	/** Items of different keys never share a call. */
	together?: (input: InputOf<F>) => string;
	check?: (input: InputOf<F>) => Problem | undefined;
	row: (input: InputOf<F>) => Row;
	body: (rows: Row[], inputs: Array<InputOf<F>>) => object;
	told: (input: InputOf<F>) => IDataObject;
}

const batchSizeField = ({ most, usual, told }: { most: number; usual: number; told: string }) =>
	field.wholeNumber({ displayName: 'Batch Size', description: told, initial: usual, min: 1, max: most });

/** Calls that change many profiles, each by a row, and give back the rows that they did not take. All of them end up the same when they are repeated. */
export function rowsOperation<F extends FieldSet>({ path, fields, size, together, check, row, body, told, ...about }: Rows<F>): Operation {
	const all = { ...fields, batchSize: batchSizeField(size) };
	type Input = InputOf<typeof all>;
	const own = (input: Input): InputOf<F> => input as unknown as InputOf<F>;
	const sizeOf = (input: Input): number => (input as { batchSize: number }).batchSize;
	return batchOperation({
		...about,
		calls: [`POST ${path}`],
		fields: all,
		check: check && ((input) => check(own(input))),
		retry: 'safe',
		batch: { size: sizeOf, together: (input) => `${sizeOf(input)} ${together?.(own(input)) ?? ''}` },
		request: (inputs) => ({ method: 'POST', path, body: body(inputs.map((input) => row(own(input))), inputs.map(own)) }),
		outcomes: (answer, inputs) => outcomesOf(answer, inputs.map((input) => row(own(input))), (place) => success(told(own(inputs[place])))),
	});
}
