import type { IDataObject } from 'n8n-workflow';
import { callOperation, field, limitFields, mostOf } from '../../../shared/operation';
import { nextByCursor, pageSize } from '../../cursorPaging';
import { rowsIn } from '../../rows';

export const getMany = callOperation({
	name: 'Get Many',
	action: 'Get many users',
	description: 'List users page by page, by cursor, so that there is no end at 10,000',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/users/users/#list-users',
	calls: ['GET /api/v2/users'],
	fields: {
		...limitFields,
		role: field.choice({
			displayName: 'Role',
			options: [
				{ name: 'Admin', value: 'admin' },
				{ name: 'Agent', value: 'agent' },
				{ name: 'Any', value: 'any' },
				{ name: 'End User', value: 'end-user' },
			],
			initial: 'any',
		}),
	},
	retry: 'safe',
	request: ({ role, ...limits }) => ({ method: 'GET', path: '/api/v2/users', query: { ...pageSize(limits), ...(role === 'any' ? {} : { role }) } }),
	page: { next: nextByCursor, most: mostOf },
	outcome: (answer): IDataObject[] => rowsIn(answer, 'users'),
});
