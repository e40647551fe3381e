import type { IDataObject } from 'n8n-workflow';
import { callOperation, field, limitFields, mostOf } from '../../../shared/operation';
import { nextByCursor, pageSize } from '../../cursorPaging';
import { rowsIn } from '../../rows';
import { withoutSecrets } from './withoutSecrets';

const fields = {
	...limitFields,
	more: field.extras({
		displayName: 'Filters',
		placeholder: 'Add Filter',
		fields: {
			nameContains: field.optionalText({ displayName: 'Name Contains' }),
			status: field.choice({ displayName: 'Status', options: [{ name: 'Active', value: 'active' }, { name: 'Inactive', value: 'inactive' }], initial: 'active' }),
		},
	}),
};

export const getMany = callOperation({
	name: 'Get Many',
	action: 'Get many webhooks',
	description: 'List webhooks; their secrets are never among what Zendesk shows',
	documentation: 'https://developer.zendesk.com/api-reference/webhooks/webhooks-api/webhooks/#list-webhooks',
	calls: ['GET /api/v2/webhooks'],
	fields,
	retry: 'safe',
	request: ({ more, ...limits }) => ({
		method: 'GET',
		path: '/api/v2/webhooks',
		query: {
			...pageSize(limits),
			...(more.nameContains === undefined ? {} : { 'filter[name_contains]': more.nameContains }),
			...(more.status === undefined ? {} : { 'filter[status]': more.status }),
		},
	}),
	page: { next: nextByCursor, most: mostOf },
	outcome: (answer): IDataObject[] => rowsIn(answer, 'webhooks').map(withoutSecrets),
});
