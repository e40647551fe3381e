import { callOperation } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { toldSecret } from './signingSecret';
import { webhookIdField } from './webhookFields';

export const checkSecret = callOperation({
	name: 'Check Signing Secret',
	action: 'Check the signing secret of a webhook',
	description: 'See whether the signing secret can be read and whether it changed: a fingerprint comes back, never the secret. The trigger node fetches it by itself.',
	documentation: 'https://developer.zendesk.com/api-reference/webhooks/webhooks-api/webhooks/#show-webhook-signing-secret',
	calls: ['GET /api/v2/webhooks/{webhook_id}/signing_secret'],
	fields: { webhookId: webhookIdField },
	retry: 'safe',
	request: ({ webhookId }) => ({ method: 'GET', path: path`/api/v2/webhooks/${webhookId}/signing_secret` }),
	outcome: (answer, { webhookId }) => toldSecret(answer, webhookId),
});
