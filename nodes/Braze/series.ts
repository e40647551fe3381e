import type { IDataObject } from 'n8n-workflow';
import { callOperation, field, type FieldSet, type InputOf, type Operation, type Problem } from '../shared/operation';
import { rowsIn } from './paging';

/** Days back from the end; Braze takes 1 to 100. */
export const lengthField = (most = 100) => field.wholeNumber({ displayName: 'Length', description: `Days, or hours where that unit is chosen, before the end: 1 to ${most}`, initial: 14, min: 1, max: most });

export const endingAtField = field.optionalMoment({ displayName: 'Ending At', description: 'The end of the series; now when left blank' });

export const unitField = field.choice({ displayName: 'Unit', options: [{ name: 'Day', value: 'day' }, { name: 'Hour', value: 'hour' }], initial: 'day' });

export const appIdField = field.optionalId({ displayName: 'App ID', description: 'Shown as API key in App Settings; all apps when left blank' });

/** What every series asks for. */
export const seriesFields = { length: lengthField(), endingAt: endingAtField };

export const seriesQuery = ({ length, endingAt }: InputOf<typeof seriesFields>): IDataObject => ({ length, ending_at: endingAt });

interface Series<F extends FieldSet> {
	name: string;
	action: string;
	description: string;
	documentation: string;
	/** `GET /…`, without names in it. */
	endpoint: `GET /${string}`;
	fields: F;
	query: (input: InputOf<F>) => IDataObject;
	check?: (input: InputOf<F>) => Problem | undefined;
}

/** Figures over time: one item a point in time. */
export function seriesOperation<F extends FieldSet>({ endpoint, fields, query, check, ...about }: Series<F>): Operation {
	return callOperation({
		...about,
		calls: [endpoint],
		fields,
		check,
		retry: 'safe',
		request: (input) => ({ method: 'GET', path: endpoint.replace('GET ', ''), query: query(input) }),
		outcome: (answer) => rowsIn(answer, 'data'),
	});
}
