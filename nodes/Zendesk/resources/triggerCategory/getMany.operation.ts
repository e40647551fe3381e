import type { IDataObject } from 'n8n-workflow';
import { callOperation, limitFields, mostOf } from '../../../shared/operation';
import { nextByCursor, pageSize } from '../../cursorPaging';
import { rowsIn } from '../../rows';

export const getMany = callOperation({
	name: 'Get Many',
	action: 'Get many trigger categories',
	description: 'List the categories that ticket triggers stand under',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/business-rules/trigger_categories/#list-ticket-trigger-categories',
	calls: ['GET /api/v2/trigger_categories'],
	fields: { ...limitFields },
	retry: 'safe',
	request: (limits) => ({ method: 'GET', path: '/api/v2/trigger_categories', query: pageSize(limits) }),
	page: { next: nextByCursor, most: mostOf },
	outcome: (answer): IDataObject[] => rowsIn(answer, 'trigger_categories'),
});
