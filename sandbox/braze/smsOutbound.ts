import { randomUUID } from 'node:crypto';
import { renderMessage } from '../../nodes/shared/liquid';
import type { PhoneMessage, Rule } from '../control/types';
import type { SmsCampaign } from './campaign';
import { markSent, noteNotSent, notEligible } from './eligibility';
import { liquidContext, type Occasion } from './liquidContext';
import { customerId, fieldText, type Profile } from './profile';
import { documented, unconfirmed } from './rules';
import type { BrazeState } from './state';

/** The message lies on the phone. */
export function arrive(state: BrazeState, profile: Profile, phone: string, text: string, by: string): void {
	const message: PhoneMessage = { id: randomUUID(), at: new Date().toISOString(), direction: 'in', text, media: [], by };
	state.phone(phone).push(message);
	state.world.events.add({ vendor: 'braze', kind: 'sent', summary: `SMS to ${customerId(profile)} (${by}): ${text}`, customer: customerId(profile) });
}

/** Why no SMS may go to this profile, or undefined. */
function notReachable(state: BrazeState, profile: Profile): Rule | undefined {
	if (fieldText(profile.data, 'phone') === undefined) return documented('the profile has no phone number');
	const subscription = state.subscriptions.of(profile);
	if (subscription === 'subscribed') return undefined;
	return documented(`the phone is ${subscription ?? 'not subscribed'} in “${state.group.name}”: only subscribed users are sent SMS`);
}

async function render(state: BrazeState, campaign: SmsCampaign, profile: Profile, occasion: Occasion): Promise<{ text: string } | { notSent: Rule }> {
	try {
		const context = liquidContext(state, campaign, profile, profile.data, occasion);
		const rendered = await renderMessage(campaign.sms.body, { dialect: 'braze', context });
		if (rendered.aborted) return { notSent: documented(`aborted: ${rendered.abortReason ?? '{% abort_message %} called'}`) };
		if (rendered.text.trim() === '') return { notSent: unconfirmed('the message is empty') };
		return { text: rendered.text };
	} catch (error) {
		return { notSent: documented(`Liquid: ${error instanceof Error ? error.message : String(error)}`) };
	}
}

/** One SMS of an API-triggered campaign to one profile; every reason not to send is noted. */
export async function sendCampaignSms(state: BrazeState, campaign: SmsCampaign, profile: Profile, occasion: Occasion): Promise<void> {
	const refused = notEligible(campaign, profile, profile.data) ?? notReachable(state, profile);
	if (refused) return noteNotSent(state, campaign, profile, refused);
	const phone = fieldText(profile.data, 'phone') ?? '';
	const rendered = await render(state, campaign, profile, occasion);
	if ('notSent' in rendered) return noteNotSent(state, campaign, profile, rendered.notSent);
	markSent(state, campaign, profile);
	arrive(state, profile, phone, rendered.text, campaign.name);
}
