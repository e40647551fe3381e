import { callOperation, field } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { messageIdField } from '../../fields';
import { objectOf } from '../../shapes';
import { channelFields, MESSAGE_DOCS } from './messageFields';

export const update = callOperation({
	name: 'Update',
	action: 'Update a message',
	description: 'Change a message\'s text or what goes with it',
	documentation: `${MESSAGE_DOCS}/messaging-basics/update-a-message`,
	calls: ['PUT /v3/{channel_type}/{channel_url}/messages/{message_id}'],
	fields: {
		...channelFields,
		messageId: messageIdField,
		messageType: field.choice({
			displayName: 'Message Type',
			description: 'Must be what the message is; Sendbird refuses any other',
			options: [
				{ name: 'Admin', value: 'ADMM' },
				{ name: 'File', value: 'FILE' },
				{ name: 'Text', value: 'MESG' },
			],
			initial: 'MESG',
		}),
		message: field.optionalText({ displayName: 'Message' }),
		more: field.extras({
			displayName: 'Additional Fields',
			placeholder: 'Add Field',
			fields: {
				customType: field.optionalId({ displayName: 'Custom Type', description: 'A word of your own to group messages by' }),
				data: field.optionalText({ displayName: 'Data', description: 'Any text, for instance JSON' }),
				url: field.optionalId({ displayName: 'URL', description: 'For a file message: the address of the file' }),
			},
		}),
	},
	retry: 'safe',
	check: ({ message, more }) => (message === undefined && Object.keys(more).length === 0 ? { displayName: 'Message', message: 'nothing to change is filled in' } : undefined),
	request: ({ channelType, channelUrl, messageId, messageType, message, more }) => ({
		method: 'PUT',
		path: path`/v3/${channelType}/${channelUrl}/messages/${messageId}`,
		body: { message_type: messageType, message, custom_type: more.customType, data: more.data, url: more.url },
	}),
	outcome: objectOf,
});
