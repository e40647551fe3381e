import type { Call } from '../shared/transport/call';
import { aliasOf, type TrackedUserInput } from './userFields';

function whoOf(users: TrackedUserInput[]): object {
	const [{ identifyBy, userId }] = users;
	switch (identifyBy) {
		case 'external_id':
			return { external_ids: [...new Set(users.map((user) => user.userId))] };
		case 'user_alias':
			return { user_aliases: users.map(aliasOf) };
		case 'braze_id':
			return { braze_id: userId };
		case 'email':
			return { email_address: userId };
		case 'phone':
			return { phone: userId };
	}
}

/** Reads profiles of users who are identified alike: up to 50 external ids or aliases a call, but one of anything else (the first). */
export const exportCall = (users: TrackedUserInput[], fields: string[]): Call => ({
	method: 'POST',
	path: '/users/export/ids',
	body: { ...whoOf(users), fields_to_export: fields },
});
