import type { Rule } from '../../control/types';
import { matchesAudience } from './audience';
import type { Campaign } from './campaign';
import { customerId, type Profile, type ProfileData } from '../users/profile';
import { documented, unconfirmed } from '../rules';
import type { BrazeState } from '../state';

/** Why this campaign does not go to this profile now, or undefined. */
export function notEligible(campaign: Campaign, profile: Profile, data: ProfileData): Rule | undefined {
	if (campaign.status !== 'active') return unconfirmed(`the campaign is ${campaign.status}`);
	if (campaign.audience !== null && !matchesAudience(data, campaign.audience)) return documented('outside the campaign’s audience');
	if (!campaign.reEligibility && profile.received.has(campaign.sandboxId)) {
		return documented('re-eligibility is off and this customer has had the message once');
	}
	return undefined;
}

/** `at`: ms since 1970. */
export function markSent(state: BrazeState, campaign: Campaign, profile: Profile, at = Date.now()): void {
	campaign.firstSentAt ??= at;
	campaign.lastSentAt = at;
	profile.received.set(campaign.sandboxId, at);
	state.touch(profile);
}

/** Braze sends nothing and tells no one: only its own log, and ours, know. */
export function noteNotSent(state: BrazeState, campaign: { name: string }, profile: Profile, rule: Rule): void {
	state.world.events.add({
		vendor: 'braze',
		kind: 'note',
		summary: `“${campaign.name}” not sent to ${customerId(profile)}: ${rule.text}`,
		customer: customerId(profile),
		rule,
	});
}
