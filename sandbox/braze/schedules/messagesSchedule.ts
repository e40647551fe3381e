import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { defaultPool, post } from '../endpoint';
import { Refusal } from '../errors';
import { jsonObject } from '../json';
import { MESSAGING_RULES } from '../messages/messagingRules';
import { prepare } from '../messages/prepare';
import { messagePools, messagesRequest } from '../messages/request';
import type { BrazeState } from '../state';
import { addSchedule, changeSchedule, requireSchedule, withdraw } from './change';
import { readSchedule, ruleOf, scheduleObject } from './when';

/** `POST /messages/schedule/create` */
function create(app: FastifyInstance, state: BrazeState): void {
	post(app, state, {
		path: '/messages/schedule/create',
		permission: 'messages.schedule.create',
		pools: messagePools,
		body: messagesRequest.extend({ schedule: scheduleObject }),
		answer: ({ schedule, ...input }, request) => {
			const when = readSchedule(schedule);
			const { job, dispatchId, sendId } = prepare(state, input, request);
			if (request.notes.rule === MESSAGING_RULES.accepted) request.notes.rule = ruleOf(when);
			const id = addSchedule(state, { kind: 'messages', ownerId: input.campaign_id, when, job });
			return { status: 201, body: { dispatch_id: dispatchId, schedule_id: id, ...(sendId === undefined ? {} : { send_id: sendId }), message: 'success' } };
		},
	});
}

/** `POST /messages/schedule/update`: a new time, new messages, or both; audience, campaign and send id stay. */
function update(app: FastifyInstance, state: BrazeState): void {
	post(app, state, {
		path: '/messages/schedule/update',
		permission: 'messages.schedule.update',
		pools: defaultPool,
		body: z.object({ schedule_id: z.string(), schedule: scheduleObject.optional(), messages: jsonObject.optional() }),
		answer: ({ schedule_id: id, schedule, messages }, request) => {
			if (schedule === undefined && messages === undefined) throw new Refusal(400, 'schedule or messages is required', MESSAGING_RULES.scheduleEmpty);
			const standing = requireSchedule(state, 'messages', id);
			const when = schedule && readSchedule(schedule);
			const job = messages && standing.job.rewrite?.(messages, request);
			changeSchedule(state, standing, { when, job }, request);
			return { status: 201, body: { message: 'success' } };
		},
	});
}

/** `POST /messages/schedule/delete` */
function remove(app: FastifyInstance, state: BrazeState): void {
	post(app, state, {
		path: '/messages/schedule/delete',
		permission: 'messages.schedule.delete',
		pools: defaultPool,
		body: z.object({ schedule_id: z.string() }),
		answer: ({ schedule_id: id }, request) => {
			withdraw(state, requireSchedule(state, 'messages', id), request);
			return { status: 201, body: { message: 'success' } };
		},
	});
}

export function messagesSchedule(app: FastifyInstance, state: BrazeState): void {
	create(app, state);
	update(app, state);
	remove(app, state);
}
