import type { IDataObject } from 'n8n-workflow';
import { parseLink } from '../../../shared/conversation/link';
import { field, storyOperation, type InputOf } from '../../../shared/operation';
import type { Door } from '../../../shared/transport/door';
import { appendLinksField } from '../../conversation/linksField';
import { publicCommentsSince, staffReplies } from '../../conversation/recentReplies';
import { replyEvent } from '../../conversation/replyEvent';
import { findTicket } from '../../ticketCalls';

const fields = {
	channel: field.requiredId({ displayName: 'Channel', description: 'Only tickets whose external ID begins with this channel count', initial: 'sms' }),
	lookBackMinutes: field.wholeNumber({ displayName: 'Look Back (Minutes)', description: 'How far back to look. Zendesk leaves out the last minute; longer than the pause between two runs is right.', initial: 60, min: 2, max: 43_200 }),
	appendLinks: appendLinksField,
};

async function repliesOn(door: Door, ticketId: number, ids: Set<number>, { channel, appendLinks }: InputOf<typeof fields>): Promise<IDataObject[]> {
	const ticket = await findTicket(door, ticketId);
	const link = parseLink(ticket?.external_id);
	if (ticket === undefined || link === undefined || link.channel !== channel) return [];
	const replies = await staffReplies(door, ticketId);
	// The requester's own words are the customer's, even where a colleague plays the customer.
	return replies.filter((reply) => ids.has(reply.id) && reply.author_id !== ticket.requester_id).map((reply) => replyEvent(ticket, link.customer, reply, appendLinks));
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
	calls: ['GET /api/v2/incremental/ticket_events', 'GET /api/v2/tickets/{ticket_id}', 'GET /api/v2/tickets/{ticket_id}/comments'],
	fields,
	retry: 'safe',
	async story(input, door) {
		const since = Math.floor(Date.now() / 1000) - input.lookBackMinutes * 60;
		const replies: IDataObject[] = [];
		for (const [ticketId, ids] of await publicCommentsSince(door, since)) replies.push(...(await repliesOn(door, ticketId, ids, input)));
		return replies.sort((a, b) => String(a.occurredAt).localeCompare(String(b.occurredAt)) || Number(a.commentId) - Number(b.commentId));
	},
});
