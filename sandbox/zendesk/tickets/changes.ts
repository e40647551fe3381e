import { publish } from './events';
import { applyFields, FIELDS } from './fieldChanges';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import { indexTicket } from './ticketIndex';
import { runTriggers } from '../triggers/run';
import type { Act, Audit, CommentEvent, NewComment, Ticket, TicketFields } from '../types';

const newAudit = (state: ZendeskState, ticketId: number, { actor, via, custom }: Act): Audit => ({
	id: state.nextId(),
	ticket_id: ticketId,
	author_id: actor.id,
	via,
	metadata: { system: {}, custom: custom ?? {} },
	created_at: Date.now(),
	events: [],
});

const commentEvent = (state: ZendeskState, comment: NewComment): CommentEvent => ({
	id: state.nextId(),
	type: 'Comment',
	...comment,
	plain_body: comment.body,
});

/** From now on a file is read by those who may read its ticket. */
function linkFiles(state: ZendeskState, ticketId: number, comment: NewComment): void {
	for (const id of comment.attachments) {
		const file = state.attachments.get(id);
		if (file !== undefined) file.ticket_id = ticketId;
	}
}

/** Triggers first, since what they change belongs to the same update; then search and the event subscriptions. */
function settle(state: ZendeskState, ticket: Ticket, audit: Audit, created: boolean): void {
	runTriggers({ state, ticket, audit, created, actor: state.users.get(audit.author_id) });
	indexTicket(state, ticket);
	publish(state, ticket, audit, created);
}

export type NewTicket = Omit<Ticket, 'id' | 'description' | 'public_by_default' | 'followup_ids' | 'created_at' | 'updated_at' | 'solved_at' | 'deleted_at'>;

/** Opens a ticket with its first comment, tells search and the webhooks. */
export function openTicket(state: ZendeskState, act: Act, fields: NewTicket, comment: NewComment): { ticket: Ticket; audit: Audit } {
	const now = Date.now();
	const ticket: Ticket = {
		...fields,
		id: state.nextTicketId(),
		status: fields.status === 'new' && fields.assignee_id !== null ? 'open' : fields.status,
		description: comment.body,
		public_by_default: comment.public,
		followup_ids: [],
		created_at: now,
		updated_at: now,
		solved_at: fields.status === 'solved' ? now : null,
		deleted_at: null,
	};
	const audit = newAudit(state, ticket.id, act);
	audit.events.push(commentEvent(state, comment));
	for (const name of FIELDS) {
		if (ticket[name] !== null) audit.events.push({ id: state.nextId(), type: 'Create', field_name: name, value: ticket[name] });
	}
	state.tickets.set(ticket.id, ticket);
	state.audits.set(ticket.id, [audit]);
	linkFiles(state, ticket.id, comment);
	settle(state, ticket, audit, true);
	return { ticket, audit };
}

/** Writes what differs and the comment as one audit. Where nothing differs nothing is kept and the audit is empty. */
export function changeTicket(
	state: ZendeskState,
	act: Act,
	ticket: Ticket,
	fields: Partial<TicketFields>,
	comment?: NewComment,
): Audit {
	const audit = newAudit(state, ticket.id, act);
	const wanted = { ...fields };
	if (wanted.assignee_id && ticket.status === 'new' && wanted.status === undefined) {
		wanted.status = 'open';
		state.note(`ticket ${ticket.id} is open: it has an assignee now`, RULES.assignedOpens);
	}
	if (comment !== undefined) audit.events.push(commentEvent(state, comment));
	applyFields(state, ticket, wanted, audit);
	if (audit.events.length === 0) return audit;
	ticket.updated_at = audit.created_at;
	state.audits.get(ticket.id)?.push(audit);
	if (comment !== undefined) linkFiles(state, ticket.id, comment);
	settle(state, ticket, audit, false);
	return audit;
}
