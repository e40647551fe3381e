import { callOperation, field } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { objectOf } from '../../shapes';
import { channelFields, MESSAGE_DOCS, messageExtras, moreField, senderField } from './messageFields';

/** Whether Sendbird drops a repeat by dedup_id is not documented, so a lost answer is reported as unknown. */
export const sendText = callOperation({
	name: 'Send Text',
	action: 'Send a text message to a channel',
	description: 'Write to a channel in a user\'s name',
	documentation: `${MESSAGE_DOCS}/messaging-basics/send-a-message`,
	calls: ['POST /v3/{channel_type}/{channel_url}/messages'],
	fields: { ...channelFields, userId: senderField, message: field.requiredText({ displayName: 'Message' }), more: moreField },
	retry: 'onlyIfNothingHappened',
	request: ({ channelType, channelUrl, userId, message, more }) => ({
		method: 'POST',
		path: path`/v3/${channelType}/${channelUrl}/messages`,
		body: { message_type: 'MESG', user_id: userId, message, ...messageExtras(more) },
	}),
	outcome: objectOf,
});
