import { callOperation, field, type InputOf, type Problem } from '../../../shared/operation';
import { messageIdField, psidField } from '../../fields';
import { actionCall } from '../../send/messageCall';

const fields = {
	psid: psidField,
	messageId: messageIdField,
	action: field.choice({
		displayName: 'Action',
		options: [{ name: 'React', value: 'react' }, { name: 'Unreact', value: 'unreact', description: 'Takes our reaction back' }],
		initial: 'react',
	}),
	reaction: field.shownWhen({ action: ['react'] }, field.requiredId({ displayName: 'Reaction', description: 'A name such as love, or an emoji', placeholder: 'love' })),
};

const check = ({ action, reaction }: InputOf<typeof fields>): Problem | undefined =>
	action === 'react' && reaction === undefined ? { displayName: 'Reaction', message: 'is missing' } : undefined;

export const react = callOperation({
	name: 'React',
	action: 'React to a message',
	description: 'Put a reaction on a person\'s message, or take it back',
	documentation: 'https://developers.facebook.com/docs/messenger-platform/reference/send-api/',
	calls: ['POST /{page}/messages'],
	fields,
	check,
	retry: 'safe',
	request: ({ psid, messageId, action, reaction }) => actionCall({ recipient: { id: psid }, sender_action: action, payload: { message_id: messageId, reaction } }),
	outcome: (_, { psid, messageId, action }) => ({ psid, messageId, action }),
});
