import type { IDataObject } from 'n8n-workflow';
import { customerId } from '../../shared/conversation/customerKey';
import { parseLink } from '../../shared/conversation/link';
import { explain, z } from '../../shared/schema';
import { decodeEntities } from '../../shared/text/entities';
import { NOT_OURS, parseJson, unreadable, type Read, type Wish } from '../ticketEvent';

const text = z.coerce.string().default('');

const body = z
	.object({
		version: z.string(),
		event: z.enum(['agentReply', 'statusChanged']),
		status: text,
		ticket_id: z.coerce.string().regex(/^\d+$/, 'ticket_id is no id'),
		external_id: text,
		requester_id: text,
		comment_id: text,
		author_id: text,
		current_user_id: text,
		updated_at: text,
	})
	.passthrough();

/** Zendesk's clock in triggers has minutes only; without a readable one the moment of arrival counts. */
function occurredAt(updatedAt: string, now: number): string {
	// Anything else is a date in the requester's language, which would be read as another day.
	const ms = /^\d{4}-\d{2}-\d{2}T/.test(updatedAt) ? Date.parse(updatedAt) : NaN;
	return new Date(Number.isFinite(ms) ? ms : now).toISOString();
}

/** A delivery of a Zendesk trigger of ours as one clean item without words, or the word that it is none of ours. Pure. */
export function readTicketTrigger(raw: string, deliveryId: string, wish: Wish, now = Date.now()): Read {
	const parsed = body.safeParse(parseJson(raw));
	if (!parsed.success) return unreadable(raw, deliveryId, explain(parsed.error));
	const sent = parsed.data;
	const externalId = decodeEntities(sent.external_id);
	const link = parseLink(externalId);
	if (link === undefined || link.channel !== wish.channel || sent.event !== wish.event) return NOT_OURS;
	const status = sent.status.toLowerCase();
	if (sent.event === 'statusChanged' && status !== '' && wish.statuses.length > 0 && !wish.statuses.includes(status)) return NOT_OURS;
	// What the bridge writes is authored by the requester.
	if (sent.event === 'agentReply' && sent.author_id !== '' && sent.author_id === sent.requester_id) return NOT_OURS;
	const isReply = sent.event === 'agentReply';
	return {
		kind: 'event',
		event: {
			event: sent.event,
			ticketId: sent.ticket_id,
			ticketExternalId: externalId,
			customer: { key: link.customer, ...customerId(link.customer), requesterId: sent.requester_id },
			subject: '',
			text: '',
			...(isReply ? { files: [], commentId: sent.comment_id, agent: { id: sent.author_id, name: '' } } : { status, previousStatus: '' }),
			occurredAt: occurredAt(sent.updated_at, now),
			deliveryId,
			// Without a comment's id a repeat is told by its delivery alone: a minute may hold two changes.
			dedupeKey: isReply && sent.comment_id !== '' ? `${sent.ticket_id}:${sent.comment_id}` : deliveryId,
			raw: sent as IDataObject,
		},
	};
}
