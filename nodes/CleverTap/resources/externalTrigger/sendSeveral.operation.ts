import { batchOperation, field } from '../../../shared/operation';
import { acceptedOf } from '../../sending/accepted';
import { toldOf } from '../../userFields';
import { batchSizeOf, callKey, triggerBody, triggerFields } from './triggerFields';

/** One note has 5 campaigns as the most, others send more: CleverTap decides. */
export const sendSeveral = batchOperation({
	name: 'Send Several',
	action: 'Trigger several campaigns for users',
	description: 'Send several External Trigger campaigns of the dashboard to the users of the items in one call; one note says that CleverTap takes 5 campaigns at most',
	documentation: 'https://developer.clevertap.com/docs/external-trigger-api',
	calls: ['POST /2/send/externaltrigger.json'],
	fields: { campaignIds: field.textList({ displayName: 'Campaign IDs', description: 'Of running External Trigger campaigns, separated by commas', placeholder: '1750575722, 1750575723' }), ...triggerFields },
	check: ({ campaignIds }) => (campaignIds.length === 0 ? { displayName: 'Campaign IDs', message: 'are missing' } : undefined),
	retry: 'onlyIfNothingHappened',
	batch: { size: batchSizeOf, together: (input) => `${input.campaignIds.join()} ${callKey(input)}` },
	request: (inputs) => ({ method: 'POST', path: '/2/send/externaltrigger.json', body: { ...triggerBody(inputs), campaign_id_list: inputs[0].campaignIds } }),
	outcomes: (answer, inputs) => acceptedOf(answer, inputs.map((input) => ({ ...toldOf(input), campaignIds: input.campaignIds }))),
});
