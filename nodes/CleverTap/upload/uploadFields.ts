import { field } from '../../shared/operation';
import { dateValue } from '../values';

/** Of `/1/upload`. */
export const MOST_RECORDS = 1000;

/** One third-party note has 100 tokens a call; CleverTap's own texts have no number of their own. */
export const USUAL_TOKENS = 100;

const batchSize = (initial: number) =>
	field.wholeNumber({
		displayName: 'Batch Size',
		description: `Records a call; CleverTap takes ${MOST_RECORDS}`,
		initial,
		min: 1,
		max: MOST_RECORDS,
	});

export const batchOptions = {
	batchSize: batchSize(MOST_RECORDS),
	dryRun: field.toggle({ displayName: 'Dry Run', description: 'Whether CleverTap only checks the records and keeps nothing', initial: true }),
};

export const tokenBatchOptions = { ...batchOptions, batchSize: batchSize(USUAL_TOKENS) };

export const datesField = (description: string) =>
	field.rows({
		displayName: 'Dates',
		description,
		placeholder: 'Add Date',
		rowName: 'Date',
		fields: { name: field.requiredId({ displayName: 'Name' }), value: field.moment({ displayName: 'Value', description: 'Sent as $D_ with Unix seconds, so that CleverTap knows it as a date' }) },
		most: 256,
	});

interface Data {
	values: Readonly<Record<string, unknown>>;
	dates: ReadonlyArray<{ name: string; value: string }>;
	json?: Readonly<Record<string, unknown>>;
}

/** All that the form holds of one record's data, the later over the earlier. */
export const dataOf = ({ values, dates, json = {} }: Data): Record<string, unknown> => ({
	...values,
	...Object.fromEntries(dates.map(({ name, value }) => [name, dateValue(value)])),
	...json,
});

type Options = { batchSize?: number; dryRun?: boolean };

/** Items that may share a call. */
export const callKey = ({ batchSize: size, dryRun }: Options): string => JSON.stringify([size, dryRun === true]);
