import { RubyFloat } from '../render/rubyFloat';
import { ZonedTime } from '../render/zonedTime';

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(.*))?$/i;
const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]m)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/i;
const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: +(.*))?$/;
const YEAR_FIRST = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?: +(.*))?$/;
const MONTH_NAME = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i;
const ZONE_AT_END = /(?:Z|UTC|GMT|([+-])(\d{2}):?(\d{2}))$/i;

function offsetOf(zone: string | undefined): number {
	const parts = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone ?? '');
	return parts ? (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3] ?? 0)) : 0;
}

function from(year: number, month: number, day: number, clock: string | undefined): ZonedTime | undefined {
	const time = clock ? CLOCK.exec(clock.trim()) : undefined;
	if (time === null || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
	const [, h = '0', minute = '0', second = '0', fraction = '0', half = '', zone] = time ?? [];
	const hour = half === '' ? Number(h) : (Number(h) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
	if (hour > 24 || Number(minute) > 59 || Number(second) > 60) return undefined;
	const local = Date.UTC(year, month - 1, day, hour, Number(minute), Number(second), Number(`0.${fraction}`) * 1000);
	const offset = offsetOf(zone);
	return new ZonedTime(local - offset * 60_000, offset);
}

/** `March 14, 2016`, `Wed, 15 Jul 2015 10:00:00 GMT`: read by the platform, as UTC unless a zone is given. */
function fromWords(text: string): ZonedTime | undefined {
	if (!MONTH_NAME.test(text) || !/\d/.test(text)) return undefined;
	const zoned = ZONE_AT_END.exec(text);
	const epoch = Date.parse(zoned ? text : `${text} UTC`);
	return Number.isNaN(epoch) ? undefined : new ZonedTime(epoch, offsetOf(zoned?.[1] ? zoned[0] : undefined));
}

function fromText(text: string, now: number): ZonedTime | undefined {
	if (text === 'now' || text === 'today') return new ZonedTime(now);
	if (/^-?\d{1,17}$/.test(text)) return new ZonedTime(Number(text) * 1000);
	const iso = ISO.exec(text) ?? YEAR_FIRST.exec(text);
	if (iso) return from(Number(iso[1]), Number(iso[2]), Number(iso[3]), iso[4]);
	const day = DAY_FIRST.exec(text);
	if (day) return from(Number(day[3]), Number(day[2]), Number(day[1]), day[4]);
	return fromWords(text);
}

/**
 * A moment from what templates hold: `now`, epoch seconds, ISO 8601 and common written dates; UTC unless zoned.
 * Undefined when it is no date (the date filter then leaves the value as it is).
 */
export function parseTime(value: unknown, now: number): ZonedTime | undefined {
	const time =
		value instanceof ZonedTime ? value
		: typeof value === 'number' ? new ZonedTime(value * 1000)
		: value instanceof RubyFloat ? new ZonedTime(value.value * 1000)
		: value instanceof Date ? new ZonedTime(value.getTime())
		: typeof value === 'string' && value.length < 100 ? fromText(value.trim(), now)
		: undefined;
	return time && !Number.isNaN(time.local.getTime()) ? time : undefined;
}
