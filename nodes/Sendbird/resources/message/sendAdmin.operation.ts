import { callOperation, field } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { objectOf } from '../../shapes';
import { channelFields, MESSAGE_DOCS, messageExtras, moreField } from './messageFields';

/** Sendbird's merged description asks for a user_id; an admin message has none. */
export const sendAdmin = callOperation({
	name: 'Send Admin Message',
	action: 'Send an admin message to a channel',
	description: 'Write to a channel in nobody\'s name; a frozen channel takes it too',
	documentation: `${MESSAGE_DOCS}/messaging-basics/send-a-message`,
	calls: ['POST /v3/{channel_type}/{channel_url}/messages'],
	fields: { ...channelFields, message: field.requiredText({ displayName: 'Message' }), more: moreField },
	retry: 'onlyIfNothingHappened',
	request: ({ channelType, channelUrl, message, more }) => ({
		method: 'POST',
		path: path`/v3/${channelType}/${channelUrl}/messages`,
		body: { message_type: 'ADMM', message, ...messageExtras(more) },
	}),
	outcome: objectOf,
});
