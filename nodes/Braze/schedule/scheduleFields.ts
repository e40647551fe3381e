import { field, type Field, type InputOf, type Problem } from '../../shared/operation';
import { z } from '../../shared/schema';

const HAS_ZONE = /(?:Z|[+-]\d{2}:?\d{2})$/i;
const WALL_CLOCK = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?$/;
const HOUR_MS = 3_600_000;
/** Clocks differ between UTC-12 and UTC+14. */
const LAST_ZONE_MS = 12 * HOUR_MS;
const FIRST_ZONE_MS = 14 * HOUR_MS;
const DAY_MS = 24 * HOUR_MS;

const asText = (value: unknown): unknown => {
	if (value === undefined || value === null || value === '') return undefined;
	if (value instanceof Date) return value.toISOString();
	// An expression may yield Luxon's DateTime, which says itself in ISO.
	return typeof value === 'object' ? JSON.parse(JSON.stringify(value)) : String(value).trim();
};

/** A time as it was written: whether it may carry a zone depends on the choice above it. */
const writtenTime: Field<string> = {
	property: {
		displayName: 'Time',
		type: 'dateTime',
		default: '',
		required: true,
		description: 'ISO 8601. Braze\'s pages say that it may lie up to 90 days ahead.',
		hint: 'Without a time zone it is UTC, or the user\'s own time where that is chosen',
	},
	schema: z.preprocess(asText, z.string({ invalid_type_error: 'must be a time, for instance 2026-11-21T09:30:00', required_error: 'is missing' })),
};

/** The schedule object. One choice of three, since Braze takes local and optimal time together and then keeps one of them. */
export const scheduleFields = {
	sendAt: field.choice({
		displayName: 'Send At',
		options: [
			{ name: 'Each User\'s Local Time', value: 'local', description: 'The time of day on the user\'s own clock; the time carries no zone' },
			{ name: 'Each User\'s Optimal Time', value: 'optimal', description: 'Braze chooses the hour for each user on the date given; the time of day is ignored' },
			{ name: 'The Same Moment', value: 'moment', description: 'One moment for all users' },
		],
		initial: 'moment',
	}),
	time: writtenTime,
};

type ScheduleInput = InputOf<typeof scheduleFields>;
type ScheduleParts = { sendAt: ScheduleInput['sendAt']; time: string };

/** The moment that a text means in UTC, ms. */
const asUtc = (time: string): number => Date.parse(HAS_ZONE.test(time) ? time : `${time.replace(' ', 'T')}${time.includes(':') ? '' : 'T00:00:00'}Z`);

const problem = (message: string): Problem => ({ displayName: 'Time', message });

/**
 * The traps of Braze's schedule object, before the call. https://www.braze.com/docs/api/objects_filters/schedule_object/
 * `now` in ms.
 */
export function checkSchedule({ sendAt, time }: ScheduleParts, now = Date.now()): Problem | undefined {
	const utc = asUtc(time);
	if (!Number.isFinite(utc)) return problem('must be a time, for instance 2026-11-21T09:30:00');
	if (sendAt === 'moment') return utc <= now ? problem('lies in the past') : undefined;
	if (!WALL_CLOCK.test(time)) {
		return problem('must carry no time zone here, for instance 2026-11-21T09:30:00; an expression can leave it out with .toFormat("yyyy-MM-dd\'T\'HH:mm:ss")');
	}
	const end = sendAt === 'optimal' ? Date.parse(time.slice(0, 10)) + DAY_MS : utc;
	if (end + LAST_ZONE_MS <= now) return problem(sendAt === 'optimal' ? 'lies on a day that has passed everywhere' : 'has passed in every time zone');
	return undefined;
}

export interface Schedule {
	time: string;
	in_local_time?: true;
	at_optimal_time?: true;
}

export function scheduleOf({ sendAt, time }: ScheduleParts): Schedule {
	if (sendAt === 'moment') return { time: new Date(asUtc(time)).toISOString().replace('.000Z', 'Z') };
	const wallClock = time.includes(':') ? time.replace(' ', 'T') : `${time}T00:00:00`;
	return sendAt === 'local' ? { time: wallClock, in_local_time: true } : { time: wallClock, at_optimal_time: true };
}

/** What is worth knowing of a schedule that Braze takes: who is east of the time is not reached at it. `now` in ms. */
export function scheduleNote({ sendAt, time }: ScheduleParts, now = Date.now()): string | undefined {
	if (sendAt !== 'local' || asUtc(time) - FIRST_ZONE_MS > now) return undefined;
	return 'The time has already passed in the easternmost time zones, so users there may not be reached. Schedule local times at least 24 hours ahead.';
}
