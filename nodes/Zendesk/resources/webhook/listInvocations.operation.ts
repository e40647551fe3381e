import type { IDataObject } from 'n8n-workflow';
import { callOperation, field, limitFields, mostOf } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { nextByCursor, pageSize } from '../../cursorPaging';
import { rowsIn } from '../../rows';
import { webhookIdField } from './webhookFields';

const fields = {
	webhookId: webhookIdField,
	...limitFields,
	more: field.extras({
		displayName: 'Filters',
		placeholder: 'Add Filter',
		fields: {
			from: field.optionalMoment({ displayName: 'From' }),
			status: field.optionalId({ displayName: 'Status', description: 'For instance failed, timeout, "circuit broken", throttled, "client error", "server error"', placeholder: 'failed' }),
			to: field.optionalMoment({ displayName: 'To' }),
		},
	}),
};

export const listInvocations = callOperation({
	name: 'List Invocations',
	action: 'List the invocations of a webhook',
	description: 'Read what became of the deliveries of the last 7 days. A success here proves only that something answered 2xx.',
	documentation: 'https://developer.zendesk.com/api-reference/webhooks/webhooks-api/webhooks/#list-webhook-invocations',
	calls: ['GET /api/v2/webhooks/{webhook_id}/invocations'],
	fields,
	retry: 'safe',
	request: ({ webhookId, more, ...limits }) => ({
		method: 'GET',
		path: path`/api/v2/webhooks/${webhookId}/invocations`,
		query: {
			...pageSize(limits),
			...(more.status === undefined ? {} : { 'filter[status]': more.status }),
			...(more.from === undefined ? {} : { 'filter[from_ts]': more.from }),
			...(more.to === undefined ? {} : { 'filter[to_ts]': more.to }),
		},
	}),
	page: { next: nextByCursor, most: mostOf },
	outcome: (answer): IDataObject[] => rowsIn(answer, 'invocations'),
});
