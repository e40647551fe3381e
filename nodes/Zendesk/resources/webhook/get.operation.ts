import type { IDataObject } from 'n8n-workflow';
import { callOperation } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { recordIn } from '../../rows';
import { webhookIdField } from './webhookFields';
import { withoutSecrets } from './withoutSecrets';

export const get = callOperation({
	name: 'Get',
	action: 'Get a webhook',
	description: 'Read one webhook, without its secrets',
	documentation: 'https://developer.zendesk.com/api-reference/webhooks/webhooks-api/webhooks/#show-webhook',
	calls: ['GET /api/v2/webhooks/{webhook_id}'],
	fields: { webhookId: webhookIdField },
	retry: 'safe',
	request: ({ webhookId }) => ({ method: 'GET', path: path`/api/v2/webhooks/${webhookId}` }),
	outcome: (answer): IDataObject => withoutSecrets(recordIn(answer, 'webhook')),
});
