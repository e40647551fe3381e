import { batchOperation, field } from '../../../shared/operation';
import { audienceOf } from '../../audience/audienceFields';
import { outcomesOf } from '../../minorErrors';
import { campaignField } from '../../pickFields';
import { acceptedOutcome } from '../../sending/accepted';
import { checkSendId, sendIdField } from '../../sending/sendId';
import { checkTriggered, createUserField, MOST_RECIPIENTS, propertiesProblem, triggeredFields, triggeredRecipient } from '../../sending/triggered';
import { userKey } from '../../userFields';
import { attachmentsField, attachmentsOf, triggerPropertiesField } from './triggerFields';

const fields = {
	campaign: campaignField,
	...triggeredFields,
	triggerProperties: triggerPropertiesField,
	more: field.extras({ displayName: 'Additional Fields', placeholder: 'Add Field', fields: { attachments: attachmentsField, createUser: createUserField, sendId: sendIdField } }),
};

/** A Braze call collapses repeated recipients to one message, so two messages for one user never share a call. */
export const triggerSend = batchOperation({
	name: 'Trigger Send',
	action: 'Trigger the send of a campaign',
	description: 'Send an API-triggered campaign to users, up to 50 a call',
	documentation: 'https://www.braze.com/docs/api/endpoints/messaging/send_messages/post_send_triggered_campaigns/',
	calls: ['POST /campaigns/trigger/send'],
	fields,
	check: (input) => propertiesProblem('Trigger Properties', input.triggerProperties) ?? checkTriggered(input) ?? checkSendId(input.more.sendId),
	retry: 'onlyIfNothingHappened',
	batch: {
		size: MOST_RECIPIENTS,
		together: (input) => JSON.stringify([input.campaign, input.more.sendId, input.more.attachments, audienceOf(input)]),
		alone: userKey,
	},
	request: (inputs) => ({
		method: 'POST',
		path: '/campaigns/trigger/send',
		body: {
			campaign_id: inputs[0].campaign,
			send_id: inputs[0].more.sendId,
			audience: audienceOf(inputs[0]),
			recipients: inputs.map((input) => triggeredRecipient(input, { trigger_properties: input.triggerProperties })),
			attachments: attachmentsOf(inputs[0].more.attachments),
		},
	}),
	outcomes: (answer, inputs) =>
		outcomesOf(answer, inputs.length, undefined, (index) => acceptedOutcome(answer, { campaignId: inputs[index].campaign, userId: inputs[index].userId })),
});
