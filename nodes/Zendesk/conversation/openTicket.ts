import { createHash } from 'crypto';
import { sleep } from 'n8n-workflow';
import type { Door } from '../../shared/transport/door';
import { FailureError } from '../../shared/transport/failure';
import type { Ticket } from '../shapes';
import { findTicketByExternalId, ticketCalls, ticketIn } from '../ticketCalls';

/** Zendesk takes keys of 255 characters. */
const LONGEST_KEY = 255;

/** How often we look for the ticket of whoever was first, and how long we wait between, ms. */
const LOOKS = 5;
const LOOK_EVERY_MS = 500;

export type Opened = { action: 'created' | 'duplicate'; ticket: Ticket } | { action: 'someoneWasFirst'; ticket: Ticket };

const keyFor = (externalId: string): string => (externalId.length <= LONGEST_KEY ? externalId : createHash('sha256').update(externalId).digest('hex'));

/**
 * Opens a ticket under its external id as idempotency key (Zendesk keeps keys for two hours; before, the external id was looked up).
 * The same body again is a repeat of this very delivery; another body means that another message of the customer was first.
 */
export async function openTicket(door: Door, externalId: string, ticket: object): Promise<Opened> {
	const result = await door.attempt(ticketCalls.create({ ...ticket, external_id: externalId }, keyFor(externalId)), 'withKey');
	if (result.ok) {
		const repeated = result.answer.headers['x-idempotency-lookup'] === 'hit';
		return { action: repeated ? 'duplicate' : 'created', ticket: ticketIn(result.answer) };
	}
	if (result.failure.code !== 'IdempotentRequestError') throw new FailureError(result.failure);
	for (let look = 1; look <= LOOKS; look++) {
		const theirs = await findTicketByExternalId(door, externalId);
		if (theirs) return { action: 'someoneWasFirst', ticket: theirs };
		await sleep(LOOK_EVERY_MS);
	}
	throw new FailureError({
		...result.failure,
		class: 'unavailable',
		message: `Zendesk holds the key "${externalId}" but shows no such ticket: it was deleted within the last two hours, or is still being made`,
		fix: 'Send this message again in a moment; if the ticket was deleted, in two hours.',
	});
}
