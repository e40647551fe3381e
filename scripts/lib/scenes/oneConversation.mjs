import { commentWhere, receivedAt, ticketOf } from './conversation.mjs';

export const name = 'one-conversation';
export const title = 'Ada Lovelace asks by SMS, an agent answers in Zendesk, and the ticket is solved';

/** What `npm start` plays for a newcomer: the whole loop with one of the sandbox's own customers. Not a test of corners; those are the scenes. */
export async function run(stage) {
	const { agent } = stage;
	const ada = stage.customer('cust-42');
	const had = (await ada.received()).length;
	const arrivesAtAgent = async (text) => {
		await ada.texts(text);
		await commentWhere(stage, ticket.id, ({ plain_body: body }) => body === text, `“${text}” on the ticket`);
	};

	await ada.texts('SUPPORT');
	const ticket = await ticketOf(stage, ada);
	await arrivesAtAgent('My parcel was due on Monday. Where is it?');
	await agent.replies(ticket.id, { text: 'Hello Ada,\n\nit left Berlin this morning & arrives tomorrow 🚚' });
	await receivedAt(stage, ada, had + 2, "the agent's answer on the phone");
	await arrivesAtAgent('Wonderful, thank you!');
	await agent.sets(ticket.id, 'solved');
	await receivedAt(stage, ada, had + 3, 'the closing SMS on the phone');
	await stage.quiet();
	return `ticket ${ticket.id}`;
}
