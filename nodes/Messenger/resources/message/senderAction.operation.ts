import { callOperation, field } from '../../../shared/operation';
import { psidField } from '../../fields';
import { actionCall } from '../../send/messageCall';

const fields = {
	psid: psidField,
	action: field.choice({
		displayName: 'Action',
		options: [
			{ name: 'Mark Seen', value: 'mark_seen', description: 'Shows the person that the message was read' },
			{ name: 'Typing Off', value: 'typing_off' },
			{ name: 'Typing On', value: 'typing_on', description: 'Shows that an answer is being written' },
		],
		initial: 'typing_on',
	}),
};

/** A request of its own: Meta refuses an action together with a message. */
export const senderAction = callOperation({
	name: 'Sender Action',
	action: 'Show typing or mark messages as seen',
	description: 'Show the person that an answer is being written, or that the message was seen',
	documentation: 'https://developers.facebook.com/docs/messenger-platform/send-messages/sender-actions/',
	calls: ['POST /{page}/messages'],
	fields,
	retry: 'safe',
	request: ({ psid, action }) => actionCall({ recipient: { id: psid }, sender_action: action }),
	outcome: (_, { psid, action }) => ({ psid, action }),
});
