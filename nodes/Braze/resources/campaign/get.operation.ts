import { callOperation } from '../../../shared/operation';
import { detailsOf } from '../../details';
import { draftField } from '../../listFields';
import { anyCampaignField } from '../../pickFields';

/** The keys of `messages` are the message variation IDs. */
export const get = callOperation({
	name: 'Get',
	action: 'Get a campaign',
	description: 'Read the details of a campaign: its delivery, channels, conversion events and messages by message variation ID',
	documentation: 'https://www.braze.com/docs/api/endpoints/export/campaigns/get_campaign_details/',
	calls: ['GET /campaigns/details'],
	fields: { campaign: anyCampaignField, draft: draftField },
	retry: 'safe',
	request: ({ campaign, draft }) => ({ method: 'GET', path: '/campaigns/details', query: { campaign_id: campaign, post_launch_draft_version: draft || undefined } }),
	outcome: (answer, { campaign }) => ({ id: campaign, ...detailsOf(answer) }),
});
