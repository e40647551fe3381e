import { callOperation } from '../../../shared/operation';
import { scheduledOf } from '../../schedule/scheduled';
import { checkSchedule, scheduleFields, scheduleOf } from '../../schedule/scheduleFields';
import { notSent } from '../../sending/accepted';
import { sharedBody } from '../../sending/messageSend';
import { asSend, broadcastFields, checkMessageBroadcast } from './broadcastFields';

export const scheduleBroadcast = callOperation({
	name: 'Schedule Broadcast',
	action: 'Schedule a message for a segment or an audience',
	description: 'Schedule a message, written here, for everyone in a segment or a connected audience; its schedule ID changes or deletes it',
	documentation: 'https://www.braze.com/docs/api/endpoints/messaging/schedule_messages/post_schedule_messages/',
	calls: ['POST /messages/schedule/create'],
	dangerous: 'broadcasts',
	fields: { ...scheduleFields, ...broadcastFields },
	check: (input) => checkMessageBroadcast(input) ?? checkSchedule(input),
	retry: 'onlyIfNothingHappened',
	request: (input) => ({
		method: 'POST',
		path: '/messages/schedule/create',
		body: { broadcast: true, ...sharedBody(asSend(input), 'override_messaging_limits'), schedule: scheduleOf(input) },
	}),
	classify: notSent,
	outcome: (answer, input) => scheduledOf(answer, input, { campaignId: input.campaign, segmentId: input.segment }),
});
