import { z } from 'zod';
import type { ApiCampaign } from '../campaigns/campaign';
import { Refusal } from '../errors';
import { jsonObject } from '../json';
import type { Pool } from '../limits';
import { MESSAGING_RULES } from './messagingRules';
import { userAlias } from '../users/profile';
import { isSendId } from '../sends/sendIds';
import type { BrazeState } from '../state';

/** Ids and aliases of one call, counted together. */
export const IDS_MAX = 50;

export const messagesRequest = z.object({
	broadcast: z.boolean().optional(),
	external_user_ids: z.array(z.string()).optional(),
	user_aliases: z.array(userAlias).optional(),
	segment_id: z.string().optional(),
	audience: z.record(z.unknown()).optional(),
	campaign_id: z.string().optional(),
	send_id: z.string().optional(),
	recipient_subscription_state: z.enum(['opted_in', 'subscribed', 'all']).optional(),
	override_frequency_capping: z.boolean().optional(),
	override_messaging_limits: z.boolean().optional(),
	messages: jsonObject.optional(),
});
export type MessagesRequest = z.infer<typeof messagesRequest>;

/** The API campaign that the figures are kept under. */
export function requireApiCampaign(state: BrazeState, id: string | undefined): ApiCampaign | undefined {
	if (id === undefined) return undefined;
	const campaign = state.campaign(id);
	if (campaign?.type !== 'api') throw new Refusal(400, 'Invalid Campaign ID', MESSAGING_RULES.apiCampaignOnly);
	return campaign;
}

export const isBroadcast = ({ external_user_ids: ids = [], user_aliases: aliases = [] }: MessagesRequest): boolean => ids.length + aliases.length === 0;

/**
 * The send id that figures are kept under: the one given, a new one where a campaign is sent to a segment or audience without one, none for named people.
 */
export function trackedSendId(state: BrazeState, request: MessagesRequest): string | undefined {
	const { campaign_id: campaignId, send_id: given } = request;
	if (given !== undefined) {
		if (!isSendId(given) || campaignId === undefined || !state.messaging.sendIds.has(campaignId, given)) {
			throw new Refusal(400, 'Invalid Send ID', MESSAGING_RULES.sendIdUnknown);
		}
		return given;
	}
	return campaignId !== undefined && isBroadcast(request) ? state.messaging.sendIds.create(campaignId) : undefined;
}

/** A broadcast counts apart, and once more for its own audience. */
export function messagePools(request: MessagesRequest): Array<{ pool: Pool; subject?: string }> {
	if (!isBroadcast(request)) return [{ pool: 'default' }];
	return [{ pool: 'broadcast' }, { pool: 'broadcast audience', subject: JSON.stringify([request.campaign_id, request.segment_id, request.audience]) }];
}
