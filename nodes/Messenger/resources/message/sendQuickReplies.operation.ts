import { field, storyOperation, type InputOf, type Problem } from '../../../shared/operation';
import { envelopeOf, messageFields, moreField, personOf } from '../../send/messageFields';
import { quickRepliesField, quickRepliesOf, untitled } from '../../send/parts';
import { checkRecipient } from '../../send/recipientFields';
import { sendParts } from '../../send/sendParts';
import { splitText } from '../../splitText';

const fields = {
	...messageFields,
	text: field.requiredText({ displayName: 'Text', description: 'What stands above the quick replies' }),
	quickReplies: quickRepliesField,
	more: moreField,
};

function check(input: InputOf<typeof fields>): Problem | undefined {
	const place = untitled(input.quickReplies);
	if (input.quickReplies.length === 0) return { displayName: 'Quick Replies', message: 'needs at least 1' };
	return place === undefined ? checkRecipient(input) : { displayName: 'Quick Replies', message: `number ${place} needs a title` };
}

/** They vanish after the next message, so they go with the last part of a long text. */
export const sendQuickReplies = storyOperation({
	name: 'Send Quick Replies',
	action: 'Send a text with quick replies',
	description: 'Send a text with up to 13 answers to tap',
	documentation: 'https://developers.facebook.com/docs/messenger-platform/send-messages/quick-replies/',
	calls: ['POST /{page}/messages'],
	fields,
	check,
	retry: 'onlyIfNothingHappened',
	inTurn: personOf,
	async story(input, door) {
		const parts = splitText(input.text);
		const messages = parts.map((text, index) => (index < parts.length - 1 ? { text } : { text, quick_replies: quickRepliesOf(input.quickReplies) }));
		return await sendParts(door, envelopeOf(input), messages);
	},
});
