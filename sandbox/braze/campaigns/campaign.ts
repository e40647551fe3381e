import type { Channel } from '../messages/channels';
import type { JsonObject } from '../json';
import type { SmsSetup, WebhookSetup } from '../controls/setupFile';

/** A conversion event of the kind "performs custom event", chosen in the dashboard. */
export interface ConversionEvent {
	event: string;
	/** Properties that the event must have, each with this value; any when empty. */
	properties: JsonObject;
	/** ms after the message within which the event counts. */
	withinMs: number;
}

export interface Running {
	conversion?: ConversionEvent;
	/** A stopped or archived campaign sends nothing. */
	status: 'active' | 'stopped' | 'archived';
	/** A copy that nobody launched yet. */
	draft?: boolean;
	tags?: string[];
	/** ms since 1970 */
	createdAt: number;
	lastEditedAt: number;
	firstSentAt?: number;
	lastSentAt?: number;
}

/** A message variation of an API campaign: only its name and channel are Braze's, the content comes with each send. */
export interface Variation {
	id: string;
	name: string;
	channel: Channel;
}

/** Made in the dashboard under Messaging > Campaigns > API Campaign: it sends nothing by itself, it keeps the figures of API sends. */
export interface ApiCampaignSetup {
	type: 'api';
	sandboxId: string;
	name: string;
	delivery: { type: 'api' };
	deliveryNotes: string;
	reEligibility: boolean;
	audience: null;
	variations: Variation[];
}

export type WebhookCampaign = WebhookSetup & Running;
export type SmsCampaign = SmsSetup & Running;
export type ApiCampaign = ApiCampaignSetup & Running;
export type Campaign = WebhookCampaign | SmsCampaign | ApiCampaign;

/** Dashboard campaigns of the sandbox have one message each. */
export function variationsOf(campaign: Campaign): Variation[] {
	if (campaign.type === 'api') return campaign.variations;
	return [{ id: `${campaign.sandboxId}-variant-1`, name: 'Variant 1', channel: campaign.type }];
}
