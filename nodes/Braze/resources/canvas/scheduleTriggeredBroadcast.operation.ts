import { callOperation } from '../../../shared/operation';
import { audienceFields, audienceOf, checkAudience } from '../../audience/audienceFields';
import { canvasField } from '../../pickFields';
import { scheduledOf } from '../../schedule/scheduled';
import { checkSchedule, scheduleFields, scheduleOf } from '../../schedule/scheduleFields';
import { notSent } from '../../sending/accepted';
import { broadcastField, checkBroadcast } from '../../sending/broadcast';
import { propertiesProblem, triggeredReach } from '../../sending/triggered';
import { contextField, filledContext } from './contextField';

const fields = {
	canvas: canvasField,
	broadcast: broadcastField('every user in the segment that the Canvas targets in the dashboard, narrowed by the connected audience if there is one'),
	...scheduleFields,
	...audienceFields,
	context: contextField,
};

export const scheduleTriggeredBroadcast = callOperation({
	name: 'Schedule Triggered Broadcast',
	action: 'Schedule a canvas for its whole segment',
	description: 'Schedule an API-triggered Canvas for everyone whom it targets in the dashboard, or for those of them in a connected audience',
	documentation: 'https://www.braze.com/docs/api/endpoints/messaging/schedule_messages/post_schedule_triggered_canvases/',
	calls: ['POST /canvas/trigger/schedule/create'],
	dangerous: 'broadcasts',
	fields,
	check: (input) =>
		checkBroadcast(input.broadcast, triggeredReach('Canvas', input)) ?? checkSchedule(input) ?? checkAudience(input) ?? propertiesProblem('Context', input.context),
	retry: 'onlyIfNothingHappened',
	request: (input) => ({
		method: 'POST',
		path: '/canvas/trigger/schedule/create',
		body: { canvas_id: input.canvas, broadcast: true, audience: audienceOf(input), context: filledContext(input.context), schedule: scheduleOf(input) },
	}),
	classify: notSent,
	outcome: (answer, input) => scheduledOf(answer, input, { canvasId: input.canvas }),
});
