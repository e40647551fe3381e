import type { IDataObject } from 'n8n-workflow';
import { customerId } from '../shared/conversation/customerKey';
import { parseLink } from '../shared/conversation/link';
import { explain, z } from '../shared/schema';
import { htmlToText } from '../shared/text/htmlToText';
import type { FailedIntake, Intake } from '../shared/webhook/intake';
import { filesOfComment, withLinks, type CommentFile } from './files/fileList';

export const COMMENT_ADDED = 'zen:event-type:ticket.comment_added';
export const STATUS_CHANGED = 'zen:event-type:ticket.status_changed';

const idText = z.coerce.string();

/** What all ticket events share. Ids come as texts, statuses in capitals. */
const envelope = z
	.object({
		id: z.string(),
		type: z.string(),
		time: z.string(),
		detail: z.object({ id: idText, external_id: z.string().nullish(), requester_id: idText, status: z.string(), subject: z.string().nullish() }).passthrough(),
		event: z.record(z.unknown()),
	})
	.passthrough();

const commentAdded = z.object({
	comment: z
		.object({
			id: idText,
			body: z.string().nullish(),
			html_body: z.string().nullish(),
			is_public: z.boolean(),
			author: z.object({ id: idText, is_staff: z.boolean(), name: z.string().nullish() }).passthrough(),
			// Not in Zendesk's published example; read where they are there.
			attachments: z.unknown(),
		})
		.passthrough(),
});

const statusChanged = z.object({ current: z.string(), previous: z.string().nullish() });

export interface Wish {
	/** Events of tickets of other channels, and of tickets that are not the bridge's, are not ours. */
	channel: string;
	event: 'agentReply' | 'statusChanged';
	/** Lower case; for status changes. Empty: all. */
	statuses: string[];
	/** Whether the addresses of an agent's files stand below the words. */
	appendLinks?: boolean;
}

export type Read = { kind: 'event'; event: Intake } | { kind: 'not ours' } | { kind: 'unreadable'; failure: FailedIntake };

export const NOT_OURS: Read = { kind: 'not ours' };

export function unreadable(raw: string, deliveryId: string, why: string): Read {
	return {
		kind: 'unreadable',
		failure: {
			event: 'unreadable',
			error: {
				class: 'invalidInput',
				vendor: 'Zendesk Support',
				message: `A signed Zendesk event could not be read: ${why}`,
				fix: 'Zendesk may have changed its event format: look at "raw", and for a newer version of this package.',
			},
			deliveryId,
			raw: raw.slice(0, 10_000),
		},
	};
}

export function parseJson(raw: string): unknown {
	try {
		return JSON.parse(raw);
	} catch {
		return undefined;
	}
}

/** A signed event as one clean item, or the word that it is none of ours. Pure. */
export function readTicketEvent(raw: string, deliveryId: string, wish: Wish): Read {
	const parsed = envelope.safeParse(parseJson(raw));
	if (!parsed.success) return unreadable(raw, deliveryId, explain(parsed.error));
	const sent = parsed.data;
	const link = parseLink(sent.detail.external_id);
	if (link === undefined || link.channel !== wish.channel) return NOT_OURS;
	const common = commonOf(sent, link.customer, deliveryId);
	if (wish.event === 'agentReply') return sent.type === COMMENT_ADDED ? agentReply(raw, sent, common, wish.appendLinks === true) : NOT_OURS;
	return sent.type === STATUS_CHANGED ? statusChange(raw, sent, common, wish.statuses) : NOT_OURS;
}

type Envelope = z.infer<typeof envelope>;
type Common = ReturnType<typeof commonOf>;

function commonOf(sent: Envelope, customer: string, deliveryId: string) {
	return {
		ticketId: sent.detail.id,
		ticketExternalId: sent.detail.external_id ?? '',
		customer: { key: customer, ...customerId(customer), requesterId: sent.detail.requester_id },
		subject: sent.detail.subject ?? '',
		occurredAt: sent.time,
		deliveryId,
		raw: sent as IDataObject,
	};
}

/**
 * Public words of staff. What the bridge itself writes is authored by the requester, so the author is our marker:
 * replies that a colleague's tool or an AI agent posts through the API still reach the customer.
 */
function agentReply(raw: string, sent: Envelope, common: Common, appendLinks: boolean): Read {
	const parsed = commentAdded.safeParse(sent.event);
	if (!parsed.success) return unreadable(raw, common.deliveryId, explain(parsed.error));
	const { comment } = parsed.data;
	if (!comment.is_public || !comment.author.is_staff || comment.author.id === sent.detail.requester_id) return NOT_OURS;
	const words = comment.html_body ? htmlToText(comment.html_body) : (comment.body ?? '');
	const files = filesOfComment(comment.attachments, comment.html_body);
	const event = { ...common, event: 'agentReply', text: appendLinks ? withLinks(words, files) : words, files: asData(files), commentId: comment.id, agent: { id: comment.author.id, name: comment.author.name ?? '' } };
	return { kind: 'event', event: { ...event, dedupeKey: `${common.ticketId}:${comment.id}` } };
}

const asData = (files: CommentFile[]): IDataObject[] => files.map((file) => ({ ...file }));

function statusChange(raw: string, sent: Envelope, common: Common, statuses: string[]): Read {
	const parsed = statusChanged.safeParse(sent.event);
	if (!parsed.success) return unreadable(raw, common.deliveryId, explain(parsed.error));
	const status = parsed.data.current.toLowerCase();
	if (statuses.length > 0 && !statuses.includes(status)) return NOT_OURS;
	const previousStatus = (parsed.data.previous ?? '').toLowerCase();
	const event = { ...common, event: 'statusChanged', text: '', status, previousStatus };
	// The event's own id: a ticket can be solved twice, and both count.
	return { kind: 'event', event: { ...event, dedupeKey: sent.id } };
}
