import { field, type InputOf } from '../shared/operation';

const FBID = { name: 'Facebook ID', value: 'FBID' } as const;
const GPID = { name: 'Google ID', value: 'GPID' } as const;
const EMAIL = { name: 'Email', value: 'email' } as const;
const IDENTITY = { name: 'Identity', value: 'identity', description: 'Your own ID of the user; an email address or phone number where the account uses one' } as const;
const OBJECT_ID = { name: 'Object ID', value: 'objectId', description: 'The ID that CleverTap gave a device; also called CleverTap ID or GUID' } as const;

const identifyBy = 'Identify User By';
const userId = (description: string) => field.requiredId({ displayName: 'User ID', description, placeholder: 'cust-42' });

/** How an upload finds its profile; one that is not found is made. */
export const uploadUserFields = {
	identifyBy: field.choice({ displayName: identifyBy, options: [FBID, GPID, IDENTITY, OBJECT_ID], initial: 'identity' }),
	userId: userId('A user whom CleverTap does not know becomes a new profile'),
};

/** How a profile is read. */
export const readUserFields = {
	identifyBy: field.choice({ displayName: identifyBy, options: [EMAIL, IDENTITY, OBJECT_ID], initial: 'identity' }),
	userId: userId('The identity, email address or object ID of the user'),
};

/** How deletions name a profile. */
export const deletedUserFields = {
	identifyBy: field.choice({ displayName: identifyBy, options: [IDENTITY, OBJECT_ID], initial: 'identity' }),
	userId: userId('The identity or object ID of the user'),
};

/** How external triggers name a recipient. */
export const triggeredUserFields = {
	identifyBy: field.choice({ displayName: identifyBy, options: [EMAIL, IDENTITY, OBJECT_ID], initial: 'identity' }),
	userId: userId('The identity, email address or object ID of the user'),
};

/** How sends name a recipient. */
export const recipientFields = {
	identifyBy: field.choice({ displayName: identifyBy, options: [EMAIL, FBID, GPID, IDENTITY, OBJECT_ID], initial: 'identity' }),
	userId: userId('The ID of the user, of the kind chosen above'),
};

export type UserInput = InputOf<typeof recipientFields>;

export const toldOf = ({ identifyBy: kind, userId: id }: UserInput) => ({ userId: id, identifiedBy: kind });
