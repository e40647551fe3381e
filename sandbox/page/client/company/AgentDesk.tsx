import { useControl } from '../state/useControl';
import { customer, ticketId } from '../state/view';
import { TicketView } from './TicketView';
import type { Ticket, User } from './zendeskShapes';

const ofZendesk = ({ vendor, kind, method }: { vendor: string; kind: string; method?: string }): boolean =>
	(vendor === 'zendesk' && !(kind === 'request' && method === 'GET')) || vendor === 'sandbox';

const SHOWN = 100;

function TicketRow({ ticket: { id, subject, status }, requester, chosen }: { ticket: Ticket; requester: string; chosen: boolean }) {
	return (
		<li>
			<button type="button" class="ticket-row" aria-current={chosen ? 'true' : undefined} onClick={() => (ticketId.value = id)}>
				<span class={`status ${status}`}>{status}</span>
				<span class="ticket-subject">{subject ?? 'No subject'}</span>
				<span class="ticket-who">#{id} · {requester}</span>
			</button>
		</li>
	);
}

/** Zendesk's agent desk: the tickets, and one of them open. */
export function AgentDesk() {
	const { data, failed } = useControl<{ tickets: Ticket[] }>('/zendesk/tickets', ofZendesk);
	const users = useControl<{ users: User[] }>('/zendesk/users', ofZendesk);
	if (failed !== undefined) return <p class="empty">{failed}</p>;
	const tickets = [...(data?.tickets ?? [])].sort((a, b) => b.id - a.id);
	if (tickets.length === 0) return <p class="empty">No tickets yet. A customer’s first text opens one, once n8n runs.</p>;
	const names = new Map((users.data?.users ?? []).map(({ id, name }) => [id, name]));
	const customers = new Set((users.data?.users ?? []).filter(({ role }) => role === 'end-user').map(({ id }) => id));
	const open = tickets.find(({ id }) => id === ticketId.value) ?? tickets.find(({ external_id: link }) => link?.split(':')[1] === encodeURIComponent(customer.value)) ?? tickets[0];
	return (
		<div class="pane">
			<ul class="tickets" aria-label="Tickets, newest first" tabIndex={0}>
				{tickets.slice(0, SHOWN).map((ticket) => (
					<TicketRow key={ticket.id} ticket={ticket} requester={names.get(ticket.requester_id) ?? String(ticket.requester_id)} chosen={ticket.id === open.id} />
				))}
			</ul>
			<TicketView id={open.id} names={names} customers={customers} />
		</div>
	);
}
