import type { Call } from '../shared/transport/call';
import { aliasOf, type UserInput } from './userFields';

/** Reads profiles of users who are identified alike: up to 50 external ids or aliases, but one `braze_id` (the first) a call. */
export function exportCall(users: UserInput[], fields: string[]): Call {
	const [{ identifyBy, userId }] = users;
	const who =
		identifyBy === 'external_id'
			? { external_ids: [...new Set(users.map((user) => user.userId))] }
			: identifyBy === 'braze_id'
				? { braze_id: userId }
				: { user_aliases: users.map(aliasOf) };
	return { method: 'POST', path: '/users/export/ids', body: { ...who, fields_to_export: fields } };
}
