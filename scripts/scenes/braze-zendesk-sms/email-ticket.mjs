import { startConversation, zendeskTold } from '../../lib/scenes/conversation.mjs';

export const name = 'email-ticket';
export const title = "a public answer on the same customer's e-mail ticket is not sent by SMS";
export const integration = 'braze-zendesk-sms';

export async function run(stage) {
	const { expect, agent } = stage;
	const { customer, ticket } = await startConversation(stage);
	const before = (await customer.received()).length;
	const emailTicket = await agent.emailTicket({ requesterId: ticket.requester_id, subject: 'Invoice', text: 'Please send my invoice again.' });
	const mark = stage.feed.mark;
	await agent.replies(emailTicket, { text: 'The invoice is attached to this e-mail.' });
	await zendeskTold(stage, mark, 'The invoice is attached', 'Zendesk to tell n8n of the answer');
	await stage.quiet();
	expect.same((await customer.received()).length, before, 'the number of messages on the phone');
}
