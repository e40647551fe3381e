import { callOperation } from '../../../shared/operation';
import { resultOf } from '../../query/reportOperation';
import { campaignBody, campaignFields, checkCampaign } from '../../campaign/campaignFields';

export const estimate = callOperation({
	name: 'Estimate',
	action: 'Estimate the reach of a campaign',
	description: 'Read how many a campaign would reach, without creating it',
	documentation: 'https://developer.clevertap.com/docs/create-campaign-api',
	calls: ['POST /1/targets/create.json'],
	fields: campaignFields,
	check: checkCampaign,
	retry: 'safe',
	// Last: nothing that is filled in may make a campaign of it.
	request: (input) => ({ method: 'POST', path: '/1/targets/create.json', body: { ...campaignBody(input), estimate_only: true } }),
	outcome: resultOf,
});
