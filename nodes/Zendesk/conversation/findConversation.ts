import { formatLink, parseLink, type Link } from '../../shared/conversation/link';
import type { Door } from '../../shared/transport/door';
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
	while (ticket !== undefined && isOver(ticket, wanted.whenSolved)) {
		followUpOf = ticket;
		nextExternalId = linkTo(String(ticket.id));
		ticket = await findTicketByExternalId(door, nextExternalId);
	}
	return { ticket, nextExternalId, followUpOf: followUpOf?.status === 'closed' ? followUpOf : undefined };
}
