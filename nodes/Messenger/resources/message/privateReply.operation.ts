import { field, storyOperation } from '../../../shared/operation';
import { atMost } from '../../fields';
import { moreField } from '../../send/messageFields';
import { sendParts } from '../../send/sendParts';
import { MOST_CHARACTERS } from '../../splitText';

const fields = {
	replyTo: field.choice({
		displayName: 'Reply To',
		options: [{ name: 'Comment', value: 'comment_id' }, { name: 'Visitor Post', value: 'post_id' }],
		initial: 'comment_id',
	}),
	id: field.requiredId({ displayName: 'Comment or Post ID', placeholder: '104512345678901_122100000000000' }),
	text: atMost(MOST_CHARACTERS, field.requiredText({ displayName: 'Text', description: 'Meta takes one message for a comment, so this text cannot be split' })),
	more: moreField,
};

/** One message, within 7 days of the comment; further ones wait until the person answers. */
export const privateReply = storyOperation({
	name: 'Private Reply',
	action: 'Reply privately to a comment',
	description: 'Answer a comment on the Page or a visitor\'s post with one message, within 7 days',
	documentation: 'https://developers.facebook.com/docs/messenger-platform/discovery/private-replies/',
	calls: ['POST /{page}/messages'],
	fields,
	retry: 'onlyIfNothingHappened',
	story: async ({ replyTo, id, text, more }, door) =>
		await sendParts(door, { recipient: replyTo === 'comment_id' ? { comment_id: id } : { post_id: id }, as: 'RESPONSE', more }, [{ text }]),
});
