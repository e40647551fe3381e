import { onTicket } from '../../lib/scenes/bothEnds.mjs';
import { grow, newPerson, ticketOf } from '../../lib/scenes/messenger.mjs';

export const name = 'messenger-two-way';
export const title = 'a person writes in Messenger, an agent answers in Zendesk: in time, as Human Agent after a day, and not after a week';
export const integration = 'braze-messenger';

export async function run(stage) {
	const { expect, agent, zendesk, feed, waitFor, quiet } = stage;
	const person = await newPerson(stage);
	const mark = feed.mark;
	await person.writes('Where is my parcel? Grüße 🎈');
	const ticket = await ticketOf(stage, person);
	expect.same((await zendesk.user(ticket.requester_id)).name, 'Mira Okafor', "the requester's name");
	await waitFor(async () => (await person.aliasAttributes())?.messenger_last_inbound_at, { what: 'the alias profile' });

	const answers = async (text, count) => {
		await agent.replies(ticket.id, { text });
		return (await waitFor(
			async () => {
				const received = await person.received();
				return received.length >= count && received;
			},
			{ what: `“${text}” in the chat` },
		))[count - 1];
	};
	const first = await answers('It arrives tomorrow.', 1);
	expect.same([first.text, first.messagingType], ['It arrives tomorrow.', 'RESPONSE'], 'the first answer');
	await waitFor(() => feed.since(mark).some(({ vendor, kind, request }) => vendor === 'messenger' && kind === 'delivery' && request?.body.includes('is_echo')), { what: 'Meta to send the echo of our own message' });
	await quiet();
	expect.same((await onTicket(stage, ticket.id)).fromCustomer, ['Where is my parcel? Grüße 🎈'], "the person's comments");
	expect.same((await zendesk.comments(ticket.id)).length, 2, 'comments on the ticket, the echo making none');

	await grow(stage, 25, person);
	const late = await answers('Did it arrive?', 2);
	expect.same([late.text, late.messagingType, late.tag], ['Did it arrive?', 'MESSAGE_TAG', 'HUMAN_AGENT'], 'the answer after 25 hours');

	await grow(stage, 7 * 24, person);
	await agent.replies(ticket.id, { text: 'Anything else?' });
	const [note] = await waitFor(
		async () => {
			const { notes } = await onTicket(stage, ticket.id);
			return notes.length > 0 && notes;
		},
		{ what: 'a note on the ticket after eight days' },
	);
	expect.contains(note, 'was not sent', 'the note');
	await quiet();
	expect.same((await person.received()).length, 2, 'messages in the chat');
	expect.same((await zendesk.tickets(person.link)).length, 1, 'tickets');
}
