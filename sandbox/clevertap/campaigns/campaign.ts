import { audienceOf } from './audience';
import type { Json, JsonObject } from '../json';
import { isJsonObject } from '../json';
import { nameOf } from '../profiles/people';
import { canReach } from './reach';
import type { CleverTapState } from '../state';
import type { Campaign, Channel, Profile } from '../types';
import { fill, type Scope } from './variables';
import { scopeOf, type Occasion } from '../webhooks/webhookBody';
import { sendWebhooks, settle } from './webhookCampaign';

/** A campaign before it has done anything. */
export function newCampaign(state: CleverTapState, given: Pick<Campaign, 'name' | 'channel' | 'delivery' | 'audience'> & Partial<Campaign>): Campaign {
	const now = Date.now();
	const id = state.nextCampaignId();
	const figures = { qualified: 0, sent: 0, viewed: 0, clicked: 0, errors: {} };
	const campaign: Campaign = { id, status: 'draft', createdAt: now, scheduledAt: now, content: {}, labels: [], figures, pending: 0, ...given };
	state.campaigns.set(id, campaign);
	return campaign;
}

function filled(value: Json, scope: Scope): Json {
	if (typeof value === 'string') return fill(value, scope);
	if (Array.isArray(value)) return value.map((one) => filled(one, scope));
	return isJsonObject(value) ? filledObject(value, scope) : value;
}

const filledObject = (content: JsonObject, scope: Scope): JsonObject =>
	Object.fromEntries(Object.entries(content).map(([key, value]) => [key, filled(value, scope)]));

/** One message to one person by a channel other than a webhook. */
export function sendMessage(state: CleverTapState, profile: Profile, channel: Channel, content: JsonObject, scope: Scope, by: string): void {
	state.sent({ identity: nameOf(profile), channel, content: filledObject(content, scope), by });
}

/** Sends a campaign to these people: by its webhook, or as messages to whoever can be reached. */
export function sendCampaign(state: CleverTapState, campaign: Campaign, profiles: Profile[], occasion: Occasion = {}): void {
	campaign.figures.qualified += profiles.length;
	if (campaign.channel === 'webhook') {
		sendWebhooks(state, campaign, profiles, occasion);
	} else {
		for (const profile of profiles.filter((one) => canReach(one, campaign.channel, campaign.devices))) {
			sendMessage(state, profile, campaign.channel, campaign.content, scopeOf(campaign, profile, occasion), `campaign "${campaign.name}"`);
			campaign.figures.sent += 1;
		}
	}
}

/** A campaign to its audience, or to these people, now. */
export function runCampaign(state: CleverTapState, campaign: Campaign, profiles: Profile[] = audienceOf(state, campaign.audience)): void {
	campaign.status = 'running';
	sendCampaign(state, campaign, profiles);
	settle(campaign);
}
