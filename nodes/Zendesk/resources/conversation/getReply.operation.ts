import type { IDataObject } from 'n8n-workflow';
import { parseLink } from '../../../shared/conversation/link';
import { field, storyOperation } from '../../../shared/operation';
import { FailureError } from '../../../shared/transport/failure';
import { NAME } from '../../api';
import { appendLinksField } from '../../conversation/linksField';
import { staffReplies } from '../../conversation/recentReplies';
import { replyEvent } from '../../conversation/replyEvent';
import { findTicket } from '../../ticketCalls';
import { ticketIdField } from '../ticket/ticketFields';

const fields = {
	ticketId: ticketIdField,
	commentId: field.optionalNumericId({ displayName: 'Comment ID', description: 'The agent\'s reply; without it the newest public one' }),
	appendLinks: appendLinksField,
};

/** A Zendesk trigger names a reply by ids alone, and an event may leave its files out: here are its words and files. */
export const getReply = storyOperation({
	name: 'Get Reply',
	action: 'Get the reply of an agent',
	description: 'Read an agent\'s public reply with its text and files, as the trigger gives it for event subscriptions. Nothing comes out where the comment is not a public one of staff.',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/#list-comments',
	calls: ['GET /api/v2/tickets/{ticket_id}', 'GET /api/v2/tickets/{ticket_id}/comments'],
	fields,
	retry: 'safe',
	async story({ ticketId, commentId, appendLinks }, door): Promise<IDataObject[]> {
		const ticket = await findTicket(door, ticketId);
		if (ticket === undefined) throw new FailureError({ class: 'notFound', vendor: NAME, message: `There is no ticket ${ticketId}`, fix: 'Check the Ticket ID; a deleted ticket is not found either.' });
		const link = parseLink(ticket.external_id);
		if (link === undefined) return [];
		const replies = (await staffReplies(door, ticketId)).filter(({ author_id: author }) => author !== ticket.requester_id);
		const wanted = commentId === undefined ? replies.slice(0, 1) : replies.filter(({ id }) => id === commentId);
		return wanted.map((reply) => replyEvent(ticket, link.customer, reply, appendLinks));
	},
});
