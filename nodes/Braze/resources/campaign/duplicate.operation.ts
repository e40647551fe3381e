import { callOperation } from '../../../shared/operation';
import { duplicateCampaignFields } from '../../duplicateFields';
import { minorFailure } from '../../minorErrors';
import { anyCampaignField } from '../../pickFields';

/** Early access at Braze, 100 calls a minute. The copy is made later, and its ID is not told. */
export const duplicate = callOperation({
	name: 'Duplicate',
	action: 'Duplicate a campaign',
	description: 'Have Braze make a copy of a campaign; it appears a little later, and its ID is not told (early access)',
	documentation: 'https://www.braze.com/docs/api/endpoints/messaging/duplicate_messages/post_duplicate_campaigns/',
	calls: ['POST /campaigns/duplicate'],
	fields: { campaign: anyCampaignField, ...duplicateCampaignFields },
	retry: 'onlyIfNothingHappened',
	request: ({ campaign, name, more }) => ({
		method: 'POST',
		path: '/campaigns/duplicate',
		body: { campaign_id: campaign, name, description: more.description },
	}),
	classify: minorFailure,
	outcome: (_, { campaign, name }) => ({ accepted: true, campaignId: campaign, name }),
});
