import type { IDataObject } from 'n8n-workflow';
import { callOperation } from '../../../shared/operation';
import { ticketCalls, ticketIn } from '../../ticketCalls';
import { ticketIdField } from './ticketFields';

export const get = callOperation({
	name: 'Get',
	action: 'Get a ticket',
	description: 'Read one ticket',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#show-ticket',
	calls: ['GET /api/v2/tickets/{ticket_id}'],
	fields: { ticketId: ticketIdField },
	retry: 'safe',
	request: ({ ticketId }) => ticketCalls.get(ticketId),
	outcome: (answer) => ticketIn(answer) as IDataObject,
});
