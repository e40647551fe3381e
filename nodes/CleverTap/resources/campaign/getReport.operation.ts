import { callOperation } from '../../../shared/operation';
import { campaignField, campaignId } from '../../campaign/campaignField';
import { resultOf } from '../../query/reportOperation';

export const getReport = callOperation({
	name: 'Get Report',
	action: 'Get the report of a campaign',
	description: 'Read the figures of a campaign that has run; before it has completed CleverTap answers with its status as an error',
	documentation: 'https://developer.clevertap.com/docs/campaign-object',
	calls: ['POST /1/targets/result.json'],
	fields: { campaign: campaignField },
	retry: 'safe',
	request: ({ campaign }) => ({ method: 'POST', path: '/1/targets/result.json', body: { id: campaignId(campaign) } }),
	outcome: (answer, { campaign }) => ({ id: campaignId(campaign), ...resultOf(answer) }),
});
