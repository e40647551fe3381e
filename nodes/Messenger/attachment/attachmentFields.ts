import { field } from '../../shared/operation';

export const typeField = field.choice({
	displayName: 'Type',
	options: [
		{ name: 'Audio', value: 'audio' },
		{ name: 'File', value: 'file' },
		{ name: 'Image', value: 'image' },
		{ name: 'Video', value: 'video' },
	],
	initial: 'image',
});

const BINARY = { name: 'Binary File', value: 'binary', description: 'A file that comes with the item' } as const;
const URL = { name: 'URL', value: 'url', description: 'Meta fetches it: a public address that answers at once' } as const;

/** What an upload can take. */
export const uploadFromField = field.choice({ displayName: 'File From', options: [BINARY, URL], initial: 'url' });

/** What a message can take: a file that was uploaded before, too. */
export const fileFromField = field.choice({
	displayName: 'File From',
	options: [{ name: 'Attachment ID', value: 'attachmentId', description: 'Uploaded before; it holds 90 days, for this Page only' }, BINARY, URL],
	initial: 'url',
});

export const urlField = field.shownWhen({ fileFrom: ['url'] }, field.requiredId({ displayName: 'URL', placeholder: 'https://example.com/picture.png' }));

export const binaryField = field.shownWhen({ fileFrom: ['binary'] }, field.binary({ displayName: 'Input Binary Field' }));

export const attachmentIdField = field.shownWhen({ fileFrom: ['attachmentId'] }, field.requiredId({ displayName: 'Attachment ID' }));
