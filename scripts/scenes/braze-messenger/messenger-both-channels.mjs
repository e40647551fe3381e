import { onTicket } from '../../lib/scenes/bothEnds.mjs';
import { receivedAt, startConversation } from '../../lib/scenes/conversation.mjs';
import { newPerson, signedRef, ticketOf } from '../../lib/scenes/messenger.mjs';

export const name = 'messenger-both-channels';
export const title = 'a customer writes by SMS and in Messenger: two tickets of one person, each answered only where it began';
export const integration = 'braze-messenger';

export async function run(stage) {
	const { expect, agent, waitFor, quiet } = stage;
	const { customer, ticket: bySms } = await startConversation(stage);
	const person = await newPerson(stage);
	await person.follows(signedRef(customer.externalId));
	await person.writes('Me again, in Messenger');
	const inMessenger = await ticketOf(stage, person);
	expect.true(bySms.id !== inMessenger.id, 'two tickets');
	expect.same(inMessenger.requester_id, bySms.requester_id, 'the requester of both');
	await waitFor(async () => (await person.aliasAttributes())?.messenger_last_inbound_at, { what: 'the profile to know when they wrote' });

	const soFar = (await customer.received()).length;
	await agent.replies(inMessenger.id, { text: 'Here is the picture guide.' });
	await waitFor(async () => (await person.received()).length > 0, { what: 'the answer in the chat' });
	await agent.replies(bySms.id, { text: 'Your parcel is here.' });
	const { text } = await receivedAt(stage, customer, soFar + 1, 'the answer on the phone');
	expect.contains(text, 'Your parcel is here.', 'the SMS');
	await quiet(2500);
	expect.same((await person.received()).map(({ text: words }) => words), ['Here is the picture guide.'], 'the chat');
	expect.same((await customer.received()).length, soFar + 1, 'messages on the phone');

	await customer.texts('And by SMS again');
	await waitFor(async () => (await onTicket(stage, bySms.id)).fromCustomer.includes('And by SMS again'), { what: 'the SMS on its ticket' });
	await quiet();
	expect.same((await onTicket(stage, inMessenger.id)).fromCustomer, ['Me again, in Messenger'], "the customer's comments on the Messenger ticket");
}
