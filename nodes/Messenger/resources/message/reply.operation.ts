import { field, storyOperation } from '../../../shared/operation';
import { messageIdField, psidField } from '../../fields';
import { moreField, sendAsField, turnOf } from '../../send/messageFields';
import { sendParts } from '../../send/sendParts';
import { splitText } from '../../splitText';

const fields = {
	psid: psidField,
	messageId: messageIdField,
	text: field.requiredText({ displayName: 'Text' }),
	sendAs: sendAsField,
	more: moreField,
};

export const reply = storyOperation({
	name: 'Reply',
	action: 'Reply to a message',
	description: 'Send a text that quotes an earlier message of the conversation',
	documentation: 'https://developers.facebook.com/docs/messenger-platform/reference/send-api/',
	calls: ['POST /{page}/messages'],
	fields,
	retry: 'onlyIfNothingHappened',
	inTurn: ({ psid }) => turnOf({ id: psid }),
	story: async ({ psid, messageId, text, sendAs, more }, door) =>
		await sendParts(door, { recipient: { id: psid }, as: sendAs, more: { ...more, replyTo: messageId } }, splitText(text).map((part) => ({ text: part }))),
});
