import type { IDataObject } from 'n8n-workflow';
import { field, type InputOf, type Problem } from '../../../shared/operation';
import { checkUser, EMAIL, EXTERNAL_ID, PHONE } from '../../userFields';

/** How subscription groups name a user. All users with one email or phone share the state. */
export const memberFields = {
	identifyBy: field.choice({ displayName: 'Identify User By', options: [EMAIL, EXTERNAL_ID, PHONE], initial: 'external_id' }),
	userId: field.requiredId({ displayName: 'User ID', description: 'The external ID, email address or phone number of the user', placeholder: 'cust-42' }),
};

export type Member = InputOf<typeof memberFields>;

export const checkMember = ({ identifyBy, userId }: Member): Problem | undefined => checkUser({ identifyBy, userId, aliasLabel: undefined });

export const stateField = field.choice({ displayName: 'Subscription State', options: [{ name: 'Subscribed', value: 'subscribed' }, { name: 'Unsubscribed', value: 'unsubscribed' }], initial: 'subscribed' });

export const moreField = field.extras({
	displayName: 'Additional Fields',
	placeholder: 'Add Field',
	fields: {
		useDoubleOptIn: field.toggle({ displayName: 'Use Double Opt-In', description: 'Whether users of an SMS group with a double opt-in workflow are asked first; Braze decides where this is left out', initial: true }),
	},
});

type Membership = Member & { subscriptionGroupId: string; subscriptionState: string };

export const membershipKey = ({ subscriptionGroupId, identifyBy, userId }: Membership): string => JSON.stringify([subscriptionGroupId, identifyBy, userId]);

/** What an item says after its state was set. */
export const toldOf = ({ userId, identifyBy, subscriptionGroupId, subscriptionState }: Membership): IDataObject => ({
	userId,
	identifiedBy: identifyBy,
	subscriptionGroupId,
	subscriptionState,
	accepted: true,
});

/** Users of one call. */
export const MOST_MEMBERS = 50;
