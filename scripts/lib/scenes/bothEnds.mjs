/** What stands on a ticket, told apart by who wrote it. */

/** @param {ReturnType<typeof import('./stage.mjs').makeStage>} stage */
export async function onTicket({ zendesk }, ticketId) {
	const [ticket, comments] = [await zendesk.ticket(ticketId), await zendesk.comments(ticketId)];
	const texts = (wanted) => comments.filter(wanted).map(({ plain_body: text }) => text);
	return {
		ticket,
		fromCustomer: texts(({ author_id: author }) => author === ticket.requester_id),
		notes: texts(({ public: isPublic }) => !isPublic),
	};
}

/** What agents' replies became on the phone: the campaign's own last lines taken off. */
export async function repliesOnPhone(customer, campaign) {
	return (await customer.received()).filter(({ by }) => by === campaign).map(({ text }) => text.replace(/\n\nReply STOP to opt out\.$/, ''));
}

/** Sorted copies, for comparing what may arrive in any order. */
export const sorted = (texts) => [...texts].sort();
