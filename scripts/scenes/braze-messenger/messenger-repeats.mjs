import { onTicket } from '../../lib/scenes/bothEnds.mjs';
import { newPerson, ticketOf } from '../../lib/scenes/messenger.mjs';

export const name = 'messenger-repeats';
export const title = "every delivery of Meta and Zendesk three times, at once and a second apart: one comment and one answer each";
export const integration = 'braze-messenger';

async function threeTimes(stage, repeatEveryMs) {
	const { expect, agent, control, zendesk, waitFor, quiet } = stage;
	await control.fault({ vendor: 'messenger', route: 'deliveries', repeat: 3, repeatEveryMs });
	await control.fault({ vendor: 'zendesk', route: 'deliveries', repeat: 3, repeatEveryMs });
	const person = await newPerson(stage);
	await person.writes('Hello');
	const ticket = await ticketOf(stage, person);
	// The same word twice is two messages; the same delivery three times is one.
	await person.writes('ok');
	await person.writes('ok');
	await waitFor(async () => (await onTicket(stage, ticket.id)).fromCustomer.length >= 3, { what: 'all three messages on the ticket' });
	await agent.replies(ticket.id, { text: 'Noted.' });
	await agent.replies(ticket.id, { text: 'Noted.' });
	await waitFor(async () => (await person.received()).length >= 2, { what: 'both answers in the chat' });
	await quiet(repeatEveryMs + 1500);
	await control.endFaults();
	const how = repeatEveryMs === 0 ? 'at once' : 'a second apart';
	expect.same((await zendesk.tickets(person.link)).length, 1, `tickets (${how})`);
	expect.same((await onTicket(stage, ticket.id)).fromCustomer, ['Hello', 'ok', 'ok'], `the person's comments (${how})`);
	expect.same((await person.received()).map(({ text }) => text), ['Noted.', 'Noted.'], `the chat (${how})`);
}

export async function run(stage) {
	await threeTimes(stage, 0);
	await threeTimes(stage, 1000);
}
