import { z, type Schema } from '../schema';
import type { Field } from './field';

/** Epoch values below this are seconds: as ms they would lie in 1973. */
const SECONDS_BELOW = 100_000_000_000;

const HAS_ZONE = /(?:Z|[+-]\d{2}:?\d{2})$/i;

/** n8n's expressions yield Luxon's DateTime; its own class is not ours to import. */
const luxonLike = z.object({ toMillis: z.function() }).passthrough();

function toMs(value: unknown): number {
	if (value instanceof Date) return value.getTime();
	if (luxonLike.safeParse(value).success) return Number(Object(value).valueOf());
	const text = String(value).trim();
	if (/^\d+$/.test(text)) return Number(text) < SECONDS_BELOW ? Number(text) * 1000 : Number(text);
	// A date alone is UTC already; a time of day without a zone would be taken as the machine's.
	return Date.parse(/T|\s/.test(text) && !HAS_ZONE.test(text) ? `${text}Z` : text);
}

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '';

/** An ISO 8601 time in UTC, with milliseconds; blank means none. */
export const isoTime: Schema<string | undefined> = z.unknown().transform((value, context) => {
	if (isBlank(value)) return undefined;
	const ms = toMs(value);
	if (Number.isFinite(ms)) return new Date(ms).toISOString();
	context.addIssue({ code: 'custom', message: 'must be a time, for instance 2026-11-21T09:30:00Z' });
	return z.NEVER;
});

const presentTime: Schema<string> = isoTime.transform((value, context) => {
	if (value !== undefined) return value;
	context.addIssue({ code: 'custom', message: 'is missing' });
	return z.NEVER;
});

type About = { displayName: string; description?: string };

const HINT = 'Without a time zone it is UTC';

/** A point in time that must be given; ISO, epoch seconds or ms, or a DateTime of an expression. */
export const moment = (about: About): Field<string> => ({
	property: { ...about, type: 'dateTime', default: '', required: true, hint: HINT },
	schema: presentTime,
});

export const optionalMoment = (about: About): Field<string | undefined> => ({
	property: { ...about, type: 'dateTime', default: '', hint: HINT },
	schema: isoTime,
});
