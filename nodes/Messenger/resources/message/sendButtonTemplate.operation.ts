import { field, storyOperation } from '../../../shared/operation';
import { atMost } from '../../fields';
import { envelopeOf, messageFields, moreField, personOf } from '../../send/messageFields';
import { buttonsField, buttonsOf, templateMessage } from '../../send/parts';
import { checkRecipient } from '../../send/recipientFields';
import { sendParts } from '../../send/sendParts';

const fields = {
	...messageFields,
	text: atMost(640, field.requiredText({ displayName: 'Text', description: 'Up to 640 characters' })),
	buttons: buttonsField(1),
	more: moreField,
};

export const sendButtonTemplate = storyOperation({
	name: 'Send Button Template',
	action: 'Send a text with buttons',
	description: 'Send a text with up to 3 buttons that stay',
	documentation: 'https://developers.facebook.com/docs/messenger-platform/send-messages/template/button/',
	calls: ['POST /{page}/messages'],
	fields,
	check: checkRecipient,
	retry: 'onlyIfNothingHappened',
	inTurn: personOf,
	story: async (input, door) =>
		await sendParts(door, envelopeOf(input), [templateMessage({ template_type: 'button', text: input.text, buttons: buttonsOf(input.buttons) })]),
});
