import type { SmsCampaign } from '../campaigns/campaign';
import { noteNotSent, notEligible } from '../campaigns/eligibility';
import { leaveOnPhone } from './leaveOnPhone';
import { campaignSource, type Occasion } from '../messages/liquidContext';
import { sendSms } from '../messages/sms';
import { customerId, type Profile } from '../users/profile';
import type { BrazeState } from '../state';

/** An auto-reply lies on the phone; it belongs to no campaign and no figure counts it. */
export function arrive(state: BrazeState, profile: Profile, phone: string, text: string, by: string): void {
	leaveOnPhone(state, phone, text, by);
	state.world.events.add({ vendor: 'braze', kind: 'sent', summary: `SMS to ${customerId(profile)} (${by}): ${text}`, customer: customerId(profile) });
}

/** One SMS of an API-triggered campaign to one profile; every reason not to send is noted. */
export async function sendCampaignSms(
	state: BrazeState,
	campaign: SmsCampaign,
	profile: Profile,
	occasion: Pick<Occasion, 'dispatchId' | 'triggerProperties'> & { sendId?: string; at?: number },
): Promise<void> {
	const refused = notEligible(campaign, profile, profile.data);
	if (refused) return noteNotSent(state, campaign, profile, refused);
	await sendSms(state, { body: campaign.sms.body }, { ...occasion, at: occasion.at ?? Date.now(), profile, source: campaignSource(campaign) });
}
