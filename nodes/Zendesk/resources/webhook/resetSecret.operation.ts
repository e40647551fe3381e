import { callOperation } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { toldSecret } from './signingSecret';
import { webhookIdField } from './webhookFields';

export const resetSecret = callOperation({
	name: 'Reset Signing Secret',
	action: 'Reset the signing secret of a webhook',
	description: 'Let Zendesk make a new signing secret; the old one ends at once. Our trigger node picks the new one up by itself, any other receiver must be told by hand.',
	documentation: 'https://developer.zendesk.com/api-reference/webhooks/webhooks-api/webhooks/#reset-webhook-signing-secret',
	calls: ['POST /api/v2/webhooks/{webhook_id}/signing_secret'],
	dangerous: 'deletes',
	fields: { webhookId: webhookIdField },
	retry: 'onlyIfNothingHappened',
	request: ({ webhookId }) => ({ method: 'POST', path: path`/api/v2/webhooks/${webhookId}/signing_secret` }),
	outcome: (answer, { webhookId }) => ({ ...toldSecret(answer, webhookId), reset: true }),
});
