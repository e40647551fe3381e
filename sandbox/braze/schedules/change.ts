import type { FastifyRequest } from 'fastify';
import { Refusal } from '../errors';
import { newId } from '../ids';
import { MESSAGING_RULES } from '../messages/messagingRules';
import type { BrazeState } from '../state';
import { runDue } from './clock';
import type { Job, Schedule } from './schedules';
import { firstDue, type When } from './when';

/** Makes a schedule; one whose time is past goes out at once. */
export function addSchedule(state: BrazeState, made: { kind: Schedule['kind']; ownerId?: string; when: When; job: Job }): string {
	const id = newId();
	state.messaging.schedules.add({ id, ...made });
	runDue(state);
	return id;
}

/** The schedule as long as it can be changed. Throws Braze's 400. */
export function requireSchedule(state: BrazeState, kind: Schedule['kind'], id: string, ownerId?: string): Schedule {
	const schedule = state.messaging.schedules.find(id);
	if (schedule === undefined || schedule.kind !== kind || (ownerId !== undefined && schedule.ownerId !== ownerId)) {
		throw new Refusal(400, 'Invalid schedule_id', MESSAGING_RULES.scheduleUnknown);
	}
	if (schedule.done) throw new Refusal(400, 'Invalid schedule_id', MESSAGING_RULES.scheduleFired);
	return schedule;
}

/** A new time takes the place of the whole old schedule, new messages that of the old ones. */
export function changeSchedule(state: BrazeState, schedule: Schedule, { when, job }: { when?: When; job?: Job }, request: FastifyRequest): void {
	if (schedule.when.kind === 'local' && firstDue(schedule.when) <= Date.now()) {
		request.notes.rule = MESSAGING_RULES.scheduleLocalStarted;
		return;
	}
	if (job !== undefined) schedule.job = job;
	if (when === undefined) return;
	schedule.when = when;
	schedule.seenTo = -Infinity;
	request.notes.rule = MESSAGING_RULES.scheduleReplaced;
	runDue(state);
}

export function withdraw(state: BrazeState, schedule: Schedule, request: FastifyRequest): void {
	state.messaging.schedules.remove(schedule);
	request.notes.rule = MESSAGING_RULES.scheduleDeleted;
}
