import { callOperation } from '../../../shared/operation';
import { campaignField, campaignId } from '../../campaign/campaignField';
import { resultOf } from '../../query/reportOperation';

export const stop = callOperation({
	name: 'Stop',
	action: 'Stop a campaign',
	description: 'Stop a scheduled or running campaign; it cannot be started again',
	documentation: 'https://developer.clevertap.com/docs/campaign-object',
	calls: ['POST /1/targets/stop.json'],
	fields: { campaign: campaignField },
	retry: 'safe',
	request: ({ campaign }) => ({ method: 'POST', path: '/1/targets/stop.json', body: { id: campaignId(campaign) } }),
	outcome: (answer, { campaign }) => ({ ...resultOf(answer), id: campaignId(campaign), stopped: true }),
});
