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

export const doubleOptInField = field.toggle({
	displayName: 'Use Double Opt-In',
	description: 'Whether an SMS group with a double opt-in workflow asks the user first. Braze does not say what it does when nothing is sent, so this is always sent.',
	initial: false,
});

/** Users of one call. */
export const MOST_MEMBERS = 50;
