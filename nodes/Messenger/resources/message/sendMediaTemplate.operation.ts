import { field, storyOperation, type InputOf, type Problem } from '../../../shared/operation';
import { envelopeOf, messageFields, moreField, personOf } from '../../send/messageFields';
import { buttonsField, buttonsOf, templateMessage } from '../../send/parts';
import { checkRecipient } from '../../send/recipientFields';
import { sendParts } from '../../send/sendParts';

const fields = {
	...messageFields,
	mediaType: field.choice({ displayName: 'Media Type', options: [{ name: 'Image', value: 'image' }, { name: 'Video', value: 'video' }], initial: 'image' }),
	mediaFrom: field.choice({
		displayName: 'Media From',
		options: [
			{ name: 'Attachment ID', value: 'attachmentId', description: 'Uploaded before' },
			{ name: 'Facebook URL', value: 'url', description: 'A picture or video on Facebook; Meta takes no other URL here' },
		],
		initial: 'attachmentId',
	}),
	attachmentId: field.shownWhen({ mediaFrom: ['attachmentId'] }, field.requiredId({ displayName: 'Attachment ID' })),
	url: field.shownWhen({ mediaFrom: ['url'] }, field.requiredId({ displayName: 'Facebook URL', placeholder: 'https://www.facebook.com/photo.php?fbid=…' })),
	buttons: buttonsField(0),
	more: moreField,
};

function check(input: InputOf<typeof fields>): Problem | undefined {
	if (input.mediaFrom === 'url') return input.url === undefined ? { displayName: 'Facebook URL', message: 'is missing' } : checkRecipient(input);
	return input.attachmentId === undefined ? { displayName: 'Attachment ID', message: 'is missing' } : checkRecipient(input);
}

export const sendMediaTemplate = storyOperation({
	name: 'Send Media Template',
	action: 'Send a picture or video with buttons',
	description: 'Send one picture or video with up to 3 buttons',
	documentation: 'https://developers.facebook.com/docs/messenger-platform/send-messages/template/media/',
	calls: ['POST /{page}/messages'],
	fields,
	check,
	retry: 'onlyIfNothingHappened',
	inTurn: personOf,
	story: async (input, door) =>
		await sendParts(door, envelopeOf(input), [
			templateMessage({
				template_type: 'media',
				elements: [{ media_type: input.mediaType, attachment_id: input.attachmentId, url: input.url, buttons: buttonsOf(input.buttons) }],
			}),
		]),
});
