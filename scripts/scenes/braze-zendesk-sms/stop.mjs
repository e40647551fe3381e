import { campaignName } from '../../lib/scenes/brazeSetup.mjs';
import { onTicket, repliesOnPhone } from '../../lib/scenes/bothEnds.mjs';
import { startConversation } from '../../lib/scenes/conversation.mjs';

export const name = 'stop';
export const title = 'the customer texts STOP: answers are not sent, and a note on the ticket says so; after START they are';
export const integration = 'braze-zendesk-sms';

export async function run(stage) {
	const { expect, agent, waitFor, quiet } = stage;
	const replies = () => repliesOnPhone(customer, campaignName('campaign-agent-reply'));
	const { customer, ticket } = await startConversation(stage);
	await customer.texts('STOP');
	await agent.replies(ticket.id, { text: 'Are you still there?' });
	const [note] = await waitFor(
		async () => {
			const { notes } = await onTicket(stage, ticket.id);
			return notes.length > 0 && notes;
		},
		{ what: 'an internal note on the ticket' },
	);
	expect.contains(note, 'STOP', 'the note');
	await quiet();
	expect.same(await replies(), [], 'replies on the phone after STOP');
	expect.same((await onTicket(stage, ticket.id)).fromCustomer, ['SUPPORT'], 'the opt-out word is for Braze, not for the agent');

	await customer.texts('START');
	await agent.replies(ticket.id, { text: 'Welcome back.' });
	await waitFor(async () => (await replies()).length > 0, { what: 'the answer after START' });
	await quiet();
	expect.same(await replies(), ['Welcome back.'], 'replies on the phone after START');
	expect.same((await onTicket(stage, ticket.id)).notes.length, 1, 'notes on the ticket');
}
