import { formatLink, parseLink, type Link } from '../../shared/conversation/link';
import type { Door } from '../../shared/transport/door';
import { FailureError, type Failure } from '../../shared/transport/failure';
import type { Ticket } from '../shapes';
import { findTicket, findTicketByExternalId } from '../ticketCalls';

export interface Wanted {
	channel: string;
	customer: string;
	requesterId: number;
	/** The ticket that the customer's profile names; it may be old, gone, or somebody else's. */
	profileTicketId?: number;
	whenSolved: 'reopen' | 'new';
}

export interface Found {
	/** The ticket that takes the next message; absent: one must be opened. */
	ticket?: Ticket;
	/** The external id of the ticket to open. */
	nextExternalId: string;
	/** The ticket that the new one follows, where it is closed (Zendesk takes only closed ones as a source). */
	followUpOf?: Ticket;
}

const isOver = ({ status }: Ticket, whenSolved: Wanted['whenSolved']): boolean => status === 'closed' || (status === 'solved' && whenSolved === 'new');

/** A ticket of another customer or channel is never written to, whatever the profile says. One without external id may come from a hand-made set-up. */
function belongs(ticket: Ticket, { channel, customer, requesterId }: Wanted): boolean {
	if (!ticket.external_id) return ticket.requester_id === requesterId;
	const link = parseLink(ticket.external_id);
	return link !== undefined && link.channel === channel && link.customer === customer;
}

const circle = ({ id, external_id: externalId }: Ticket): Failure => ({
	class: 'conflict',
	vendor: 'Zendesk Support',
	message: `The customer's closed tickets name each other in a circle (ticket ${id}, external ID "${externalId ?? ''}"), so the last one cannot be told`,
	fix: 'Clear the external ID of the ticket that was not made by this workflow; then send the message again.',
});

async function startOf(door: Door, wanted: Wanted, first: string): Promise<Ticket | undefined> {
	const named = wanted.profileTicketId === undefined ? undefined : await findTicket(door, wanted.profileTicketId);
	return named && belongs(named, wanted) ? named : await findTicketByExternalId(door, first);
}

/** Follows a customer's tickets from the one that is known to the last: each later one carries the id of the one it continues. */
export async function findConversation(door: Door, wanted: Wanted): Promise<Found> {
	const linkTo = (number: string): string => formatLink({ channel: wanted.channel, customer: wanted.customer, number } satisfies Link);
	let nextExternalId = linkTo('1');
	let ticket = await startOf(door, wanted, nextExternalId);
	let followUpOf: Ticket | undefined;
	// External ids are set by people and imports too: tickets that name each other must not be followed in a circle.
	const seen = new Set<number>();
	while (ticket !== undefined && isOver(ticket, wanted.whenSolved) && !seen.has(ticket.id)) {
		seen.add(ticket.id);
		followUpOf = ticket;
		nextExternalId = linkTo(String(ticket.id));
		ticket = await findTicketByExternalId(door, nextExternalId);
	}
	if (ticket !== undefined && isOver(ticket, wanted.whenSolved)) throw new FailureError(circle(ticket));
	return { ticket, nextExternalId, followUpOf: followUpOf?.status === 'closed' ? followUpOf : undefined };
}
