import type { IDataObject } from 'n8n-workflow';
import { customerId } from '../../../shared/conversation/customerKey';
import { parseLink } from '../../../shared/conversation/link';
import { field, storyOperation } from '../../../shared/operation';
import { htmlToText } from '../../../shared/text/htmlToText';
import type { Door } from '../../../shared/transport/door';
import { publicCommentsSince, staffReplies, type ReplyComment } from '../../conversation/recentReplies';
import type { Ticket } from '../../shapes';
import { findTicket } from '../../ticketCalls';

const fields = {
	channel: field.requiredId({ displayName: 'Channel', description: 'Only tickets whose external ID begins with this channel count', initial: 'sms' }),
	lookBackMinutes: field.wholeNumber({ displayName: 'Look Back (Minutes)', description: 'How far back to look. Zendesk leaves out the last minute; longer than the pause between two runs is right.', initial: 60, min: 2, max: 43_200 }),
};

const asEvent = (ticket: Ticket, customer: string, reply: ReplyComment & { authorName: string }): IDataObject => ({
	event: 'agentReply',
	ticketId: String(ticket.id),
	ticketExternalId: ticket.external_id ?? '',
	customer: { key: customer, ...customerId(customer), requesterId: String(ticket.requester_id) },
	commentId: String(reply.id),
	text: reply.html_body ? htmlToText(reply.html_body) : (reply.body ?? ''),
	agent: { id: String(reply.author_id), name: reply.authorName },
	occurredAt: reply.created_at,
	dedupeKey: `${ticket.id}:${reply.id}`,
});

async function repliesOn(door: Door, ticketId: number, ids: Set<number>, channel: string): Promise<IDataObject[]> {
	const ticket = await findTicket(door, ticketId);
	const link = parseLink(ticket?.external_id);
	if (ticket === undefined || link === undefined || link.channel !== channel) return [];
	const replies = await staffReplies(door, ticketId);
	// The requester's own words are the customer's, even where a colleague plays the customer.
	return replies.filter((reply) => ids.has(reply.id) && reply.author_id !== ticket.requester_id).map((reply) => asEvent(ticket, link.customer, reply));
}

/**
 * Zendesk's own delivery log proves nothing (a 200 may have been answered by an n8n that died right after), so the replies themselves are read again.
 * Which of them are missing only the other side knows: put Braze's "Send Once" behind this, which skips what the profile's marker holds.
 */
export const missedReplies = storyOperation({
	name: 'Missed Replies',
	action: 'List the agents replies that may have been missed',
	description: 'Agents\' public replies of the last minutes on the tickets of a channel, oldest first, each as the trigger would have given it. A send-once step behind it skips those that arrived.',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/ticket-management/incremental_exports/',
	fields,
	retry: 'safe',
	async story({ channel, lookBackMinutes }, door) {
		const since = Math.floor(Date.now() / 1000) - lookBackMinutes * 60;
		const replies: IDataObject[] = [];
		for (const [ticketId, ids] of await publicCommentsSince(door, since)) replies.push(...(await repliesOn(door, ticketId, ids, channel)));
		return replies.sort((a, b) => String(a.occurredAt).localeCompare(String(b.occurredAt)) || Number(a.commentId) - Number(b.commentId));
	},
});
