import { z } from '../../shared/schema';
import type { Door } from '../../shared/transport/door';
import { FailureError } from '../../shared/transport/failure';
import type { UserInput } from '../userFields';
import type { Profile } from './profile';

/** `status` maps each user to Subscribed, Unsubscribed or Unknown. */
const statusShape = z.object({ status: z.record(z.string()) });

/**
 * Refuses to go on where the user has opted out of the subscription group: Braze would accept the send and drop the message in silence.
 * The look-up takes external ids or phones only, so a user without external id is asked for by the profile's phone.
 */
export async function requireConsent(door: Door, user: UserInput, profile: Profile, groupId: string): Promise<void> {
	const who =
		user.identifyBy === 'external_id' ? { external_id: user.userId } : profile.external_id ? { external_id: profile.external_id } : { phone: String(profile.phone ?? '') };
	const answer = await door.send({ method: 'GET', path: '/subscription/status/get', query: { subscription_group_id: groupId, ...who } }, 'safe');
	const status = Object.values(statusShape.parse(answer.body).status)[0] ?? 'Unknown';
	if (!/^unsubscribed$/i.test(status)) return;
	throw new FailureError({
		class: 'optedOut',
		vendor: 'Braze',
		message: 'The customer has opted out of SMS (STOP), so the message was not sent',
		fix: 'Reach the customer another way, or wait until START is texted.',
	});
}
