import { indexTicket } from './ticketIndex';
import type { ZendeskState } from '../state';
import type { Ticket } from '../types';

/** Gone for everybody but deleted_tickets and the incremental export. */
export function deleteTicket(state: ZendeskState, ticket: Ticket): void {
	ticket.deleted_at = Date.now();
	ticket.updated_at = ticket.deleted_at;
	state.index.remove('ticket', ticket.id);
}

export function restoreTicket(state: ZendeskState, ticket: Ticket): void {
	ticket.deleted_at = null;
	ticket.updated_at = Date.now();
	indexTicket(state, ticket);
}
