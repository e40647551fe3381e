import { callOperation } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { messageIdField } from '../../fields';
import { objectOf } from '../../shapes';
import { channelFields, MESSAGE_DOCS } from './messageFields';

export const get = callOperation({
	name: 'Get',
	action: 'Get a message',
	description: 'Read a message of a channel',
	documentation: `${MESSAGE_DOCS}/messaging-basics/get-a-message`,
	calls: ['GET /v3/{channel_type}/{channel_url}/messages/{message_id}'],
	fields: { ...channelFields, messageId: messageIdField },
	retry: 'safe',
	request: ({ channelType, channelUrl, messageId }) => ({ method: 'GET', path: path`/v3/${channelType}/${channelUrl}/messages/${messageId}` }),
	outcome: objectOf,
});
