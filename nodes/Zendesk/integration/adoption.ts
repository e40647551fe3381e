import { customerKey } from '../../shared/conversation/customerKey';
import { parseLink } from '../../shared/conversation/link';
import type { User } from '../shapes';
import { FIELD_KEY } from './wanted';

/** A ticket as the export of a search gives it. */
export interface OpenTicket {
	id: number;
	status: string;
	external_id?: string | null;
	requester_id: number;
	updated_at: string;
	via?: { channel?: string | null } | null;
}

export type Verdict =
	| { ticket: OpenTicket; action: 'adopt' | 'already'; brazeId: string; customer: string; user: User }
	| { ticket: OpenTicket; action: 'skip'; why: string };

const brazeIdOf = (user: User | undefined): string | undefined => {
	const value = user?.user_fields?.[FIELD_KEY];
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};

/** Newest first, by what was last done to them. */
const byUpdate = (a: OpenTicket, b: OpenTicket): number => b.updated_at.localeCompare(a.updated_at) || b.id - a.id;

/**
 * Which open tickets the bridge may take over. Braze's guide makes tickets through the API; an e-mail ticket of the same customer must not be answered by
 * SMS. A customer has one conversation: the ticket that was touched last. Pure.
 */
export function planAdoption(tickets: OpenTicket[], users: Map<number, User>, channel: string, onlyApi: boolean): Verdict[] {
	const sorted = [...tickets].sort(byUpdate);
	const links = sorted.map(({ external_id: externalId }) => parseLink(externalId));
	const taken = new Set(links.flatMap((link) => (link?.channel === channel ? [link.customer] : [])));
	return sorted.map((ticket, index): Verdict => {
		const link = links[index];
		const user = users.get(ticket.requester_id);
		const brazeId = brazeIdOf(user);
		if (link !== undefined && link.channel === channel && user !== undefined && brazeId !== undefined) return { ticket, action: 'already', brazeId, customer: link.customer, user };
		if (ticket.external_id) return { ticket, action: 'skip', why: 'it has an external ID of something else' };
		if (user === undefined || brazeId === undefined) return { ticket, action: 'skip', why: `its requester has no ${FIELD_KEY}` };
		if (onlyApi && ticket.via?.channel !== 'api') return { ticket, action: 'skip', why: 'it did not come through the API' };
		const customer = customerKey({ identifyBy: 'external_id', userId: brazeId });
		if (taken.has(customer)) return { ticket, action: 'skip', why: 'the customer\'s conversation is on another open ticket' };
		taken.add(customer);
		return { ticket, action: 'adopt', brazeId, customer, user };
	});
}
