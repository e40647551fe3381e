import { callOperation } from '../../../shared/operation';
import { minorFailure } from '../../minorErrors';
import { campaignField } from '../../pickFields';
import { scheduleIdField } from '../../schedule/scheduleIdField';

/** Close to its time Braze does what it can: all, some or none of the users may still get the message. */
export const deleteSchedule = callOperation({
	name: 'Delete Schedule',
	action: 'Delete the schedule of a campaign',
	description: 'Withdraw a scheduled API-triggered campaign; close to its time some users may still get it',
	documentation: 'https://www.braze.com/docs/api/endpoints/messaging/schedule_messages/post_delete_scheduled_triggered_messages/',
	calls: ['POST /campaigns/trigger/schedule/delete'],
	dangerous: 'deletes',
	fields: { campaign: campaignField, scheduleId: scheduleIdField },
	retry: 'safe',
	request: ({ campaign, scheduleId }) => ({ method: 'POST', path: '/campaigns/trigger/schedule/delete', body: { campaign_id: campaign, schedule_id: scheduleId } }),
	classify: minorFailure,
	outcome: (_, { campaign, scheduleId }) => ({ deleted: true, campaignId: campaign, scheduleId }),
});
