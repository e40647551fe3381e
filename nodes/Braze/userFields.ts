import { field, type InputOf, type Problem } from '../shared/operation';

export const BRAZE_ID = { name: 'Braze ID', value: 'braze_id', description: 'The ID Braze gave the profile; for users without an external ID' } as const;
export const EMAIL = { name: 'Email', value: 'email', description: 'An email address; several profiles may share one' } as const;
export const EXTERNAL_ID = { name: 'External ID', value: 'external_id', description: 'Your own ID of the user' } as const;
export const PHONE = { name: 'Phone', value: 'phone', description: 'A phone number in E.164, for instance +15551234567' } as const;
export const USER_ALIAS = { name: 'User Alias', value: 'user_alias', description: 'An alias name with its label' } as const;

const DISPLAY_NAME = 'Identify User By';

const aliasLabel = field.shownWhen({ identifyBy: ['user_alias'] }, field.requiredId({ displayName: 'Alias Label', placeholder: 'messenger' }));
const userId = (description: string) => field.requiredId({ displayName: 'User ID', description, placeholder: 'cust-42' });

/** How Braze finds a user. Exactly one identifier is sent. */
export const userFields = {
	identifyBy: field.choice({ displayName: DISPLAY_NAME, options: [BRAZE_ID, EXTERNAL_ID, USER_ALIAS], initial: 'external_id' }),
	userId: userId('The external ID, Braze ID or alias name of the user'),
	aliasLabel,
};

/** How `/users/track` finds a user: the email or phone of several profiles means the one updated last, of none makes a new profile. */
export const trackedUserFields = {
	identifyBy: field.choice({ displayName: DISPLAY_NAME, options: [BRAZE_ID, EMAIL, EXTERNAL_ID, PHONE, USER_ALIAS], initial: 'external_id' }),
	userId: userId('The external ID, Braze ID, alias name, email address or phone number of the user'),
	aliasLabel,
};

/** Which of several profiles is meant; Braze walks the list until one is left. */
export const prioritizationField = (show: Record<string, string[]>) =>
	field.shownWhen(
		show,
		field.choices({
			displayName: 'Prioritization',
			description: 'Which profile counts where several share the address; the first that decides is used',
			options: [
				{ name: 'Identified', value: 'identified' },
				{ name: 'Least Recently Updated', value: 'least_recently_updated' },
				{ name: 'Most Recently Updated', value: 'most_recently_updated' },
				{ name: 'Unidentified', value: 'unidentified' },
			],
			initial: ['identified', 'most_recently_updated'],
		}),
	);

/** How `/users/export/ids` finds users: an email or a phone may belong to several. */
export const exportedUserFields = {
	...trackedUserFields,
	userId: userId('The external ID, Braze ID, alias name, email address or phone number of the user; all users with that address or number are read'),
};

/** How triggered sends find a recipient. */
export const recipientFields = {
	identifyBy: field.choice({ displayName: DISPLAY_NAME, options: [BRAZE_ID, EMAIL, EXTERNAL_ID, USER_ALIAS], initial: 'external_id' }),
	userId: userId('The external ID, Braze ID, alias name or email address of the user'),
	aliasLabel,
	prioritization: prioritizationField({ identifyBy: ['email'] }),
};

/** How message sends name users: by external ID or alias only. */
export const messagedUserFields = {
	identifyBy: field.choice({ displayName: DISPLAY_NAME, options: [EXTERNAL_ID, USER_ALIAS], initial: 'external_id' }),
	userId: userId('The external ID or alias name of the user'),
	aliasLabel,
};

export type UserInput = InputOf<typeof userFields>;
export type TrackedUserInput = InputOf<typeof trackedUserFields>;
export type RecipientInput = InputOf<typeof recipientFields>;
export type MessagedUserInput = InputOf<typeof messagedUserFields>;

const PHONE_SHAPE = /^\+[1-9]\d{1,14}$/;
const EMAIL_SHAPE = /^[^\s@]+@[^\s@]+$/;

/** An alias is named by two things; an email or a phone of another shape would make a profile that nobody can reach. */
export function checkUser({ identifyBy, userId: id, aliasLabel: label }: Omit<TrackedUserInput, 'prioritization'>): Problem | undefined {
	if (identifyBy === 'user_alias' && label === undefined) return { displayName: 'Alias Label', message: 'is missing; an alias is found by its name and its label' };
	if (identifyBy === 'phone' && !PHONE_SHAPE.test(id)) return { displayName: 'User ID', message: 'must be a phone number in E.164, for instance +15551234567' };
	if (identifyBy === 'email' && !EMAIL_SHAPE.test(id)) return { displayName: 'User ID', message: 'must be an email address' };
	return undefined;
}

export function checkRecipient(user: RecipientInput): Problem | undefined {
	const problem = checkUser(user);
	if (problem !== undefined || user.identifyBy !== 'email' || (user.prioritization ?? []).length > 0) return problem;
	return { displayName: 'Prioritization', message: 'is missing; Braze takes no email address without it' };
}

export type UserAlias = { alias_name: string; alias_label: string };

type Named = Pick<TrackedUserInput, 'userId' | 'aliasLabel'>;

export const aliasOf = ({ userId: name, aliasLabel: label }: Named): UserAlias => ({ alias_name: name, alias_label: label ?? '' });

export type TrackedUser = { external_id: string } | { braze_id: string } | { user_alias: UserAlias } | { email: string } | { phone: string };

/** As `/users/track` names a user. */
export function trackedUser(user: TrackedUserInput): TrackedUser {
	switch (user.identifyBy) {
		case 'external_id':
			return { external_id: user.userId };
		case 'braze_id':
			return { braze_id: user.userId };
		case 'email':
			return { email: user.userId };
		case 'phone':
			return { phone: user.userId };
		case 'user_alias':
			return { user_alias: aliasOf(user) };
	}
}

export type Recipient = { external_user_id: string } | { braze_id: string } | { user_alias: UserAlias } | { email: string; prioritization: string[] };

/** As sends name a recipient: the external id has another name there. */
export function recipient(user: Omit<RecipientInput, 'prioritization'> & Partial<Pick<RecipientInput, 'prioritization'>>): Recipient {
	switch (user.identifyBy) {
		case 'external_id':
			return { external_user_id: user.userId };
		case 'braze_id':
			return { braze_id: user.userId };
		case 'email':
			return { email: user.userId, prioritization: [...(user.prioritization ?? [])] };
		case 'user_alias':
			return { user_alias: aliasOf(user) };
	}
}

/** One key for one user. */
export const userKey = ({ identifyBy, userId: id, aliasLabel: label }: Omit<TrackedUserInput, 'prioritization'>): string => JSON.stringify([identifyBy, id, label]);
