import { field, storyOperation, type InputOf, type Problem } from '../../../shared/operation';
import type { Door } from '../../../shared/transport/door';
import { attachmentIdField, binaryField, fileFromField, typeField, urlField } from '../../attachment/attachmentFields';
import { upload } from '../../attachment/upload';
import { envelopeOf, messageFields, moreField, personOf } from '../../send/messageFields';
import { checkRecipient } from '../../send/recipientFields';
import { sendParts } from '../../send/sendParts';

const fields = {
	...messageFields,
	type: typeField,
	fileFrom: fileFromField,
	url: urlField,
	binary: binaryField,
	attachmentId: attachmentIdField,
	reusable: field.shownWhen({ fileFrom: ['url'] }, field.toggle({ displayName: 'Reusable', description: 'Whether Meta keeps the file, so that it can be sent again by its ID', initial: false })),
	more: moreField,
};

type Input = InputOf<typeof fields>;

function check(input: Input): Problem | undefined {
	if (input.fileFrom === 'url' && input.url === undefined) return { displayName: 'URL', message: 'is missing' };
	if (input.fileFrom === 'attachmentId' && input.attachmentId === undefined) return { displayName: 'Attachment ID', message: 'is missing' };
	if (input.fileFrom === 'binary' && input.binary === undefined) return { displayName: 'Input Binary Field', message: 'is missing' };
	return checkRecipient(input);
}

async function payloadOf({ type, url, binary, attachmentId, reusable }: Input, door: Door): Promise<object> {
	if (url !== undefined) return { url, is_reusable: reusable };
	return { attachment_id: binary === undefined ? attachmentId : await upload(door, type, { file: binary }) };
}

/** A file of the item is uploaded first: an upload may be repeated, a send may not. */
export const sendAttachment = storyOperation({
	name: 'Send Attachment',
	action: 'Send a picture or file',
	description: 'Send an image, audio, video or file, by URL, by attachment ID or from the item',
	documentation: 'https://developers.facebook.com/docs/messenger-platform/send-messages/#sending_attachments',
	calls: ['POST /{page}/message_attachments', 'POST /{page}/messages'],
	fields,
	check,
	retry: 'onlyIfNothingHappened',
	inTurn: personOf,
	story: async (input, door) => await sendParts(door, envelopeOf(input), [{ attachment: { type: input.type, payload: await payloadOf(input, door) } }]),
});
