import { campaignName } from '../../lib/scenes/brazeSetup.mjs';
import { onTicket, repliesOnPhone } from '../../lib/scenes/bothEnds.mjs';
import { startConversation } from '../../lib/scenes/conversation.mjs';

export const name = 'follow-up';
export const title = 'after the ticket is closed the customer writes again: a linked follow-up, answered on the phone';
export const integration = 'braze-zendesk-sms';

export async function run(stage) {
	const { expect, agent, zendesk, waitFor } = stage;
	const { customer, ticket } = await startConversation(stage);
	await agent.sets(ticket.id, 'closed');
	await customer.texts('It broke again');
	const link = ticket.external_id.replace(/:1$/, `:${ticket.id}`);
	const next = await waitFor(async () => (await zendesk.tickets(link))[0], { what: `a follow-up with external_id ${link}` });
	expect.same(next.via?.source?.from?.ticket_id ?? next.via_followup_source_id, ticket.id, 'the ticket that it follows');
	expect.same((await onTicket(stage, next.id)).fromCustomer, ['It broke again'], "the customer's words on the follow-up");
	expect.same((await onTicket(stage, ticket.id)).fromCustomer, ['SUPPORT'], 'the closed ticket');
	await waitFor(async () => (await customer.profile()).custom_attributes.zendesk_ticket === String(next.id), { what: 'the profile to name the follow-up' });

	await customer.texts('Hello?');
	await waitFor(async () => (await onTicket(stage, next.id)).fromCustomer.length === 2, { what: 'the next text on the follow-up' });
	await agent.replies(next.id, { text: 'A new one is on its way.' });
	await waitFor(async () => (await repliesOnPhone(customer, campaignName('campaign-agent-reply'))).length === 1, { what: "the agent's answer on the phone" });
	expect.same(await repliesOnPhone(customer, campaignName('campaign-agent-reply')), ['A new one is on its way.'], 'the phone');
}
