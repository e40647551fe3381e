import { batchOperation, field } from '../../../shared/operation';
import { audienceOf } from '../../audience/audienceFields';
import { outcomesOf } from '../../minorErrors';
import { campaignField } from '../../pickFields';
import { checkSchedule, scheduleFields, scheduleOf } from '../../schedule/scheduleFields';
import { scheduledOutcome } from '../../schedule/scheduled';
import { checkSendId, sendIdField } from '../../sending/sendId';
import { checkTriggered, createUserField, MOST_RECIPIENTS, propertiesProblem, triggeredFields, triggeredRecipient } from '../../sending/triggered';
import { userKey } from '../../userFields';
import { triggerPropertiesField } from './triggerFields';

const fields = {
	campaign: campaignField,
	...scheduleFields,
	...triggeredFields,
	triggerProperties: triggerPropertiesField,
	more: field.extras({ displayName: 'Additional Fields', placeholder: 'Add Field', fields: { createUser: createUserField, sendId: sendIdField } }),
};

/** One schedule for all users of a call: what changes or deletes it does so for all of them. */
export const scheduleTriggered = batchOperation({
	name: 'Schedule Triggered',
	action: 'Schedule a campaign for users',
	description: 'Schedule an API-triggered campaign for users, up to 50 with one schedule ID',
	documentation: 'https://www.braze.com/docs/api/endpoints/messaging/schedule_messages/post_schedule_triggered_campaigns/',
	calls: ['POST /campaigns/trigger/schedule/create'],
	fields,
	check: (input) => checkSchedule(input) ?? propertiesProblem('Trigger Properties', input.triggerProperties) ?? checkTriggered(input) ?? checkSendId(input.more.sendId),
	retry: 'onlyIfNothingHappened',
	batch: {
		size: MOST_RECIPIENTS,
		together: (input) => JSON.stringify([input.campaign, scheduleOf(input), input.more.sendId, audienceOf(input)]),
		alone: userKey,
	},
	request: (inputs) => ({
		method: 'POST',
		path: '/campaigns/trigger/schedule/create',
		body: {
			campaign_id: inputs[0].campaign,
			send_id: inputs[0].more.sendId,
			audience: audienceOf(inputs[0]),
			recipients: inputs.map((input) => triggeredRecipient(input, { trigger_properties: input.triggerProperties })),
			schedule: scheduleOf(inputs[0]),
		},
	}),
	outcomes: (answer, inputs) =>
		outcomesOf(answer, inputs.length, undefined, (index) => scheduledOutcome(answer, inputs[index], { campaignId: inputs[index].campaign, userId: inputs[index].userId })),
});
