import { batchOperation, field } from '../../../shared/operation';
import { acceptedOf } from '../../sending/accepted';
import { toldOf } from '../../userFields';
import { batchSizeOf, callKey, triggerBody, triggerFields } from './triggerFields';

/** The nearest thing CleverTap has to a send by API: content, consent and limits stay in the dashboard. No key against repeats, so a lost answer is unknown. */
export const send = batchOperation({
	name: 'Send',
	action: 'Trigger a campaign for users',
	description: 'Send an External Trigger campaign of the dashboard to the users of the items, up to 1,000 a call (public beta at CleverTap)',
	documentation: 'https://developer.clevertap.com/docs/external-trigger-api',
	calls: ['POST /1/send/externaltrigger.json'],
	fields: { campaignId: field.requiredId({ displayName: 'Campaign ID', description: 'Of a running External Trigger campaign; the address of the campaign in the dashboard ends with it', placeholder: '1750575722' }), ...triggerFields },
	retry: 'onlyIfNothingHappened',
	batch: { size: batchSizeOf, together: (input) => `${input.campaignId} ${callKey(input)}` },
	request: (inputs) => ({ method: 'POST', path: '/1/send/externaltrigger.json', body: { ...triggerBody(inputs), campaign_id: inputs[0].campaignId } }),
	outcomes: (answer, inputs) => acceptedOf(answer, inputs.map((input) => ({ ...toldOf(input), campaignId: input.campaignId }))),
});
