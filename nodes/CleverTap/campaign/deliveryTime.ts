import type { Field } from '../../shared/operation';
import { z, type Schema } from '../../shared/schema';

const TIME = /^(\d{4})-?(\d{2})-?(\d{2})[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?$/;

const ZONE = /(?:Z|[+-]\d{2}:?\d{2})$/i;

/** CleverTap schedules by the clock of the account and takes no zone: a time with one would silently become another. */
const schema: Schema<string | undefined> = z.unknown().transform((value, context) => {
	if (value === undefined || value === null || value === '') return undefined;
	const text = String(value).trim();
	const [, year, month, day, hour, minute] = TIME.exec(text) ?? [];
	const told = `${year}-${month}-${day}T${hour}:${minute}:00`;
	// What a calendar does not have, Date moves on to another day.
	if (year !== undefined && Number.isFinite(Date.parse(`${told}Z`)) && new Date(`${told}Z`).toISOString().startsWith(told)) return `${year}${month}${day} ${hour}:${minute}`;
	context.addIssue({
		code: 'custom',
		message: ZONE.test(text) && /[T ]/.test(text) ? 'has a time zone; give the time as the clock of the CleverTap account shows it, for instance 20261121 09:30' : 'must be a time such as 20261121 09:30',
	});
	return z.NEVER;
});

/** `YYYYMMDD HH:MM` on the clock of the account. */
export const deliveryTimeField: Field<string | undefined> = {
	property: {
		displayName: 'Delivery Time',
		description: 'YYYYMMDD HH:MM in the time zone of the CleverTap account; in an expression {{ $now.toFormat("yyyyMMdd HH:mm") }}. Now when left blank.',
		type: 'string',
		default: '',
		placeholder: '20261121 09:30',
	},
	schema,
};
