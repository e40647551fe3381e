import { brazeSetup } from '../../lib/scenes/brazeSetup.mjs';
import { receivedAt, startConversation } from '../../lib/scenes/conversation.mjs';

export const name = 'solved';
export const title = 'the agent solves the ticket: a closing SMS, and the profile knows';
export const integration = 'braze-zendesk-sms';

export async function run(stage) {
	const { expect, agent, zendesk } = stage;
	const { customer, ticket } = await startConversation(stage);
	const before = (await customer.received()).length;
	await agent.sets(ticket.id, 'solved');
	const closing = await receivedAt(stage, customer, before + 1, 'the closing SMS');
	const campaign = brazeSetup().campaigns.find(({ sandboxId }) => sandboxId === 'campaign-ticket-solved');
	expect.same(closing.by, campaign.name, 'the campaign that sent it');
	await stage.waitFor(async () => (await customer.profile()).custom_attributes.zendesk_ticket_open === false, { what: 'zendesk_ticket_open to be false', timeoutMs: 10_000 });
	await stage.quiet();
	expect.same((await customer.received()).length, before + 1, 'the number of messages on the phone');
	expect.same((await zendesk.ticket(ticket.id)).status, 'solved', "the ticket's status");
}
