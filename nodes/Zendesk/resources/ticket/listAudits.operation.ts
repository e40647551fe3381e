import type { IDataObject } from 'n8n-workflow';
import { callOperation, field, limitFields, mostOf } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { nextByCursor, pageSize } from '../../cursorPaging';
import { rowsIn } from '../../rows';
import { ticketIdField } from './ticketFields';

export const listAudits = callOperation({
	name: 'List Audits',
	action: 'List the audits of a ticket',
	description: 'Read what happened to a ticket, one item an update: who, how, and what changed',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_audits/#list-audits-for-a-ticket',
	calls: ['GET /api/v2/tickets/{ticket_id}/audits'],
	fields: {
		ticketId: ticketIdField,
		...limitFields,
		newestFirst: field.toggle({ displayName: 'Newest First', description: 'Whether the newest audit comes first', initial: true }),
	},
	retry: 'safe',
	request: ({ ticketId, newestFirst, ...limits }) => ({
		method: 'GET',
		path: path`/api/v2/tickets/${ticketId}/audits`,
		query: { ...pageSize(limits), sort: newestFirst ? '-created_at' : 'created_at' },
	}),
	page: { next: nextByCursor, most: mostOf },
	outcome: (answer): IDataObject[] => rowsIn(answer, 'audits'),
});
