import { onTicket, sorted } from '../../lib/scenes/bothEnds.mjs';
import { linkOf, ticketOf } from '../../lib/scenes/conversation.mjs';

export const name = 'race';
export const title = 'two and ten first texts of one customer at once: one ticket with all of them';
export const integration = 'braze-zendesk-sms';

/** Making a ticket takes this long, ms, so that each text looks for one before any other has made it. */
const SLOW_MS = 500;

async function firstTextsAtOnce(stage, count) {
	const { expect, control, zendesk, waitFor, quiet } = stage;
	await control.fault({ vendor: 'zendesk', route: 'POST /api/v2/tickets', delayMs: SLOW_MS });
	const customer = await stage.newCustomer();
	const texts = ['SUPPORT', ...Array.from({ length: count - 1 }, (_, index) => `line ${index + 1} of ${count - 1}`)];
	await Promise.all(texts.map((text) => customer.texts(text)));
	const ticket = await ticketOf(stage, customer);
	await waitFor(async () => (await onTicket(stage, ticket.id)).fromCustomer.length >= count, { what: `all ${count} texts on the ticket`, timeoutMs: 60_000 });
	await quiet();
	await control.endFaults();
	expect.same((await zendesk.tickets(linkOf(customer))).length, 1, `tickets of ${count} texts at once`);
	expect.same(sorted((await onTicket(stage, ticket.id)).fromCustomer), sorted(texts), 'the texts on it');
}

export async function run(stage) {
	await firstTextsAtOnce(stage, 2);
	await firstTextsAtOnce(stage, 10);
}
