import { batchOperation, field } from '../../../shared/operation';
import { audienceOf } from '../../audience/audienceFields';
import { outcomesOf } from '../../minorErrors';
import { canvasField } from '../../pickFields';
import { acceptedOutcome } from '../../sending/accepted';
import { checkTriggered, createUserField, MOST_RECIPIENTS, propertiesProblem, triggeredFields, triggeredRecipient } from '../../sending/triggered';
import { userKey } from '../../userFields';
import { contextField, filledContext } from './contextField';

const fields = {
	canvas: canvasField,
	...triggeredFields,
	context: contextField,
	more: field.extras({ displayName: 'Additional Fields', placeholder: 'Add Field', fields: { createUser: createUserField } }),
};

/** A paused or archived Canvas sends nothing although Braze says success: its notice fails the items. */
export const triggerSend = batchOperation({
	name: 'Trigger Send',
	action: 'Trigger a canvas for users',
	description: 'Let users enter an API-triggered Canvas, up to 50 a call',
	documentation: 'https://www.braze.com/docs/api/endpoints/messaging/send_messages/post_send_triggered_canvases/',
	calls: ['POST /canvas/trigger/send'],
	fields,
	check: (input) => propertiesProblem('Context', input.context) ?? checkTriggered(input),
	retry: 'onlyIfNothingHappened',
	batch: { size: MOST_RECIPIENTS, together: (input) => JSON.stringify([input.canvas, audienceOf(input)]), alone: userKey },
	request: (inputs) => ({
		method: 'POST',
		path: '/canvas/trigger/send',
		body: {
			canvas_id: inputs[0].canvas,
			audience: audienceOf(inputs[0]),
			recipients: inputs.map((input) => triggeredRecipient(input, { context: filledContext(input.context) })),
		},
	}),
	outcomes: (answer, inputs) =>
		outcomesOf(answer, inputs.length, undefined, (index) => acceptedOutcome(answer, { canvasId: inputs[index].canvas, userId: inputs[index].userId })),
});
