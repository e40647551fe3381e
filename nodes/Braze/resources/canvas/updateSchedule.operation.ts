import { callOperation } from '../../../shared/operation';
import { minorFailure } from '../../minorErrors';
import { canvasField } from '../../pickFields';
import { scheduledOf } from '../../schedule/scheduled';
import { checkSchedule, scheduleFields, scheduleOf } from '../../schedule/scheduleFields';
import { scheduleIdField } from '../../schedule/scheduleIdField';

const fields = { canvas: canvasField, scheduleId: scheduleIdField, ...scheduleFields };

/** The new schedule takes the place of the old one wholly: local time that is not given again is gone. */
export const updateSchedule = callOperation({
	name: 'Update Schedule',
	action: 'Update the schedule of a canvas',
	description: 'Give a scheduled API-triggered Canvas another time; it takes the place of the old one wholly',
	documentation: 'https://www.braze.com/docs/api/endpoints/messaging/schedule_messages/post_update_scheduled_triggered_canvases/',
	calls: ['POST /canvas/trigger/schedule/update'],
	fields,
	check: checkSchedule,
	retry: 'safe',
	request: (input) => ({
		method: 'POST',
		path: '/canvas/trigger/schedule/update',
		body: { canvas_id: input.canvas, schedule_id: input.scheduleId, schedule: scheduleOf(input) },
	}),
	classify: minorFailure,
	outcome: (answer, input) => scheduledOf(answer, input, { canvasId: input.canvas, scheduleId: input.scheduleId }),
});
