import { callOperation } from '../../../shared/operation';
import { minorFailure } from '../../minorErrors';
import { canvasField } from '../../pickFields';
import { scheduleIdField } from '../../schedule/scheduleIdField';

/** Close to its time Braze does what it can: all, some or none of the users may still get the message. */
export const deleteSchedule = callOperation({
	name: 'Delete Schedule',
	action: 'Delete the schedule of a canvas',
	description: 'Withdraw a scheduled API-triggered Canvas; close to its time some users may still get it',
	documentation: 'https://www.braze.com/docs/api/endpoints/messaging/schedule_messages/post_delete_scheduled_triggered_canvases/',
	calls: ['POST /canvas/trigger/schedule/delete'],
	dangerous: 'deletes',
	fields: { canvas: canvasField, scheduleId: scheduleIdField },
	retry: 'safe',
	request: ({ canvas, scheduleId }) => ({ method: 'POST', path: '/canvas/trigger/schedule/delete', body: { canvas_id: canvas, schedule_id: scheduleId } }),
	classify: minorFailure,
	outcome: (_, { canvas, scheduleId }) => ({ deleted: true, canvasId: canvas, scheduleId }),
});
