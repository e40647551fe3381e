import { field, storyOperation } from '../../../shared/operation';
import { envelopeOf, messageFields, moreField, personOf } from '../../send/messageFields';
import { checkRecipient } from '../../send/recipientFields';
import { sendParts } from '../../send/sendParts';
import { splitText } from '../../splitText';

const fields = {
	...messageFields,
	text: field.requiredText({ displayName: 'Text', description: 'A text of more than 2,000 characters goes out in parts, in their order' }),
	more: moreField,
};

/** Not idempotent at Meta: a lost answer is reported as unknown and nothing goes out again. */
export const sendText = storyOperation({
	name: 'Send Text',
	action: 'Send a text message',
	description: 'Send a text to a person; a long one in parts',
	documentation: 'https://developers.facebook.com/docs/messenger-platform/reference/send-api/',
	calls: ['POST /{page}/messages'],
	fields,
	check: checkRecipient,
	retry: 'onlyIfNothingHappened',
	inTurn: personOf,
	story: async (input, door) => await sendParts(door, envelopeOf(input), splitText(input.text).map((text) => ({ text }))),
});
