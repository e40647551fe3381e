import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { post } from '../endpoint';
import { Refusal } from '../errors';
import { MESSAGING_RULES } from '../messages/messagingRules';
import { documented } from '../rules';
import type { BrazeState } from '../state';
import { isSendId } from './sendIds';

/** `POST /sends/id/create`: 100 a day; the headers count them down. */
export function sendsIdCreate(app: FastifyInstance, state: BrazeState): void {
	post(app, state, {
		path: '/sends/id/create',
		permission: 'sends.id.create',
		pools: () => [{ pool: 'sends/id/create' }],
		body: z.object({ campaign_id: z.string(), send_id: z.string().optional() }),
		answer: ({ campaign_id: campaignId, send_id: given }, request) => {
			if (state.campaign(campaignId) === undefined) throw new Refusal(400, 'Invalid Campaign ID', documented('no such campaign: 400'));
			if (given !== undefined && !isSendId(given)) throw new Refusal(400, 'Invalid Send ID', MESSAGING_RULES.sendIdText);
			request.notes.rule = MESSAGING_RULES.sendIdCreated;
			return { status: 201, body: { message: 'success', send_id: state.messaging.sendIds.create(campaignId, given) } };
		},
	});
}
