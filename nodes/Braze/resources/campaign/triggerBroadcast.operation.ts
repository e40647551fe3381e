import { callOperation, field } from '../../../shared/operation';
import { audienceFields, audienceOf, checkAudience } from '../../audience/audienceFields';
import { campaignField } from '../../pickFields';
import { acceptedOf, notSent } from '../../sending/accepted';
import { broadcastField, checkBroadcast } from '../../sending/broadcast';
import { checkSendId, sendIdField } from '../../sending/sendId';
import { propertiesProblem, triggeredReach } from '../../sending/triggered';
import { triggerPropertiesField } from './triggerFields';

const fields = {
	campaign: campaignField,
	broadcast: broadcastField('every user in the segment that the campaign targets in the dashboard, narrowed by the connected audience if there is one'),
	...audienceFields,
	triggerProperties: triggerPropertiesField,
	more: field.extras({ displayName: 'Additional Fields', placeholder: 'Add Field', fields: { sendId: sendIdField } }),
};

/** Braze takes 250 broadcasts a minute, and 10 of one campaign to one audience. */
export const triggerBroadcast = callOperation({
	name: 'Trigger Broadcast',
	action: 'Trigger a campaign for its whole segment',
	description: 'Send an API-triggered campaign to everyone whom it targets in the dashboard, or to those of them in a connected audience',
	documentation: 'https://www.braze.com/docs/api/endpoints/messaging/send_messages/post_send_triggered_campaigns/',
	calls: ['POST /campaigns/trigger/send'],
	dangerous: 'broadcasts',
	fields,
	check: (input) =>
		checkBroadcast(input.broadcast, triggeredReach('campaign', input)) ??
		checkAudience(input) ??
		propertiesProblem('Trigger Properties', input.triggerProperties) ??
		checkSendId(input.more.sendId),
	retry: 'onlyIfNothingHappened',
	request: (input) => ({
		method: 'POST',
		path: '/campaigns/trigger/send',
		body: {
			campaign_id: input.campaign,
			send_id: input.more.sendId,
			broadcast: true,
			audience: audienceOf(input),
			trigger_properties: input.triggerProperties,
		},
	}),
	classify: notSent,
	outcome: (answer, { campaign }) => acceptedOf(answer, { campaignId: campaign }),
});
