import type { IDataObject } from 'n8n-workflow';
import { callOperation, field, limitFields, mostOf } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { nextByCursor, pageSize } from '../../cursorPaging';
import { rowsIn } from '../../rows';

const fields = {
	...limitFields,
	more: field.extras({
		displayName: 'Filters',
		placeholder: 'Add Filter',
		fields: {
			externalId: field.optionalId({ displayName: 'External ID', description: 'Exact; several tickets may have the same' }),
			requesterId: field.optionalNumericId({ displayName: 'Requester ID', description: 'Only tickets that this user asked for; not together with External ID' }),
			sort: field.choice({
				displayName: 'Sort By',
				options: [
					{ name: 'ID', value: 'id' },
					{ name: 'Status', value: 'status' },
					{ name: 'Updated At', value: 'updated_at' },
				],
				initial: 'id',
			}),
			descending: field.toggle({ displayName: 'Newest First', description: 'Whether the order is turned round', initial: true }),
		},
	}),
};

export const getMany = callOperation({
	name: 'Get Many',
	action: 'Get many tickets',
	description: 'List tickets page by page, by cursor, so that there is no end at 10,000; archived tickets are only in Search and Get',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#list-tickets',
	calls: ['GET /api/v2/tickets', 'GET /api/v2/users/{user_id}/tickets/requested'],
	fields,
	check: ({ more }) => (more.externalId !== undefined && more.requesterId !== undefined ? { displayName: 'Requester ID', message: 'cannot be used together with External ID' } : undefined),
	retry: 'safe',
	request: ({ more, ...limits }) => ({
		method: 'GET',
		path: more.requesterId === undefined ? '/api/v2/tickets' : path`/api/v2/users/${more.requesterId}/tickets/requested`,
		query: { ...pageSize(limits), sort: `${more.descending === true ? '-' : ''}${more.sort ?? 'id'}`, ...(more.externalId === undefined ? {} : { external_id: more.externalId }) },
	}),
	page: { next: nextByCursor, most: mostOf },
	outcome: (answer): IDataObject[] => rowsIn(answer, 'tickets'),
});
