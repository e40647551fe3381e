import type { Door } from '../shared/transport/door';
import { FailureError } from '../shared/transport/failure';
import type { Ticket } from './shapes';
import { ticketCalls, ticketIn } from './ticketCalls';

const MOST_TRIES = 5;

/** Sends a change under the stamp of the ticket as it was read, and reads it anew where somebody was faster (409). A lost answer is not repeated. */
export async function safelyUpdated(door: Door, id: number, changes: object, firstStamp?: string): Promise<Ticket> {
	let stamp = firstStamp;
	for (let tries = 1; ; tries++) {
		stamp ??= ticketIn(await door.send(ticketCalls.get(id), 'safe')).updated_at;
		const result = await door.attempt(ticketCalls.update(id, { ...changes, safe_update: true, updated_stamp: stamp }), 'onlyIfNothingHappened');
		if (result.ok) return ticketIn(result.answer);
		if (result.failure.class !== 'conflict' || tries === MOST_TRIES) throw new FailureError(result.failure);
		stamp = undefined;
	}
}
