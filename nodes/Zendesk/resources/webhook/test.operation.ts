import type { IDataObject } from 'n8n-workflow';
import { callOperation, field } from '../../../shared/operation';
import { recordIn } from '../../rows';
import { webhookIdField } from './webhookFields';

export const test = callOperation({
	name: 'Test',
	action: 'Test a webhook',
	description: 'Let Zendesk send one request through a webhook now, and read what the other side answered',
	documentation: 'https://developer.zendesk.com/api-reference/webhooks/webhooks-api/webhooks/#test-webhook',
	calls: ['POST /api/v2/webhooks/test'],
	fields: {
		webhookId: webhookIdField,
		payload: field.jsonObject({ displayName: 'Payload', description: 'The body to send; placeholders are not filled in' }),
	},
	retry: 'onlyIfNothingHappened',
	request: ({ webhookId, payload }) => ({
		method: 'POST',
		path: '/api/v2/webhooks/test',
		query: { webhook_id: webhookId },
		body: { request: { payload: JSON.stringify(payload) } },
	}),
	outcome: (answer): IDataObject => recordIn(answer, 'response'),
});
