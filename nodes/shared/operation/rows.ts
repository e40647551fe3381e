import type { INodeProperties } from 'n8n-workflow';
import { z, type Schema } from '../schema';
import type { Field, FieldSet, InputOf } from './field';

export interface RowsLook<F extends FieldSet> {
	displayName: string;
	description?: string;
	/** "Add Button": what the button that adds a row says. */
	placeholder: string;
	/** "Button": the heading of a row. */
	rowName: string;
	fields: F;
	least?: number;
	/** The vendor's limit. */
	most: number;
}

/** Under this name n8n keeps the rows of the collection. */
const ROWS = 'rows';

const rowsIn = (value: unknown): unknown => {
	if (value === undefined || value === null || value === '') return [];
	return typeof value === 'object' && !Array.isArray(value) ? (ROWS in value ? value[ROWS] : []) : value;
};

/** The same few fields several times over, in the order that the user gave them; an expression may also yield an array of objects. */
export function rows<F extends FieldSet>(about: RowsLook<F>): Field<Array<InputOf<F>>> {
	const { least = 0, most, rowName } = about;
	const values = Object.entries(about.fields).map(([name, { property }]): INodeProperties => ({ ...property, name }));
	const row = z.object(Object.fromEntries(Object.entries(about.fields).map(([name, { schema }]) => [name, schema])), {
		invalid_type_error: `must be rows of ${values.map(({ displayName }) => displayName).join(', ')}`,
	});
	const list = z
		.array(row, { invalid_type_error: 'must be a list' })
		.min(least, `needs at least ${least}`)
		.max(most, `may hold ${most} at most`);
	return {
		property: {
			displayName: about.displayName,
			description: about.description,
			placeholder: about.placeholder,
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true },
			default: {},
			options: [{ displayName: rowName, name: ROWS, values }],
		},
		schema: z.preprocess(rowsIn, list) as unknown as Schema<Array<InputOf<F>>>,
	};
}
