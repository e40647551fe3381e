import type { IDataObject } from 'n8n-workflow';
import { field, storyOperation } from '../../../shared/operation';
import { uploadCall, uploadIn } from '../../files/uploads';

const fields = {
	file: field.binary({ displayName: 'Input Binary Field' }),
	fileName: field.optionalText({ displayName: 'File Name', description: 'What agents see; the file\'s own name if empty' }),
	addTo: field.optionalId({ displayName: 'Add to Upload', description: 'The token of an upload before, to put several files under one' }),
};

export const upload = storyOperation({
	name: 'Upload',
	action: 'Upload an attachment',
	description: 'Send a file to Zendesk and get a token, which a comment takes as one of its Uploads. It can be used once, within the hour.',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/tickets/ticket-attachments/#upload-files',
	calls: ['POST /api/v2/uploads'],
	fields,
	retry: 'safe',
	async story({ file, fileName, addTo }, door): Promise<IDataObject> {
		const call = uploadCall({ name: fileName ?? file.fileName, type: file.mimeType, bytes: await file.bytes() }, addTo);
		// A file that was sent twice stays unattached and is forgotten.
		const { token, attachment } = uploadIn(await door.send(call, 'safe'));
		return { token, ...attachment };
	},
});
