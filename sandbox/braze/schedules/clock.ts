import { enterWhereDue, nextScheduledEntry } from '../canvas/scheduledEntry';
import type { BrazeState } from '../state';
import type { Schedule } from './schedules';
import { dueFor, firstDue, lastDue } from './when';

/** When this schedule wants to be looked at next. */
function nextDue(state: BrazeState, { when, seenTo }: Schedule): number {
	if (when.kind === 'fixed') return when.at;
	const times = state.profiles.map((profile) => dueFor(when, profile)).filter((due) => due > seenTo);
	return Math.min(lastDue(when), ...times);
}

function fire(state: BrazeState, schedule: Schedule, now: number): void {
	if (firstDue(schedule.when) > now || nextDue(state, schedule) > now) return;
	for (const profile of schedule.job.audience()) {
		const due = dueFor(schedule.when, profile);
		if (due > now || schedule.handled.has(profile)) continue;
		schedule.handled.add(profile);
		const at = Math.max(due, schedule.createdAt);
		state.enqueue(async () => await schedule.job.send(profile, at), profile);
	}
	schedule.seenTo = now;
	schedule.done = lastDue(schedule.when) <= now;
}

/** Sends what is due and sets the alarm for what is next. To be called when a schedule was made or changed, and when the world was aged. */
export function runDue(state: BrazeState): void {
	const now = Date.now();
	const { schedules } = state.messaging;
	for (const schedule of schedules.pending()) fire(state, schedule, now);
	enterWhereDue(state, now);
	const next = [...schedules.pending().map((schedule) => nextDue(state, schedule)), nextScheduledEntry(state)];
	const soonest = Math.min(...next.filter((at) => at !== undefined));
	schedules.wakeAt(Number.isFinite(soonest) ? soonest : undefined, () => runDue(state));
}
