import type { IDataObject } from 'n8n-workflow';
import { callOperation, limitFields, mostOf } from '../../../shared/operation';
import { nextByCursor, pageSize } from '../../cursorPaging';
import { rowsIn } from '../../rows';

export const getMany = callOperation({
	name: 'Get Many',
	action: 'Get many organizations',
	description: 'List organizations page by page, by cursor',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/organizations/organizations/#list-organizations',
	calls: ['GET /api/v2/organizations'],
	fields: { ...limitFields },
	retry: 'safe',
	request: (limits) => ({ method: 'GET', path: '/api/v2/organizations', query: pageSize(limits) }),
	page: { next: nextByCursor, most: mostOf },
	outcome: (answer): IDataObject[] => rowsIn(answer, 'organizations'),
});
