import type { IDataObject } from 'n8n-workflow';
import { callOperation, field, limitFields, mostOf } from '../../../shared/operation';
import { nextByCursor, pageSize } from '../../cursorPaging';
import { rowsIn } from '../../rows';
import { categoryField } from './triggerFields';

export const getMany = callOperation({
	name: 'Get Many',
	action: 'Get many triggers',
	description: 'List ticket triggers with their conditions and actions',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/business-rules/triggers/#list-ticket-triggers',
	calls: ['GET /api/v2/triggers'],
	fields: {
		...limitFields,
		more: field.extras({
			displayName: 'Filters',
			placeholder: 'Add Filter',
			fields: { active: field.toggle({ displayName: 'Active', description: 'Whether active ones are listed, or inactive ones', initial: true }), categoryId: categoryField },
		}),
	},
	retry: 'safe',
	request: ({ more, ...limits }) => ({
		method: 'GET',
		path: '/api/v2/triggers',
		query: { ...pageSize(limits), ...(more.active === undefined ? {} : { active: more.active }), ...(more.categoryId === undefined ? {} : { category_id: more.categoryId }) },
	}),
	page: { next: nextByCursor, most: mostOf },
	outcome: (answer): IDataObject[] => rowsIn(answer, 'triggers'),
});
