import { callOperation } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { messageIdField } from '../../fields';
import { channelFields, MESSAGE_DOCS } from './messageFields';

/** A repeat would be told that there is no such message, so a lost answer is reported and not repeated. */
export const deleteMessage = callOperation({
	name: 'Delete',
	action: 'Delete a message',
	description: 'Delete a message of a channel',
	documentation: `${MESSAGE_DOCS}/messaging-basics/delete-a-message`,
	calls: ['DELETE /v3/{channel_type}/{channel_url}/messages/{message_id}'],
	fields: { ...channelFields, messageId: messageIdField },
	retry: 'onlyIfNothingHappened',
	dangerous: 'deletes',
	request: ({ channelType, channelUrl, messageId }) => ({ method: 'DELETE', path: path`/v3/${channelType}/${channelUrl}/messages/${messageId}` }),
	outcome: (_, { channelUrl, messageId }) => ({ channelUrl, messageId, deleted: true }),
});
