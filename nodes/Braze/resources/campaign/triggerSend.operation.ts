import { batchOperation, field, success } from '../../../shared/operation';
import { objectBody } from '../../../shared/transport/call';
import { outcomesOf } from '../../minorErrors';
import { checkUser, recipient, userFields, userKey } from '../../userFields';
import { campaignField } from './campaignField';

const MOST_RECIPIENTS = 50;

const fields = {
	campaign: campaignField,
	...userFields,
	triggerProperties: field.namedValues({
		displayName: 'Trigger Properties',
		description: 'What the message may use as api_trigger_properties.${name} in its Liquid',
	}),
	attributes: field.namedValues({ displayName: 'Attributes', description: 'Written to the user\'s profile in the same call, before the message is sent' }),
	more: field.extras({
		displayName: 'Additional Fields',
		placeholder: 'Add Field',
		fields: {
			createUser: field.toggle({
				displayName: 'Create User if Unknown',
				description: 'Whether to create a user that Braze does not know (needs attributes; not possible with an alias). Off: such a user gets nothing.',
				initial: false,
			}),
			sendId: field.optionalId({ displayName: 'Send ID', description: 'Made with the send ID endpoint first; groups the statistics of several sends' }),
		},
	}),
};

/** A Braze call collapses repeated recipients to one message, so two messages for one user never share a call. */
export const triggerSend = batchOperation({
	name: 'Trigger Send',
	action: 'Trigger the send of a campaign',
	description: 'Send an API-triggered campaign to users, up to 50 a call',
	documentation: 'https://www.braze.com/docs/api/endpoints/messaging/send_messages/post_send_triggered_campaigns/',
	fields,
	check: checkUser,
	retry: 'onlyIfNothingHappened',
	batch: {
		size: MOST_RECIPIENTS,
		together: ({ campaign, more }) => JSON.stringify([campaign, more.sendId]),
		alone: userKey,
	},
	request: (inputs) => ({
		method: 'POST',
		path: '/campaigns/trigger/send',
		body: {
			campaign_id: inputs[0].campaign,
			send_id: inputs[0].more.sendId,
			recipients: inputs.map((input) => ({
				...recipient(input),
				trigger_properties: input.triggerProperties,
				attributes: Object.keys(input.attributes).length > 0 ? input.attributes : undefined,
				send_to_existing_only: input.more.createUser ? false : undefined,
			})),
		},
	}),
	outcomes: (answer, inputs) =>
		outcomesOf(answer, inputs.length, undefined, (index) =>
			success({
				// Accepted, not delivered: Braze says no more than that.
				accepted: true,
				dispatchId: String(objectBody(answer).dispatch_id ?? ''),
				campaignId: inputs[index].campaign,
				userId: inputs[index].userId,
			}),
		),
});
