import { nameOf } from '../profiles/people';
import { RULES } from '../rules';
import type { CleverTapState } from '../state';
import type { Campaign, Profile } from '../types';
import { fill } from './variables';
import { broadcastBody, isBroadcast, scopeOf, singleBody, type Occasion } from '../webhooks/webhookBody';
import { callWebhook, isTaken } from '../webhooks/webhookCall';

/** The words of the campaign's stats page. */
export const DISPATCH_FAILED = 'Webhook Dispatch Failed';

interface Part {
	profiles: Profile[];
	url: string;
	body: string;
}

function inParts(profiles: Profile[], size: number): Profile[][] {
	const parts: Profile[][] = [];
	for (let start = 0; start < profiles.length; start += size) parts.push(profiles.slice(start, start + size));
	return parts;
}

/** A campaign that is not taken further: nobody waits for it any more. */
export function settle(campaign: Campaign): void {
	if (campaign.pending === 0 && campaign.status === 'running' && (campaign.delivery === 'one_time' || campaign.delivery === 'api')) campaign.status = 'completed';
}

/** Posts to the campaign's webhook: profiles as an array for many, or a call with an object for each. */
export function sendWebhooks(state: CleverTapState, campaign: Campaign, profiles: Profile[], occasion: Occasion): void {
	const { webhook: content } = campaign;
	const webhook = content === undefined ? undefined : state.webhooks.get(content.endpoint);
	if (content === undefined || webhook === undefined) {
		campaign.figures.errors[DISPATCH_FAILED] = (campaign.figures.errors[DISPATCH_FAILED] ?? 0) + profiles.length;
		state.note(`campaign "${campaign.name}": there is no webhook "${content?.endpoint ?? ''}" in the dashboard`, RULES.targetWebhook);
		return;
	}
	const broadcast = isBroadcast(webhook, content);
	const parts: Part[] = broadcast
		? inParts(profiles, state.settings.broadcastSize).map((some) => ({ profiles: some, url: webhook.url, body: broadcastBody(campaign, content, some, occasion) }))
		: profiles.map((profile) => ({ profiles: [profile], url: fill(webhook.url, scopeOf(campaign, profile, occasion)), body: singleBody(campaign, content, profile, occasion) }));
	campaign.pending += parts.length;
	for (const { profiles: some, url, body } of parts) {
		let counted = false;
		const who = broadcast ? `${some.length} profiles` : nameOf(some[0]);
		callWebhook(state, webhook, {
			summary: `campaign "${campaign.name}" to webhook "${webhook.name}" for ${who}`,
			customer: broadcast ? undefined : nameOf(some[0]),
			url,
			body,
			retries: state.settings.webhookRetries,
			done: (outcome) => {
				// A fault may send one call twice; it is one to the campaign.
				if (counted) return;
				counted = true;
				campaign.pending -= 1;
				if (isTaken(outcome)) campaign.figures.sent += some.length;
				else {
					campaign.figures.errors[DISPATCH_FAILED] = (campaign.figures.errors[DISPATCH_FAILED] ?? 0) + some.length;
					state.note(`campaign "${campaign.name}": ${DISPATCH_FAILED} for ${who} (${outcome.status === 0 ? outcome.body : outcome.status})`, RULES.webhookFailure);
				}
				settle(campaign);
			},
		});
	}
}
