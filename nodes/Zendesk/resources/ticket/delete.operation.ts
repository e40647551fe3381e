import { callOperation } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { ticketIdField } from './ticketFields';

export const deleteTicket = callOperation({
	name: 'Delete',
	action: 'Delete a ticket',
	description: 'Put a ticket among the deleted ones, where Zendesk keeps it for 30 days',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#delete-ticket',
	calls: ['DELETE /api/v2/tickets/{ticket_id}'],
	dangerous: 'deletes',
	fields: { ticketId: ticketIdField },
	retry: 'safe',
	request: ({ ticketId }) => ({ method: 'DELETE', path: path`/api/v2/tickets/${ticketId}` }),
	outcome: (_, { ticketId }) => ({ id: ticketId, deleted: true }),
});
