import { z } from 'zod';
import type { Rule } from '../../control/types';
import { Refusal } from '../errors';
import { DAY_MS, HOUR_MS } from '../figures/days';
import { MESSAGING_RULES } from '../messages/messagingRules';
import { fieldText, type Profile } from '../users/profile';

export const scheduleObject = z.object({ time: z.string(), in_local_time: z.boolean().optional(), at_optimal_time: z.boolean().optional() });

/**
 * When a schedule is due, ms since 1970. fixed: at that moment for all. local: `at` is the clock's time read as UTC, due when each person's own clock
 * shows it. optimal: `at` is midnight (UTC) of the day, due at each person's best hour of it.
 */
export interface When {
	kind: 'fixed' | 'local' | 'optimal';
	at: number;
}

/** The company's time zone, taken where a profile has none. */
const COMPANY_ZONE = 'UTC';
/** The first place on earth where a clock shows a given time, and the last one. */
const EASTMOST_MS = 14 * HOUR_MS;
const WESTMOST_MS = 12 * HOUR_MS;
/** Braze learns these hours from sessions; here each person has one, spread over the day by the random bucket. */
const OPTIMAL_FROM = 8;
const OPTIMAL_HOURS = 12;

const ISO = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?$/i;

const unreadable = () => new Refusal(400, 'Bad Request', MESSAGING_RULES.scheduleUnreadable, ['schedule.time could not be parsed']);

/** Throws Braze's 400 where the schedule object is refused. */
export function readSchedule({ time, in_local_time: local = false, at_optimal_time: optimal = false }: z.infer<typeof scheduleObject>): When {
	const match = ISO.exec(time);
	if (match === null) throw unreadable();
	const zoned = match[1] !== undefined;
	if (zoned && (local || optimal)) {
		throw new Refusal(400, 'Bad Request', MESSAGING_RULES.scheduleZone, ['schedule.time must not have a time zone with in_local_time or at_optimal_time']);
	}
	const dateOnly = /^\d{4}-\d{2}-\d{2}$/.test(time);
	const at = Date.parse(zoned || dateOnly ? time : `${time.replace(' ', 'T')}Z`);
	if (Number.isNaN(at)) throw unreadable();
	const when: When = optimal ? { kind: 'optimal', at: Math.floor(at / DAY_MS) * DAY_MS } : { kind: local ? 'local' : 'fixed', at };
	if (when.kind === 'local' && lastDue(when) <= Date.now()) {
		throw new Refusal(400, 'Bad Request', MESSAGING_RULES.scheduleLocalPast, ['schedule.time has passed in all time zones']);
	}
	return when;
}

/** How far a zone's clock is ahead of UTC at this moment, ms; a zone that nobody knows counts as the company's. */
function offsetOf(zone: string, at: number): number {
	try {
		const parts = new Intl.DateTimeFormat('en-US', {
			timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
		}).formatToParts(at);
		const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value);
		const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
		return shown - Math.floor(at / 1000) * 1000;
	} catch {
		return 0;
	}
}

export function dueFor({ kind, at }: When, profile: Profile): number {
	if (kind === 'fixed') return at;
	if (kind === 'optimal') return at + (OPTIMAL_FROM + (profile.randomBucket % OPTIMAL_HOURS)) * HOUR_MS;
	const zone = fieldText(profile.data, 'time_zone') ?? COMPANY_ZONE;
	// The offset of the moment itself, not of the wall time taken as UTC: they differ around a clock change.
	const near = at - offsetOf(zone, at);
	return at - offsetOf(zone, near);
}

export function firstDue({ kind, at }: When): number {
	if (kind === 'fixed') return at;
	return kind === 'local' ? at - EASTMOST_MS : at + OPTIMAL_FROM * HOUR_MS;
}

export function lastDue({ kind, at }: When): number {
	if (kind === 'fixed') return at;
	return kind === 'local' ? at + WESTMOST_MS : at + (OPTIMAL_FROM + OPTIMAL_HOURS) * HOUR_MS;
}

const USUAL_MS = 90 * DAY_MS;

/** The rule that decides when this schedule goes out. */
export function ruleOf(when: When): Rule {
	if (when.kind === 'local') return MESSAGING_RULES.scheduleLocal;
	if (when.kind === 'optimal') return MESSAGING_RULES.scheduleOptimal;
	if (when.at <= Date.now()) return MESSAGING_RULES.schedulePast;
	return when.at > Date.now() + USUAL_MS ? MESSAGING_RULES.scheduleFar : MESSAGING_RULES.scheduleAudience;
}
