import type { Door } from '../../shared/transport/door';
import { cursorShape } from '../shapes';
import { auditsIn, ticketCalls } from '../ticketCalls';

/** Under this name the delivery's id stands in the audit of each comment of ours. */
export const DELIVERY_ID = 'deliveryId';

/** Braze repeats a webhook within 30 minutes, or a day for an unreachable host; older audits cannot hold a repeat. */
const REPEATS_WITHIN_MS = 25 * 60 * 60 * 1000;

/** Whether the ticket already holds this delivery; audits are read newest first. */
export async function deliveredBefore(door: Door, ticketId: number, deliveryId: string): Promise<boolean> {
	const oldest = Date.now() - REPEATS_WITHIN_MS;
	for (let after: string | undefined, more = true; more; ) {
		const answer = await door.send(ticketCalls.audits(ticketId, after), 'safe');
		const audits = auditsIn(answer);
		if (audits.some(({ metadata }) => metadata?.custom?.[DELIVERY_ID] === deliveryId)) return true;
		const cursor = cursorShape.safeParse(answer.body);
		after = cursor.success ? (cursor.data.meta.after_cursor ?? undefined) : undefined;
		more = cursor.success && cursor.data.meta.has_more && after !== undefined && !audits.some(({ created_at }) => Date.parse(created_at) < oldest);
	}
	return false;
}
