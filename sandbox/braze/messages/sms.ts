import { leaveOnPhone } from '../sms/leaveOnPhone';
import { MESSAGING_RULES } from './messagingRules';
import { fieldText, type Profile } from '../users/profile';
import { NotSent } from './render';
import { documented } from '../rules';
import type { BrazeState } from '../state';
import { nameOf, sendOut, type Outgoing } from './sendOut';

/** The number an SMS may go to. Throws {@link NotSent}. */
export function reachablePhone(state: BrazeState, profile: Profile): string {
	const phone = fieldText(profile.data, 'phone');
	if (phone === undefined) throw new NotSent(documented('the profile has no phone number'));
	const subscription = state.subscriptions.of(profile);
	if (subscription !== 'subscribed') {
		throw new NotSent(documented(`the phone is ${subscription ?? 'not subscribed'} in “${state.group.name}”: only subscribed users are sent SMS`));
	}
	return phone;
}

/** One SMS to one person; of `media_items` only the addresses are kept. */
export async function sendSms(state: BrazeState, sms: { body: string; media?: string[] }, outgoing: Outgoing): Promise<void> {
	const { profile, source } = outgoing;
	await sendOut(state, 'sms', outgoing, async (render) => {
		const phone = reachablePhone(state, profile);
		const text = await render(sms.body);
		if (text.trim() === '') throw new NotSent(MESSAGING_RULES.emptyMessage);
		const media = await Promise.all((sms.media ?? []).map(render));
		const content = { text, links: text.match(/https?:\/\/\S+/g) ?? [], ...(media.length > 0 ? { media } : {}) };
		if (state.data.invalidPhones.has(phone)) return { content, result: 'bounced', why: MESSAGING_RULES.phoneInvalid };
		leaveOnPhone(state, phone, text, nameOf(source), media);
		return { content };
	});
}
