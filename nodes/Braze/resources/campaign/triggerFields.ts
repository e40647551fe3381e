import { field, type InputOf } from '../../../shared/operation';

export const triggerPropertiesField = field.namedValues({
	displayName: 'Trigger Properties',
	description: 'What the message may use as api_trigger_properties.${name} in its Liquid',
});

/** Files that an email campaign carries; they belong to the whole call, and a broadcast takes none. */
export const attachmentsField = field.rows({
	displayName: 'Attachments',
	description: 'Files up to 2 MB that Braze fetches at the send, for email campaigns; users with other files get a call of their own',
	placeholder: 'Add Attachment',
	rowName: 'Attachment',
	fields: {
		fileName: field.requiredText({ displayName: 'File Name', placeholder: 'invoice', description: 'Without its extension, which the URL tells' }),
		url: field.requiredText({ displayName: 'URL', placeholder: 'https://example.com/invoice.pdf' }),
	},
	most: 20,
});

type Attachments = InputOf<{ one: typeof attachmentsField }>['one'];

export const attachmentsOf = (attachments: Attachments = []) => (attachments.length === 0 ? undefined : attachments.map(({ fileName, url }) => ({ file_name: fileName, url })));
