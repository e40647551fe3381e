import { field, storyOperation } from '../../../shared/operation';
import { FailureError } from '../../../shared/transport/failure';
import { commentContent } from '../../commentContent';
import { appendComment } from '../../conversation/appendMessage';
import { failureShape, undeliveredNote } from '../../conversation/undeliveredNote';
import { findTicket } from '../../ticketCalls';
import { ticketIdField } from '../ticket/ticketFields';

const fields = {
	ticketId: ticketIdField,
	commentId: field.requiredId({ displayName: 'Comment ID', description: 'The agent\'s reply that did not get through' }),
	failure: field.jsonObject({ displayName: 'Failure', description: 'What the error output of the sending node carries', initial: '={{ $json.error }}' }),
};

/** Agents live in Zendesk: that is where they learn that their words did not arrive. The same failure of the same reply is noted once. */
export const noteUndelivered = storyOperation({
	name: 'Note Undelivered Reply',
	action: 'Note on the ticket that a reply was not delivered',
	description: 'Add an internal note that says, in one plain sentence, what became of an agent\'s reply and what to do',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#update-ticket',
	calls: ['GET /api/v2/tickets/{ticket_id}', 'GET /api/v2/tickets/{ticket_id}/audits', 'PUT /api/v2/tickets/{ticket_id}'],
	fields,
	retry: 'withKey',
	inTurn: ({ ticketId }) => `note ${ticketId}`,
	async story({ ticketId, commentId, failure }, door) {
		const told = failureShape.safeParse(failure);
		const ticket = await findTicket(door, ticketId);
		if (!told.success || ticket === undefined) {
			throw new FailureError({
				class: 'invalidInput',
				vendor: 'Zendesk Support',
				message: told.success ? `Ticket ID: there is no ticket ${ticketId}` : 'Failure: it needs class, message and fix, as the error output of our nodes carries them',
				fix: 'Connect this node to the error output of the node that sends.',
			});
		}
		const note = undeliveredNote(commentId, told.data);
		const appended = await appendComment(door, ticket, {
			comment: async () => ({ ...commentContent(note), public: false }),
			deliveryId: `undelivered:${commentId}:${told.data.class}`,
			status: undefined,
		});
		if (appended.action === 'closed') {
			throw new FailureError({
				class: 'closed',
				vendor: 'Zendesk Support',
				message: `Ticket ${ticketId} is closed and takes no note. The note would have said: ${note}`,
				fix: 'Tell the agent another way.',
			});
		}
		return { ticketId: String(ticketId), commentId, action: appended.action, note };
	},
});
