import { callOperation } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { webhookIdField } from './webhookFields';

export const deleteWebhook = callOperation({
	name: 'Delete',
	action: 'Delete a webhook',
	description: 'Remove a webhook; triggers that call it must go first',
	documentation: 'https://developer.zendesk.com/api-reference/webhooks/webhooks-api/webhooks/#delete-webhook',
	calls: ['DELETE /api/v2/webhooks/{webhook_id}'],
	dangerous: 'deletes',
	fields: { webhookId: webhookIdField },
	retry: 'safe',
	request: ({ webhookId }) => ({ method: 'DELETE', path: path`/api/v2/webhooks/${webhookId}` }),
	outcome: (_, { webhookId }) => ({ id: webhookId, deleted: true }),
});
