import { linkOf } from '../lib/scenes/conversation.mjs';

const TICKET_PATIENCE_MS = 240_000;

/** What two people say to each other, from the texts given or from our own. */
export function linesFor(index, texts) {
	const own = ['Where is my parcel?', 'Still "nothing" here…', 'It is on its way <3', 'Please try C:\\temp & tell me 🙂'];
	const pick = (offset) => (texts ? texts[(index * 3 + offset) % texts.length] : `${own[(index + offset) % own.length]} (${index}.${offset})`);
	return { customer: ['SUPPORT', pick(0), pick(1)], agent: [pick(2)] };
}

/**
 * One conversation as two people have it: neither waits for the other, except that an agent cannot answer before there is a ticket.
 * What was said is returned; whether it arrived is judged at the end.
 */
export async function converse(stage, index, texts) {
	const customer = await stage.newCustomer();
	const lines = linesFor(index, texts);
	for (const text of lines.customer) await customer.texts(text);
	const ticket = await stage
		.waitFor(async () => (await stage.zendesk.tickets(linkOf(customer)))[0], { what: 'a ticket', timeoutMs: TICKET_PATIENCE_MS })
		.catch(() => undefined);
	if (ticket) for (const text of lines.agent) await stage.agent.replies(ticket.id, { text });
	return { customer, ticketId: ticket?.id, lines };
}
