import { callOperation, field } from '../../../shared/operation';
import { audienceFields, audienceOf, checkAudience } from '../../audience/audienceFields';
import { campaignField } from '../../pickFields';
import { scheduledOf } from '../../schedule/scheduled';
import { checkSchedule, scheduleFields, scheduleOf } from '../../schedule/scheduleFields';
import { notSent } from '../../sending/accepted';
import { broadcastField, checkBroadcast } from '../../sending/broadcast';
import { checkSendId, sendIdField } from '../../sending/sendId';
import { propertiesProblem, triggeredReach } from '../../sending/triggered';
import { triggerPropertiesField } from './triggerFields';

const fields = {
	campaign: campaignField,
	broadcast: broadcastField('every user in the segment that the campaign targets in the dashboard, narrowed by the connected audience if there is one'),
	...scheduleFields,
	...audienceFields,
	triggerProperties: triggerPropertiesField,
	more: field.extras({ displayName: 'Additional Fields', placeholder: 'Add Field', fields: { sendId: sendIdField } }),
};

export const scheduleTriggeredBroadcast = callOperation({
	name: 'Schedule Triggered Broadcast',
	action: 'Schedule a campaign for its whole segment',
	description: 'Schedule an API-triggered campaign for everyone whom it targets in the dashboard, or for those of them in a connected audience',
	documentation: 'https://www.braze.com/docs/api/endpoints/messaging/schedule_messages/post_schedule_triggered_campaigns/',
	calls: ['POST /campaigns/trigger/schedule/create'],
	dangerous: 'broadcasts',
	fields,
	check: (input) =>
		checkBroadcast(input.broadcast, triggeredReach('campaign', input)) ??
		checkSchedule(input) ??
		checkAudience(input) ??
		propertiesProblem('Trigger Properties', input.triggerProperties) ??
		checkSendId(input.more.sendId),
	retry: 'onlyIfNothingHappened',
	request: (input) => ({
		method: 'POST',
		path: '/campaigns/trigger/schedule/create',
		body: {
			campaign_id: input.campaign,
			send_id: input.more.sendId,
			broadcast: true,
			audience: audienceOf(input),
			trigger_properties: input.triggerProperties,
			schedule: scheduleOf(input),
		},
	}),
	classify: notSent,
	outcome: (answer, input) => scheduledOf(answer, input, { campaignId: input.campaign }),
});
