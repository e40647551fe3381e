import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { requireCanvas } from '../canvas/trigger';
import { post } from '../endpoint';
import { Refusal } from '../errors';
import { newId } from '../ids';
import { MESSAGING_RULES } from '../messages/messagingRules';
import { documented } from '../rules';
import type { BrazeState } from '../state';

const pools = () => [{ pool: 'campaigns and canvas duplicate' as const }];
const named = { name: z.string().min(1), description: z.string().optional() };

/** A copy is a draft that nobody launched, without figures. */
const fresh = () => ({ status: 'stopped' as const, draft: true, createdAt: Date.now(), lastEditedAt: Date.now(), firstSentAt: undefined, lastSentAt: undefined });

/** `POST /campaigns/duplicate` and `POST /canvas/duplicate`: 202, the copy is made afterwards and its id is not told. */
export function duplicate(app: FastifyInstance, state: BrazeState): void {
	post(app, state, {
		path: '/campaigns/duplicate',
		permission: 'campaigns.duplicate',
		pools,
		body: z.object({ campaign_id: z.string(), ...named }),
		answer: ({ campaign_id: id, name, description }, request) => {
			const campaign = state.campaign(id);
			if (campaign === undefined) throw new Refusal(400, 'Invalid Campaign ID', documented('no such campaign: 400'));
			state.campaigns.push({ ...structuredClone(campaign), ...fresh(), sandboxId: newId(), name, deliveryNotes: description ?? campaign.deliveryNotes });
			request.notes.rule = MESSAGING_RULES.duplicated;
			return { status: 202, body: { message: 'success' } };
		},
	});
	post(app, state, {
		path: '/canvas/duplicate',
		permission: 'canvas.duplicate',
		pools,
		body: z.object({ canvas_id: z.string(), ...named }),
		answer: ({ canvas_id: id, name, description }, request) => {
			const canvas = requireCanvas(state, id);
			state.messaging.canvases.push({ ...structuredClone(canvas), ...fresh(), id: newId(), name, description: description ?? canvas.description, entries: [] });
			request.notes.rule = MESSAGING_RULES.duplicated;
			return { status: 202, body: { message: 'success' } };
		},
	});
}
