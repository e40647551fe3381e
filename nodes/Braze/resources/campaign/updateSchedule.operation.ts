import { callOperation } from '../../../shared/operation';
import { minorFailure } from '../../minorErrors';
import { campaignField } from '../../pickFields';
import { scheduledOf } from '../../schedule/scheduled';
import { checkSchedule, scheduleFields, scheduleOf } from '../../schedule/scheduleFields';
import { scheduleIdField } from '../../schedule/scheduleIdField';

const fields = { campaign: campaignField, scheduleId: scheduleIdField, ...scheduleFields };

/** The new schedule takes the place of the old one wholly: local time that is not given again is gone. */
export const updateSchedule = callOperation({
	name: 'Update Schedule',
	action: 'Update the schedule of a campaign',
	description: 'Give a scheduled API-triggered campaign another time; it takes the place of the old one wholly',
	documentation: 'https://www.braze.com/docs/api/endpoints/messaging/schedule_messages/post_update_scheduled_triggered_campaigns/',
	calls: ['POST /campaigns/trigger/schedule/update'],
	fields,
	check: checkSchedule,
	retry: 'safe',
	request: (input) => ({
		method: 'POST',
		path: '/campaigns/trigger/schedule/update',
		body: { campaign_id: input.campaign, schedule_id: input.scheduleId, schedule: scheduleOf(input) },
	}),
	classify: minorFailure,
	outcome: (answer, input) => scheduledOf(answer, input, { campaignId: input.campaign, scheduleId: input.scheduleId }),
});
