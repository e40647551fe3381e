import type { IDataObject } from 'n8n-workflow';
import { callOperation, field, limitFields, mostOf } from '../../../shared/operation';
import { batchSize, byCursor, recordsOf } from '../../query/cursorPaging';
import { checkQuery, queryFields, queryJsonField, queryOf } from '../../query/queryFields';

const DIGITS = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/;

/** `ts` is remembered as yyyyMMddHHmmss in the account's time zone, which CleverTap does not name; Unix seconds are taken as well. */
export function occurredAt(ts: unknown): string | undefined {
	const text = String(ts ?? '');
	const [, year, month, day, hour, minute, second] = DIGITS.exec(text) ?? [];
	if (year !== undefined) return `${year}-${month}-${day}T${hour}:${minute}:${second}`;
	return /^\d{9,10}$/.test(text) ? new Date(Number(text) * 1000).toISOString() : undefined;
}

const withTime = (record: IDataObject): IDataObject => ({ ...record, occurredAt: occurredAt(record.ts) });

export const getMany = callOperation({
	name: 'Get Many',
	action: 'Get many events',
	description: 'Read every event of a name between two days, with its user; "occurredAt" is in the time zone of the account where it names none',
	documentation: 'https://developer.clevertap.com/docs/get-events-api',
	calls: ['POST /1/events.json', 'GET /1/events.json'],
	fields: { ...queryFields, ...limitFields, more: field.extras({ displayName: 'Additional Fields', placeholder: 'Add Field', fields: { queryJson: queryJsonField } }) },
	check: checkQuery,
	retry: 'safe',
	request: (input) => ({ method: 'POST', path: '/1/events.json', query: { batch_size: batchSize(mostOf(input)) }, body: queryOf(input, input.more.queryJson) }),
	page: { next: byCursor, most: mostOf },
	outcome: (answer) => recordsOf(answer).map(withTime),
});
