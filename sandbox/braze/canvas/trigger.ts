import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { post } from '../endpoint';
import { Refusal } from '../errors';
import { newDispatchId } from '../ids';
import { jsonObject } from '../json';
import { MESSAGING_RULES } from '../messages/messagingRules';
import { addSchedule } from '../schedules/change';
import type { Job } from '../schedules/schedules';
import { triggerSchedule } from '../schedules/triggerSchedule';
import { readSchedule, ruleOf, scheduleObject } from '../schedules/when';
import type { BrazeState } from '../state';
import { recipient } from '../campaigns/triggerRecipients';
import { refuseBadTrigger, triggerAudience, Triggered, triggerPools } from '../campaigns/triggerRequest';
import type { Canvas } from './canvas';
import { enterCanvas } from './enter';

/** `canvas_entry_properties` is the old name of `context`; both are taken. */
const properties = { context: jsonObject.optional(), canvas_entry_properties: jsonObject.optional() };

const body = z.object({
	canvas_id: z.string(),
	...properties,
	broadcast: z.boolean().optional(),
	audience: triggerAudience,
	recipients: z.array(recipient.extend(properties)).optional(),
});
type Input = z.infer<typeof body>;

export function requireCanvas(state: BrazeState, id: string | undefined): Canvas {
	const canvas = state.messaging.canvases.find((one) => one.id === id);
	if (canvas === undefined) throw new Refusal(400, 'Invalid Canvas ID', MESSAGING_RULES.canvasUnknown);
	return canvas;
}

function triggerable(state: BrazeState, id: string | undefined): Canvas {
	const canvas = requireCanvas(state, id);
	if (canvas.entry.type !== 'api_triggered') throw new Refusal(400, 'Invalid Canvas ID', MESSAGING_RULES.canvasNotTriggered);
	return canvas;
}

const NOTICES = {
	active: undefined,
	stopped: 'The Canvas is paused. Resume the Canvas to ensure trigger requests will take effect.',
	archived: 'The Canvas is archived. Unarchive the Canvas to ensure trigger requests will take effect.',
} as const;

function prepare(state: BrazeState, { context, canvas_entry_properties: entryProperties, recipients, ...input }: Input) {
	const canvas = triggerable(state, input.canvas_id);
	const trigger = {
		...input,
		properties: context ?? entryProperties ?? {},
		recipients: recipients?.map((one) => ({ ...one, trigger_properties: one.context ?? one.canvas_entry_properties })),
	};
	refuseBadTrigger(trigger);
	const dispatchId = newDispatchId();
	const triggered = new Triggered(state, canvas.name, trigger);
	const job: Job = {
		name: canvas.name,
		audience: () => triggered.audience(),
		send: async (profile, at) => await enterCanvas(state, canvas, profile, { dispatchId, at, context: triggered.propertiesOf(profile) }),
	};
	const notice = NOTICES[canvas.status];
	return { canvas, job, answer: { ...(notice === undefined ? {} : { notice }), dispatch_id: dispatchId } };
}

/** `POST /canvas/trigger/send` */
function send(app: FastifyInstance, state: BrazeState): void {
	post(app, state, {
		path: '/canvas/trigger/send',
		permission: 'canvas.trigger.send',
		pools: (input) => triggerPools(input.canvas_id, input),
		body,
		answer: (input, request) => {
			const { canvas, job, answer } = prepare(state, input);
			request.notes.rule = canvas.status === 'active' ? MESSAGING_RULES.accepted : MESSAGING_RULES.canvasNotice;
			// A Canvas that lets nobody in writes no attributes either.
			const people = canvas.status === 'active' ? job.audience() : [];
			for (const profile of people) state.enqueue(async () => await job.send(profile, Date.now()), profile);
			return { status: 201, body: { ...answer, message: 'success' } };
		},
	});
}

/** `POST /canvas/trigger/schedule/create` */
function scheduleCreate(app: FastifyInstance, state: BrazeState): void {
	post(app, state, {
		path: '/canvas/trigger/schedule/create',
		permission: 'canvas.trigger.schedule.create',
		pools: (input) => triggerPools(input.canvas_id, input),
		body: body.extend({ schedule: scheduleObject }),
		answer: ({ schedule, ...input }, request) => {
			const when = readSchedule(schedule);
			const { canvas, job, answer } = prepare(state, input);
			request.notes.rule = ruleOf(when);
			return { status: 201, body: { ...answer, schedule_id: addSchedule(state, { kind: 'canvas', ownerId: canvas.id, when, job }), message: 'success' } };
		},
	});
}

export function canvasTrigger(app: FastifyInstance, state: BrazeState): void {
	send(app, state);
	scheduleCreate(app, state);
	triggerSchedule(app, state, {
		kind: 'canvas',
		path: '/canvas/trigger/schedule',
		field: 'canvas_id',
		permissions: { update: 'canvas.trigger.schedule.update', delete: 'canvas.trigger.schedule.delete' },
		requireOwner: (id) => void triggerable(state, id),
	});
}
