import { batchOperation } from '../../../shared/operation';
import { outcomesOf } from '../../minorErrors';
import { acceptedOutcome } from '../../sending/accepted';
import { checkMessageSend, messageSendFields, MOST_USERS, sharedBody, usersOf } from '../../sending/messageSend';
import { checkUser, messagedUserFields, userKey } from '../../userFields';

/** Users of one call get the same messages, so items with other content go in calls of their own. */
export const send = batchOperation({
	name: 'Send',
	action: 'Send a message to users',
	description: 'Send an email, SMS, push or other message, written here, to users; up to 50 a call where they get the same',
	documentation: 'https://www.braze.com/docs/api/endpoints/messaging/send_messages/post_send_messages/',
	calls: ['POST /messages/send'],
	fields: { ...messagedUserFields, ...messageSendFields },
	check: (input) => checkUser(input) ?? checkMessageSend(input),
	retry: 'onlyIfNothingHappened',
	batch: { size: MOST_USERS, together: (input) => JSON.stringify(sharedBody(input, 'override_frequency_capping')), alone: userKey },
	request: (inputs) => ({ method: 'POST', path: '/messages/send', body: { ...usersOf(inputs), ...sharedBody(inputs[0], 'override_frequency_capping') } }),
	outcomes: (answer, inputs) =>
		outcomesOf(answer, inputs.length, undefined, (index) => acceptedOutcome(answer, { userId: inputs[index].userId, campaignId: inputs[index].campaign })),
});
