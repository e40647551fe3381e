import { callOperation } from '../../../shared/operation';
import { minorFailure } from '../../minorErrors';
import { scheduleIdField } from '../../schedule/scheduleIdField';

/** Close to its time Braze does what it can: all, some or none of the users may still get the message. */
export const deleteSchedule = callOperation({
	name: 'Delete Schedule',
	action: 'Delete a scheduled message',
	description: 'Withdraw a scheduled message; close to its time some users may still get it',
	documentation: 'https://www.braze.com/docs/api/endpoints/messaging/schedule_messages/post_delete_scheduled_messages/',
	calls: ['POST /messages/schedule/delete'],
	dangerous: 'deletes',
	fields: { scheduleId: scheduleIdField },
	retry: 'safe',
	request: ({ scheduleId }) => ({ method: 'POST', path: '/messages/schedule/delete', body: { schedule_id: scheduleId } }),
	classify: minorFailure,
	outcome: (_, { scheduleId }) => ({ deleted: true, scheduleId }),
});
