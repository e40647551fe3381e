import type { FastifyInstance } from 'fastify';
import { defaultPool, get } from '../endpoint';
import { MESSAGING_RULES } from '../messages/messagingRules';
import { iso, listed, pageOf } from '../pages';
import type { BrazeState } from '../state';
import { stepsOf, type CanvasStep, type CanvasVariant } from './canvas';
import { requireCanvas } from './trigger';

const PAGE_SIZE = 100;

function canvasList(app: FastifyInstance, state: BrazeState): void {
	get(app, state, {
		path: '/canvas/list',
		permission: 'canvas.list',
		pools: defaultPool,
		answer: (query, request) => {
			request.notes.rule = MESSAGING_RULES.canvasListed;
			return {
				status: 200,
				body: {
					message: 'success',
					canvases: pageOf(listed(state.messaging.canvases, query), query, PAGE_SIZE).map(({ id, lastEditedAt, name, tags = [] }) => ({ id, last_edited: iso(lastEditedAt), name, tags })),
				},
			};
		},
	});
}

function shownMessage(step: CanvasStep) {
	switch (step.channel) {
		case 'email': return { channel: 'email', subject: step.email.subject ?? '', body: step.email.body ?? '', from: step.email.from, reply_to: step.email.reply_to ?? null, title: step.name, extras: {} };
		case 'sms': return { channel: 'sms', body: step.sms.body };
		// Which keys Braze shows of a webhook step is documented nowhere: its address and its body at least.
		case 'webhook': return { channel: 'webhook', url: step.webhook.url, body: step.webhook.body ?? '' };
	}
}

function shownStep(step: CanvasStep, next: CanvasStep | undefined) {
	return {
		name: step.name,
		type: 'message',
		id: step.id,
		next_step_ids: next ? [next.id] : [],
		next_paths: next ? [{ name: null, next_step_id: next.id }] : [],
		channels: [step.channel],
		messages: { [step.messageId]: shownMessage(step) },
	};
}

const shownVariant = ({ id, name, steps: [first] }: CanvasVariant) => ({
	name,
	id,
	first_step_ids: first ? [first.id] : [],
	...(first ? { first_step_id: first.id } : {}),
});

function canvasDetails(app: FastifyInstance, state: BrazeState): void {
	get(app, state, {
		path: '/canvas/details',
		permission: 'canvas.details',
		pools: defaultPool,
		answer: (query, request) => {
			const canvas = requireCanvas(state, query.one('canvas_id'));
			request.notes.rule = MESSAGING_RULES.canvasScheduleType;
			return {
				status: 200,
				body: {
					created_at: iso(canvas.createdAt),
					updated_at: iso(canvas.lastEditedAt),
					name: canvas.name,
					description: canvas.description,
					archived: canvas.status === 'archived',
					draft: canvas.draft ?? false,
					enabled: canvas.status === 'active',
					schedule_type: canvas.entry.type === 'api_triggered' ? 'api_triggered' : 'time_based',
					first_entry: iso(canvas.firstSentAt),
					last_entry: iso(canvas.lastSentAt),
					channels: [...new Set(stepsOf(canvas).map(({ channel }) => channel))],
					variants: canvas.variants.map(shownVariant),
					tags: canvas.tags ?? [],
					teams: [],
					steps: canvas.variants.flatMap(({ steps }) => steps.map((step, index) => shownStep(step, steps[index + 1]))),
					message: 'success',
				},
			};
		},
	});
}

export function canvasRead(app: FastifyInstance, state: BrazeState): void {
	canvasList(app, state);
	canvasDetails(app, state);
}
