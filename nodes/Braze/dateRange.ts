import type { IDataObject } from 'n8n-workflow';
import { field, type Problem } from '../shared/operation';

const DAY_MS = 24 * 3_600_000;

/** A stretch of days, or certain addresses. Braze reads the days as midnight UTC, so the end day itself is not in it. */
export const startDateField = field.optionalMoment({ displayName: 'Start Date', description: 'Only the day counts, in UTC' });
export const endDateField = field.optionalMoment({ displayName: 'End Date', description: 'Only the day counts, in UTC, and is left out itself; tomorrow when left blank, so that today is in it' });

/** ISO 8601 */
interface Range {
	startDate?: string;
	endDate?: string;
}

/** `YYYY-MM-DD` */
const dayOf = (iso: string): string => iso.slice(0, 10);

const endOf = ({ endDate }: Range): string => dayOf(endDate ?? new Date(Date.now() + DAY_MS).toISOString());

export const rangeQuery = (range: Range): IDataObject => ({ start_date: range.startDate && dayOf(range.startDate), end_date: endOf(range) });

export function checkRange(range: Range): Problem | undefined {
	if (range.startDate === undefined) return { displayName: 'Start Date', message: 'is missing' };
	return dayOf(range.startDate) < endOf(range) ? undefined : { displayName: 'Start Date', message: 'must be a day before the end date' };
}
