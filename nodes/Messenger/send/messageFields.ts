import { field, type InputOf } from '../../shared/operation';
import { optionalAtMost } from '../fields';
import { MOST_METADATA } from '../ownMark';
import type { SendAs } from '../window';
import { recipientFields, recipientOf, type Recipient, type RecipientInput } from './recipientFields';

/** The ways a message may go out today; the other message tags are dead since 27 April 2026. */
export const sendAsField = field.choice({
	displayName: 'Send As',
	options: [
		{ name: 'Human Agent', value: 'HUMAN_AGENT', description: 'A person\'s own answer, until 7 days after the person wrote. Needs the reviewed feature; automated use is a violation.' },
		{ name: 'Response', value: 'RESPONSE', description: 'An answer, within 24 hours after the person wrote' },
		{ name: 'Update', value: 'UPDATE', description: 'Something new, within 24 hours after the person wrote' },
	],
	initial: 'RESPONSE',
});

const extraFields = {
	metadata: optionalAtMost(
		MOST_METADATA,
		field.optionalText({ displayName: 'Metadata', description: 'Comes back in the echo of this message, behind the mark by which the trigger knows our own echoes' }),
	),
	notificationType: field.choice({
		displayName: 'Notification Type',
		options: [
			{ name: 'No Push', value: 'NO_PUSH', description: 'No notification' },
			{ name: 'Regular', value: 'REGULAR', description: 'With sound' },
			{ name: 'Silent Push', value: 'SILENT_PUSH', description: 'On the screen only' },
		],
		initial: 'REGULAR',
	}),
	personaId: field.optionalId({ displayName: 'Persona ID', description: 'Under whose name and picture the message appears' }),
	replyTo: field.optionalId({ displayName: 'Reply to Message ID', description: 'The mid of the message that this one quotes' }),
};

export const moreField = field.extras({ displayName: 'Additional Fields', placeholder: 'Add Field', fields: extraFields });

/** What every message to a person has in common. */
export const messageFields = { ...recipientFields, sendAs: sendAsField };

type MoreInput = InputOf<{ more: typeof moreField }>['more'];

/** To whom, in which way, and what goes beside the message. */
export interface Envelope {
	recipient: Recipient;
	/** UTILITY may go out at any time; the rest as the window allows. */
	as: SendAs | 'UTILITY';
	more: MoreInput;
}

type MessageInput = RecipientInput & InputOf<{ sendAs: typeof sendAsField }> & { more: MoreInput };

export const envelopeOf = (input: MessageInput): Envelope => ({ recipient: recipientOf(input), as: input.sendAs, more: input.more });

/** Messages to one person go out one after the other, so that they keep their order. */
export const turnOf = (recipient: Recipient): string => `person ${JSON.stringify(recipient)}`;

export const personOf = (input: RecipientInput): string => turnOf(recipientOf(input));
