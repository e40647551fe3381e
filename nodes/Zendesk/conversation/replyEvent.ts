import type { IDataObject } from 'n8n-workflow';
import { customerId } from '../../shared/conversation/customerKey';
import { htmlToText } from '../../shared/text/htmlToText';
import { filesOfComment, withLinks } from '../files/fileList';
import type { Ticket } from '../shapes';
import type { ReplyComment } from './recentReplies';

/** A reply that was read from the ticket, as the trigger would have given it. */
export function replyEvent(ticket: Ticket, customer: string, reply: ReplyComment & { authorName: string }, appendLinks: boolean): IDataObject {
	const words = reply.html_body ? htmlToText(reply.html_body) : (reply.body ?? '');
	const files = filesOfComment(reply.attachments, reply.html_body);
	return {
		event: 'agentReply',
		ticketId: String(ticket.id),
		ticketExternalId: ticket.external_id ?? '',
		customer: { key: customer, ...customerId(customer), requesterId: String(ticket.requester_id) },
		commentId: String(reply.id),
		text: appendLinks ? withLinks(words, files) : words,
		files: files.map((file) => ({ ...file })),
		agent: { id: String(reply.author_id), name: reply.authorName },
		occurredAt: reply.created_at,
		dedupeKey: `${ticket.id}:${reply.id}`,
	};
}
