import type { ZendeskState } from '../state';
import type { Ticket } from '../types';

/** Tells search about a ticket's present state. */
export function indexTicket(state: ZendeskState, ticket: Ticket): void {
	state.index.write({
		kind: 'ticket',
		id: ticket.id,
		created_at: ticket.created_at,
		updated_at: ticket.updated_at,
		values: {
			id: ticket.id,
			status: ticket.status,
			priority: ticket.priority,
			ticket_type: ticket.type,
			external_id: ticket.external_id,
			subject: ticket.subject,
			tags: ticket.tags,
			requester: ticket.requester_id,
			requester_id: ticket.requester_id,
			assignee: ticket.assignee_id,
			submitter: ticket.submitter_id,
			group: ticket.group_id,
			brand: ticket.brand_id,
			via: ticket.via.channel,
			description: ticket.description,
			comment: state.comments(ticket.id).map(({ comment }) => comment.body).join('\n'),
		},
		text: [ticket.subject, ...state.comments(ticket.id).map(({ comment }) => comment.body)].join('\n'),
	});
}
