import { field, type InputOf, type Problem } from '../shared/operation';

/** How Braze finds a user. Exactly one identifier is sent. */
export const userFields = {
	identifyBy: field.choice({
		displayName: 'Identify User By',
		options: [
			{ name: 'Braze ID', value: 'braze_id', description: 'The ID Braze gave the profile; for users without an external ID' },
			{ name: 'External ID', value: 'external_id', description: 'Your own ID of the user' },
			{ name: 'User Alias', value: 'user_alias', description: 'An alias name with its label' },
		],
		initial: 'external_id',
	}),
	userId: field.requiredId({ displayName: 'User ID', description: 'The external ID, Braze ID or alias name of the user', placeholder: 'cust-42' }),
	aliasLabel: field.shownWhen({ identifyBy: ['user_alias'] }, field.requiredId({ displayName: 'Alias Label', placeholder: 'messenger' })),
};

export type UserInput = InputOf<typeof userFields>;

/** An alias is named by two things. */
export const checkUser = ({ identifyBy, aliasLabel }: UserInput): Problem | undefined =>
	identifyBy === 'user_alias' && aliasLabel === undefined ? { displayName: 'Alias Label', message: 'is missing; an alias is found by its name and its label' } : undefined;

export type UserAlias = { alias_name: string; alias_label: string };

export const aliasOf = ({ userId, aliasLabel }: UserInput): UserAlias => ({ alias_name: userId, alias_label: aliasLabel ?? '' });

/** As `/users/track` names a user. */
export function trackedUser(user: UserInput): { external_id: string } | { braze_id: string } | { user_alias: UserAlias } {
	if (user.identifyBy === 'external_id') return { external_id: user.userId };
	if (user.identifyBy === 'braze_id') return { braze_id: user.userId };
	return { user_alias: aliasOf(user) };
}

/** As sends name a recipient: the external id has another name there. */
export function recipient(user: UserInput): { external_user_id: string } | { braze_id: string } | { user_alias: UserAlias } {
	return user.identifyBy === 'external_id' ? { external_user_id: user.userId } : (trackedUser(user) as { braze_id: string } | { user_alias: UserAlias });
}

/** One key for one user. */
export const userKey = ({ identifyBy, userId, aliasLabel }: UserInput): string => JSON.stringify([identifyBy, userId, aliasLabel]);
