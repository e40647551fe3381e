import type { User } from '../types';

/** A user as a new account has them. `at`: ms since 1970. */
export const newUser = (own: Pick<User, 'id' | 'name' | 'role' | 'verified'>, at: number): User => ({
	...own,
	external_id: null,
	phone: null,
	shared_phone_number: null,
	user_fields: {},
	tags: [],
	notes: null,
	details: null,
	alias: null,
	locale: 'en-US',
	time_zone: 'Europe/Berlin',
	organization_id: null,
	suspended: false,
	active: true,
	identities: [],
	created_at: at,
	updated_at: at,
});
