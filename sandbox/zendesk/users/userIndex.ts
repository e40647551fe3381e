import type { ZendeskState } from '../state';
import type { User } from '../types';

/** The address that Zendesk shows as `email`. */
export const primaryEmail = (user: User): string | null =>
	user.identities.find(({ type, primary }) => type === 'email' && primary)?.value ?? null;

/** Tells search about a user's present state. */
export function indexUser(state: ZendeskState, user: User): void {
	const emails = user.identities.filter(({ type }) => type === 'email').map(({ value }) => value);
	const direct = user.identities.filter(({ type }) => type === 'phone_number').map(({ value }) => value);
	const phones = [...new Set([...direct, ...(user.phone === null ? [] : [user.phone])])];
	state.index.write({
		kind: 'user',
		id: user.id,
		created_at: user.created_at,
		updated_at: user.updated_at,
		values: {
			name: user.name,
			email: emails,
			phone: phones,
			external_id: user.external_id,
			role: user.role,
			tags: user.tags,
			...user.user_fields,
		},
		text: [user.name, ...emails, ...phones, user.notes ?? '', user.details ?? ''].join('\n'),
	});
}
