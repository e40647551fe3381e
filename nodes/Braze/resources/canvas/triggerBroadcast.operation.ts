import { callOperation } from '../../../shared/operation';
import { audienceFields, audienceOf, checkAudience } from '../../audience/audienceFields';
import { canvasField } from '../../pickFields';
import { acceptedOf, notSent } from '../../sending/accepted';
import { broadcastField, checkBroadcast } from '../../sending/broadcast';
import { propertiesProblem, triggeredReach } from '../../sending/triggered';
import { contextField, filledContext } from './contextField';

const fields = {
	canvas: canvasField,
	broadcast: broadcastField('every user in the segment that the Canvas targets in the dashboard, narrowed by the connected audience if there is one'),
	...audienceFields,
	context: contextField,
};

/** Braze takes 250 broadcasts a minute, and 10 of one Canvas to one audience. */
export const triggerBroadcast = callOperation({
	name: 'Trigger Broadcast',
	action: 'Trigger a canvas for its whole segment',
	description: 'Let everyone whom an API-triggered Canvas targets in the dashboard enter it, or those of them in a connected audience',
	documentation: 'https://www.braze.com/docs/api/endpoints/messaging/send_messages/post_send_triggered_canvases/',
	calls: ['POST /canvas/trigger/send'],
	dangerous: 'broadcasts',
	fields,
	check: (input) => checkBroadcast(input.broadcast, triggeredReach('Canvas', input)) ?? checkAudience(input) ?? propertiesProblem('Context', input.context),
	retry: 'onlyIfNothingHappened',
	request: (input) => ({
		method: 'POST',
		path: '/canvas/trigger/send',
		body: { canvas_id: input.canvas, broadcast: true, audience: audienceOf(input), context: filledContext(input.context) },
	}),
	classify: notSent,
	outcome: (answer, { canvas }) => acceptedOf(answer, { canvasId: canvas }),
});
