import { batchOperation, field } from '../../../shared/operation';
import { audienceOf } from '../../audience/audienceFields';
import { outcomesOf } from '../../minorErrors';
import { canvasField } from '../../pickFields';
import { scheduledOutcome } from '../../schedule/scheduled';
import { checkSchedule, scheduleFields, scheduleOf } from '../../schedule/scheduleFields';
import { checkTriggered, createUserField, MOST_RECIPIENTS, propertiesProblem, triggeredFields, triggeredRecipient } from '../../sending/triggered';
import { userKey } from '../../userFields';
import { contextField, filledContext } from './contextField';

const fields = {
	canvas: canvasField,
	...scheduleFields,
	...triggeredFields,
	context: contextField,
	more: field.extras({ displayName: 'Additional Fields', placeholder: 'Add Field', fields: { createUser: createUserField } }),
};

/** One schedule for all users of a call: what changes or deletes it does so for all of them. */
export const scheduleTriggered = batchOperation({
	name: 'Schedule Triggered',
	action: 'Schedule a canvas for users',
	description: 'Schedule an API-triggered Canvas for users, up to 50 with one schedule ID',
	documentation: 'https://www.braze.com/docs/api/endpoints/messaging/schedule_messages/post_schedule_triggered_canvases/',
	calls: ['POST /canvas/trigger/schedule/create'],
	fields,
	check: (input) => checkSchedule(input) ?? propertiesProblem('Context', input.context) ?? checkTriggered(input),
	retry: 'onlyIfNothingHappened',
	batch: { size: MOST_RECIPIENTS, together: (input) => JSON.stringify([input.canvas, scheduleOf(input), audienceOf(input)]), alone: userKey },
	request: (inputs) => ({
		method: 'POST',
		path: '/canvas/trigger/schedule/create',
		body: {
			canvas_id: inputs[0].canvas,
			audience: audienceOf(inputs[0]),
			recipients: inputs.map((input) => triggeredRecipient(input, { context: filledContext(input.context) })),
			schedule: scheduleOf(inputs[0]),
		},
	}),
	outcomes: (answer, inputs) =>
		outcomesOf(answer, inputs.length, undefined, (index) => scheduledOutcome(answer, inputs[index], { canvasId: inputs[index].canvas, userId: inputs[index].userId })),
});
