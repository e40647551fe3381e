import { field, type InputOf, type Problem } from '../../shared/operation';
import { psidField } from '../fields';

/** Who gets the message. */
export const recipientFields = {
	sendTo: field.choice({
		displayName: 'Send To',
		options: [
			{ name: 'PSID', value: 'id', description: 'A person who wrote to the Page' },
			{ name: 'User Ref', value: 'user_ref', description: 'The reference of an opt-in of the checkbox plugin; once' },
		],
		initial: 'id',
	}),
	psid: field.shownWhen({ sendTo: ['id'] }, psidField),
	userRef: field.shownWhen({ sendTo: ['user_ref'] }, field.requiredId({ displayName: 'User Ref', description: 'From the opt-in event' })),
};

export type RecipientInput = InputOf<typeof recipientFields>;

export const checkRecipient = ({ sendTo, psid, userRef }: RecipientInput): Problem | undefined => {
	if (sendTo === 'id') return psid === undefined ? { displayName: 'PSID', message: 'is missing' } : undefined;
	return userRef === undefined ? { displayName: 'User Ref', message: 'is missing' } : undefined;
};

export type Recipient = { id: string } | { user_ref: string } | { comment_id: string } | { post_id: string };

export const recipientOf = ({ sendTo, psid = '', userRef = '' }: RecipientInput): Recipient => (sendTo === 'id' ? { id: psid } : { user_ref: userRef });
