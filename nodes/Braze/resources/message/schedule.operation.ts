import { batchOperation, type InputOf } from '../../../shared/operation';
import { outcomesOf } from '../../minorErrors';
import { checkSchedule, scheduleFields, scheduleOf } from '../../schedule/scheduleFields';
import { scheduledOutcome } from '../../schedule/scheduled';
import { checkMessageSend, messageSendFields, MOST_USERS, sharedBody, usersOf } from '../../sending/messageSend';
import { checkUser, messagedUserFields, userKey } from '../../userFields';

const fields = { ...scheduleFields, ...messagedUserFields, ...messageSendFields };

const commonBody = (input: InputOf<typeof fields>) => ({ ...sharedBody(input, 'override_messaging_limits'), schedule: scheduleOf(input) });

/** One schedule for all users of a call: what changes or deletes it does so for all of them. */
export const schedule = batchOperation({
	name: 'Schedule',
	action: 'Schedule a message for users',
	description: 'Schedule a message, written here, for users; up to 50 with one schedule ID where they get the same',
	documentation: 'https://www.braze.com/docs/api/endpoints/messaging/schedule_messages/post_schedule_messages/',
	calls: ['POST /messages/schedule/create'],
	fields,
	check: (input) => checkSchedule(input) ?? checkUser(input) ?? checkMessageSend(input),
	retry: 'onlyIfNothingHappened',
	batch: { size: MOST_USERS, together: (input) => JSON.stringify(commonBody(input)), alone: userKey },
	request: (inputs) => ({ method: 'POST', path: '/messages/schedule/create', body: { ...usersOf(inputs), ...commonBody(inputs[0]) } }),
	outcomes: (answer, inputs) =>
		outcomesOf(answer, inputs.length, undefined, (index) =>
			scheduledOutcome(answer, inputs[index], { userId: inputs[index].userId, campaignId: inputs[index].campaign }),
		),
});
