import { z } from '../../shared/schema';
import type { Door } from '../../shared/transport/door';
import { FailureError } from '../../shared/transport/failure';
import { exportCall } from '../exportCall';
import type { UserInput } from '../userFields';

const profileShape = z.object({ external_id: z.string().optional(), custom_attributes: z.record(z.unknown()).optional() }).passthrough();
const exported = z.object({ users: z.array(profileShape) });
export type Profile = z.infer<typeof profileShape>;

/** The profile of one user, with the fields asked for. Braze answers an unknown user with an empty list. */
export async function readProfile(door: Door, user: UserInput, fields: string[]): Promise<Profile> {
	const answer = await door.send(exportCall([user], fields), 'safe');
	const {
		users: [profile],
	} = exported.parse(answer.body);
	if (profile) return profile;
	throw new FailureError({
		class: 'recipientGone',
		vendor: 'Braze',
		message: `Braze has no user with the ${user.identifyBy} "${user.userId}"`,
		fix: 'Check whether the user was deleted or merged in Braze; nothing was sent.',
	});
}
