import type { ZendeskState } from '../state';
import type { Audit, Ticket, TicketFields, Via } from '../types';

/** In the order in which an audit tells them. */
export const FIELDS = [
	'subject', 'status', 'priority', 'type', 'external_id', 'tags', 'requester_id', 'assignee_id', 'group_id',
	'organization_id', 'brand_id', 'ticket_form_id', 'problem_id', 'due_at',
] as const satisfies ReadonlyArray<keyof TicketFields>;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Writes what differs onto the ticket and tells it in the audit; `via` where a rule did it. */
export function applyFields(state: ZendeskState, ticket: Ticket, wanted: Partial<TicketFields>, audit: Audit, via?: Via): boolean {
	const told = audit.events.length;
	const tell = (name: string, value: unknown, previous: unknown) =>
		audit.events.push({ id: state.nextId(), type: 'Change', field_name: name, value, previous_value: previous, ...(via ? { via } : {}) });
	for (const name of FIELDS) {
		if (name in wanted && !same(wanted[name], ticket[name])) tell(name, wanted[name], ticket[name]);
	}
	for (const { id, value } of wanted.custom_fields ?? []) {
		const previous = ticket.custom_fields.find((field) => field.id === id)?.value ?? null;
		if (!same(previous, value)) tell(String(id), value, previous);
	}
	if (wanted.status !== undefined && wanted.status !== ticket.status) {
		ticket.solved_at = wanted.status === 'solved' ? audit.created_at : wanted.status === 'closed' ? ticket.solved_at : null;
	}
	Object.assign(ticket, wanted);
	return audit.events.length > told;
}
