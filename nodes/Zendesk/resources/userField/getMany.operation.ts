import type { IDataObject } from 'n8n-workflow';
import { callOperation, limitFields, mostOf } from '../../../shared/operation';
import { nextByCursor, pageSize } from '../../cursorPaging';
import { rowsIn } from '../../rows';

export const getMany = callOperation({
	name: 'Get Many',
	action: 'Get many user fields',
	description: 'List the custom user fields with their keys',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/users/user_fields/#list-user-fields',
	calls: ['GET /api/v2/user_fields'],
	fields: { ...limitFields },
	retry: 'safe',
	request: (limits) => ({ method: 'GET', path: '/api/v2/user_fields', query: pageSize(limits) }),
	page: { next: nextByCursor, most: mostOf },
	outcome: (answer): IDataObject[] => rowsIn(answer, 'user_fields'),
});
