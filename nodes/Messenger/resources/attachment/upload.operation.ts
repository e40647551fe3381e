import { storyOperation, type InputOf, type Problem } from '../../../shared/operation';
import { binaryField, typeField, uploadFromField, urlField } from '../../attachment/attachmentFields';
import { upload as uploadFile } from '../../attachment/upload';

const fields = { type: typeField, fileFrom: uploadFromField, url: urlField, binary: binaryField };

function check({ fileFrom, url, binary }: InputOf<typeof fields>): Problem | undefined {
	if (fileFrom === 'url') return url === undefined ? { displayName: 'URL', message: 'is missing' } : undefined;
	return binary === undefined ? { displayName: 'Input Binary Field', message: 'is missing' } : undefined;
}

export const upload = storyOperation({
	name: 'Upload',
	action: 'Upload an attachment',
	description: 'Hand a file to Meta once, to be sent by its ID for 90 days',
	documentation: 'https://developers.facebook.com/docs/messenger-platform/reference/attachment-upload-api/',
	calls: ['POST /{page}/message_attachments'],
	fields,
	check,
	retry: 'safe',
	story: async ({ type, url = '', binary }, door) => ({ attachmentId: await uploadFile(door, type, binary === undefined ? { url } : { file: binary }), type }),
});
