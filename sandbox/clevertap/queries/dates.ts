import { CleverTapError, badRequest } from '../errors';
import { RULES } from '../rules';
import type { Millis } from '../types';

const DAY = 86_400_000;

const two = (value: number): string => String(value).padStart(2, '0');

/** 20260131; in the account's time zone, which is UTC here. */
export const dayOf = (at: Millis): number => Number(new Date(at).toISOString().slice(0, 10).replaceAll('-', ''));

/** 20260131235959, as downloads write `ts`. */
export const digitsOf = (at: Millis): number => Number(new Date(at).toISOString().slice(0, 19).replace(/[-:T]/g, ''));

/** 202601312359, as campaigns are scheduled. */
export const minuteOf = (at: Millis): number => Math.floor(digitsOf(at) / 100);

export const monthOf = (at: Millis): string => String(Math.floor(dayOf(at) / 100));

/** Year and ISO week: 202605. */
export function weekOf(at: Millis): string {
	const thursday = new Date(at);
	thursday.setUTCDate(thursday.getUTCDate() - ((thursday.getUTCDay() + 6) % 7) + 3);
	const week = 1 + Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / (7 * DAY));
	return `${thursday.getUTCFullYear()}${two(week)}`;
}

function startOf(value: unknown, name: string): Millis {
	const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
	if (/^\d{4}-\d{2}-\d{2}/.test(text)) throw new CleverTapError(500, 'Internal Server Error', RULES.dashedDate);
	const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
	const at = Date.UTC(Number(year), Number(month) - 1, Number(day));
	if (year === undefined || dayOf(at) !== Number(text)) throw badRequest(`${name}: a date as YYYYMMDD`, RULES.dates);
	return at;
}

export interface Range {
	from: Millis;
	/** The end of the last day, not in it. */
	until: Millis;
	days: number;
}

/** The days `from` to `to`, both in it. Dashed dates are a 500. */
export function rangeOf({ from, to }: { from?: unknown; to?: unknown }): Range {
	const start = startOf(from, 'from');
	const until = startOf(to, 'to') + DAY;
	if (until <= start) throw badRequest('to is before from', RULES.dates);
	return { from: start, until, days: (until - start) / DAY };
}

/** `now`, or `YYYYMMDD HH:MM`. */
export function timeOf(text: string): Millis | undefined {
	if (text === 'now') return Date.now();
	const [, year, month, day, hour, minute] = /^(\d{4})(\d{2})(\d{2}) (\d{2}):(\d{2})$/.exec(text) ?? [];
	return year === undefined ? undefined : Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute));
}
