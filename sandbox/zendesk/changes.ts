import { publish } from './events';
import { RULES } from './rules';
import type { ZendeskState } from './state';
import { indexTicket } from './ticketIndex';
import type { Act, Audit, CommentEvent, NewComment, Ticket, TicketFields } from './types';

/** In the order in which an audit tells them. */
const FIELDS = [
	'subject', 'status', 'priority', 'type', 'external_id', 'tags', 'requester_id', 'assignee_id', 'group_id',
	'organization_id', 'brand_id', 'ticket_form_id', 'problem_id', 'due_at',
] as const satisfies ReadonlyArray<keyof TicketFields>;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

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
	indexTicket(state, ticket);
	publish(state, ticket, audit, true);
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
	for (const name of FIELDS) {
		if (!(name in wanted) || same(wanted[name], ticket[name])) continue;
		audit.events.push({ id: state.nextId(), type: 'Change', field_name: name, value: wanted[name], previous_value: ticket[name] });
	}
	for (const { id, value } of wanted.custom_fields ?? []) {
		const previous = ticket.custom_fields.find((field) => field.id === id)?.value ?? null;
		if (!same(previous, value)) {
			audit.events.push({ id: state.nextId(), type: 'Change', field_name: String(id), value, previous_value: previous });
		}
	}
	if (audit.events.length === 0) return audit;
	if (wanted.status !== undefined && wanted.status !== ticket.status) {
		ticket.solved_at = wanted.status === 'solved' ? audit.created_at : wanted.status === 'closed' ? ticket.solved_at : null;
	}
	Object.assign(ticket, wanted);
	ticket.updated_at = audit.created_at;
	state.audits.get(ticket.id)?.push(audit);
	indexTicket(state, ticket);
	publish(state, ticket, audit, false);
	return audit;
}
