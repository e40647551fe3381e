import { Refusal } from '../errors';
import type { Query } from '../endpoint';
import { MESSAGING_RULES } from '../messages/messagingRules';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

export type Unit = 'day' | 'hour';

/** One point of a series: from `start` up to, not including, `end` (ms since 1970). */
export interface Bucket {
	start: number;
	end: number;
	/** `2026-01-31` for a day, ISO 8601 extended for an hour. */
	time: string;
}

const refuse = (message: string): Refusal => new Refusal(400, message, MESSAGING_RULES.seriesParameters);

const named = (start: number, unit: Unit): string => {
	const iso = new Date(start).toISOString();
	return unit === 'day' ? iso.slice(0, 10) : iso.replace('.000Z', '+00:00');
};

/** `length` buckets, the last of them holding `ending`. */
export function buckets(length: number, ending: number, unit: Unit = 'day'): Bucket[] {
	const size = unit === 'day' ? DAY_MS : HOUR_MS;
	const last = Math.floor(ending / size) * size;
	return Array.from({ length }, (_, index) => {
		const start = last - (length - 1 - index) * size;
		return { start, end: start + size, time: named(start, unit) };
	});
}

/** A date of the query; Braze's own examples write offsets as `-5:00`, so one digit is taken too. */
export function dateOf(query: Query, name: string): number | undefined {
	const text = query.one(name);
	if (text === undefined) return undefined;
	// A plus that was not encoded arrives as a blank.
	const time = Date.parse(text.replace(/ (?=\d{1,2}:\d{2}$)/, '+').replace(/([+-])(\d):(\d{2})$/, '$10$2:$3'));
	if (Number.isNaN(time)) throw refuse(`${name} is invalid`);
	return time;
}

/** `length` (1 up to `most`), required. */
export function lengthOf(query: Query, most = 100): number {
	const length = Number(query.one('length') ?? NaN);
	if (!Number.isInteger(length) || length < 1 || length > most) throw refuse(`length must be between 1 and ${most}`);
	return length;
}

/** The buckets that `length`, `ending_at` and, where `hourly`, `unit` ask for. */
export function seriesOf(query: Query, { hourly = false, most = 100 }: { hourly?: boolean; most?: number } = {}): Bucket[] {
	const unit = (hourly ? query.one('unit') : undefined) ?? 'day';
	if (unit !== 'day' && unit !== 'hour') throw refuse('unit must be day or hour');
	return buckets(lengthOf(query, most), dateOf(query, 'ending_at') ?? Date.now(), unit);
}

export const within = ({ start, end }: Bucket, at: number): boolean => at >= start && at < end;
