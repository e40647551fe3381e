import { sleep } from 'n8n-workflow';
import type { Door } from '../../shared/transport/door';
import { FailureError } from '../../shared/transport/failure';
import type { Ticket } from '../shapes';
import { findTicket, ticketCalls, ticketIn } from '../ticketCalls';
import { deliveredBefore, DELIVERY_ID } from './deliveredBefore';

/** The words as Zendesk takes them, with the tokens of uploaded files. */
export type Content = ({ body: string } | { html_body: string }) & { uploads?: string[] };

/** What a customer wrote. */
export interface Message {
	/** Asked when the comment is about to be written, and then kept: a repeat that turns out to be one uploads nothing. */
	content: () => Promise<Content>;
	requesterId: number;
	/** Absent for messages without an id of their own: then a repeat cannot be told. */
	deliveryId?: string;
}

/** A comment to be added once. */
export interface Addition {
	comment: () => Promise<object>;
	deliveryId: string | undefined;
	/** Set with the comment. */
	status: 'open' | undefined;
}

export type Appended = { action: 'appended' | 'duplicate'; ticket: Ticket } | { action: 'closed' };

const MOST_TRIES = 8;

/** What a write takes to settle at Zendesk before we look whether it happened, ms. */
const SETTLE_MS = 1000;

/** A customer's answer wakes a waiting ticket; Zendesk does so by itself only for messages that come through its own channels. */
const awake = (status: string): 'open' | undefined => (['pending', 'hold', 'solved'].includes(status) ? 'open' : undefined);

export const metadataOf = (deliveryId: string | undefined): { metadata?: Record<string, string> } =>
	deliveryId === undefined ? {} : { metadata: { [DELIVERY_ID]: deliveryId } };

/** The comment as the customer wrote it: author is the requester, and `public` is said, since Zendesk has no fixed default. */
export const commentOf = async ({ content, requesterId }: Message): Promise<object> => ({ ...(await content()), author_id: requesterId, public: true });

/**
 * Adds a comment to a ticket once. The stamp read before the audits makes Zendesk refuse (409) what would race with somebody else's write;
 * it holds whole seconds only, so two processes that write within one second are not told apart.
 */
export async function appendComment(door: Door, first: Ticket, addition: Addition): Promise<Appended> {
	const { comment, deliveryId, status } = addition;
	let ticket = first;
	for (let tries = 1; ; tries++) {
		if (deliveryId !== undefined && (await deliveredBefore(door, ticket.id, deliveryId))) return { action: tries === 1 ? 'duplicate' : 'appended', ticket };
		const update = { comment: await comment(), ...metadataOf(deliveryId), status, safe_update: true, updated_stamp: ticket.updated_at };
		const result = await door.attempt(ticketCalls.update(ticket.id, update), 'onlyIfNothingHappened');
		if (result.ok) return { action: 'appended', ticket: ticketIn(result.answer) };

		const { failure } = result;
		if (failure.class === 'closed') return { action: 'closed' };
		const mayLookAgain = failure.class === 'conflict' || (failure.class === 'unknownOutcome' && deliveryId !== undefined);
		if (!mayLookAgain || tries === MOST_TRIES) throw new FailureError(failure);
		// The audits tell whether the lost write happened; a stamp of the same second lets it through otherwise.
		if (failure.class === 'unknownOutcome') await sleep(SETTLE_MS);
		const again = await findTicket(door, ticket.id);
		if (again === undefined) throw new FailureError(failure);
		if (again.status === 'closed') return { action: 'closed' };
		ticket = again;
	}
}

/** Adds what a customer wrote, once a delivery. */
export const appendMessage = async (door: Door, ticket: Ticket, message: Message): Promise<Appended> =>
	await appendComment(door, ticket, { comment: async () => await commentOf(message), deliveryId: message.deliveryId, status: awake(ticket.status) });
