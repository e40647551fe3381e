/** What several scenes of the SMS ↔ Zendesk loop do alike. */

/** The link as the workflows write it: channel, customer, count of tickets. Ids are percent-encoded. */
export const linkOf = (customer) => `sms:${encodeURIComponent(customer.externalId ?? `braze_id.${customer.id}`)}:1`;

/** The ticket of a customer, waited for. */
export const ticketOf = ({ waitFor, zendesk }, customer) =>
	waitFor(async () => (await zendesk.tickets(linkOf(customer)))[0], { what: `a ticket with external_id ${linkOf(customer)}` });

/** A customer who has asked for help and has a ticket that their profile names. */
export async function startConversation(stage, options) {
	const customer = await stage.newCustomer(options);
	await customer.texts('SUPPORT');
	const ticket = await ticketOf(stage, customer);
	await stage.waitFor(async () => (await customer.profile())?.custom_attributes?.zendesk_ticket === String(ticket.id), {
		what: 'the profile to carry zendesk_ticket',
	});
	return { customer, ticket };
}

/**
 * The comment that holds this text, waited for.
 * @param {(comment: { plain_body: string }) => boolean} isIt
 */
export const commentWhere = ({ waitFor, zendesk }, ticketId, isIt, what) =>
	waitFor(async () => (await zendesk.comments(ticketId)).find(isIt), { what });

/** Waits until so many messages have arrived on the phone, and gives the newest. */
export const receivedAt = async ({ waitFor }, customer, count, what) => {
	const messages = await waitFor(
		async () => {
			const received = await customer.received();
			return received.length >= count && received;
		},
		{ what },
	);
	return messages[count - 1];
};

/** Waits until Zendesk has told n8n of something on this ticket: what follows from it can then be judged. */
export const zendeskTold = ({ waitFor, feed }, mark, type, what) =>
	waitFor(
		() => feed.since(mark).find(({ kind, vendor, request }) => kind === 'delivery' && vendor === 'zendesk' && request?.body.includes(type)),
		{ what },
	);
