import type { Field, InputOf, Problem } from '../../shared/operation';
import { z, type Schema } from '../../shared/schema';
import { isObject } from '../../shared/text/isObject';

/** A day at the start of a text: 20261121, 2026-11-21, 2026-11-21T09:30:00. */
const DAY = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?$/;

/** n8n's own DateTime says its day itself, in its own time zone. */
const textOf = (value: unknown): string => (isObject(value) && typeof value.toISODate === 'function' ? String(value.toISODate()) : String(value).trim());

function isCalendarDay(year: number, month: number, day: number): boolean {
	const date = new Date(Date.UTC(year, month - 1, day));
	return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A day as the number YYYYMMDD. CleverTap answers 500 to dashes, so they are taken out here. */
const dayNumber: Schema<number> = z.unknown().transform((value, context) => {
	if (value === undefined || value === null || value === '') {
		context.addIssue({ code: 'custom', message: 'is missing' });
		return z.NEVER;
	}
	const [, year, month, day] = DAY.exec(textOf(value)) ?? [];
	if (year !== undefined && isCalendarDay(Number(year), Number(month), Number(day))) return Number(`${year}${month}${day}`);
	context.addIssue({ code: 'custom', message: 'must be a day such as 20261121' });
	return z.NEVER;
});

const dayField = (displayName: string, description: string): Field<number> => ({
	property: { displayName, description, type: 'string', default: '', required: true, placeholder: '20261121' },
	schema: dayNumber,
});

/** Days in the account's time zone, both counted. */
export const dayFields = {
	from: dayField('From', 'The first day, YYYYMMDD, in the time zone of the account'),
	to: dayField('To', 'The last day, YYYYMMDD; it counts as well'),
};

export const checkDays = ({ from, to }: InputOf<typeof dayFields>): Problem | undefined => (to < from ? { displayName: 'To', message: `${to} lies before ${from}` } : undefined);
