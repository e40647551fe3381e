import { field, storyOperation, type InputOf } from '../../../shared/operation';
import { path, type Call } from '../../../shared/transport/call';
import { multipart } from '../../../shared/transport/multipart';
import { objectOf } from '../../shapes';
import { channelFields, MESSAGE_DOCS, messageExtras, moreField, senderField } from './messageFields';

const fields = {
	...channelFields,
	userId: senderField,
	fileFrom: field.choice({
		displayName: 'File From',
		options: [
			{ name: 'Binary File', value: 'binary', description: 'A file that comes with the item; Sendbird stores it' },
			{ name: 'URL', value: 'url', description: 'An address that the members can open' },
		],
		initial: 'url',
	}),
	url: field.shownWhen({ fileFrom: ['url'] }, field.requiredId({ displayName: 'URL', placeholder: 'https://example.com/invoice.pdf' })),
	fileName: field.shownWhen({ fileFrom: ['url'] }, field.optionalId({ displayName: 'File Name', description: 'What members see; the end of the URL otherwise' })),
	fileType: field.shownWhen({ fileFrom: ['url'] }, field.optionalId({ displayName: 'File Type', description: 'The MIME type', placeholder: 'application/pdf' })),
	binary: field.shownWhen({ fileFrom: ['binary'] }, field.binary({ displayName: 'Input Binary Field' })),
	more: moreField,
};

type Input = InputOf<typeof fields>;

/** In a form every value is a text. */
const asTexts = (values: object): Record<string, string> =>
	Object.fromEntries(Object.entries(values).flatMap(([name, value]: [string, unknown]) => (value === undefined ? [] : [[name, typeof value === 'string' ? value : JSON.stringify(value)]])));

async function callFor({ channelType, channelUrl, userId, url, fileName, fileType, binary, more }: Input): Promise<Call> {
	const about = { message_type: 'FILE', user_id: userId, ...messageExtras(more) };
	const to = { method: 'POST', path: path`/v3/${channelType}/${channelUrl}/messages` } as const;
	if (binary === undefined) return { ...to, body: { ...about, url, file_name: fileName, file_type: fileType } };
	const file = { fileName: binary.fileName, mimeType: binary.mimeType, bytes: await binary.bytes() };
	return { ...to, ...multipart(asTexts(about), { file }) };
}

export const sendFile = storyOperation({
	name: 'Send File',
	action: 'Send a file message to a channel',
	description: 'Send a file to a channel in a user\'s name, by its address or as it comes with the item',
	documentation: `${MESSAGE_DOCS}/messaging-basics/send-a-message`,
	calls: ['POST /v3/{channel_type}/{channel_url}/messages'],
	fields,
	retry: 'onlyIfNothingHappened',
	check: ({ fileFrom, url, binary }) => {
		if (fileFrom === 'url') return url === undefined ? { displayName: 'URL', message: 'is missing' } : undefined;
		return binary === undefined ? { displayName: 'Input Binary Field', message: 'is missing' } : undefined;
	},
	story: async (input, door) => objectOf(await door.send(await callFor(input), 'onlyIfNothingHappened')),
});
