import { onTicket } from '../../lib/scenes/bothEnds.mjs';
import { linkOf, receivedAt, startConversation } from '../../lib/scenes/conversation.mjs';

export const name = 'zendesk-token-revoked';
export const title = "Zendesk's tokens are revoked while a text is under way: n8n signs in anew, and nothing is lost or doubled";
export const integration = 'braze-zendesk-sms';

/** Each call takes this long, ms: time to revoke between two of them. */
const SLOW_MS = 800;

export async function run(stage) {
	const { expect, agent, control, feed, rest, waitFor, quiet, zendesk } = stage;
	const { customer, ticket } = await startConversation(stage);
	await quiet();
	const failedBefore = (await rest.executions({ status: ['error', 'crashed'] })).length;
	const mark = feed.mark;
	await control.fault({ vendor: 'zendesk', route: '*', delayMs: SLOW_MS });
	await customer.texts('Is anybody there?');
	await waitFor(() => feed.since(mark).some(({ vendor, kind, response }) => vendor === 'zendesk' && kind === 'request' && response?.status === 200), { what: 'the first answer of Zendesk' });
	const { revoked } = await control.call('POST', '/zendesk/oauth/revoke', {});
	expect.true(revoked > 0, 'there were tokens to revoke');
	await waitFor(async () => (await onTicket(stage, ticket.id)).fromCustomer.includes('Is anybody there?'), { what: 'the text on the ticket', timeoutMs: 60_000 });
	await quiet();
	await control.endFaults();
	const refused = feed.since(mark).filter(({ vendor, kind, response }) => vendor === 'zendesk' && kind === 'request' && response?.status === 401);
	expect.true(refused.length > 0, 'a call was refused with the old token');

	await control.call('POST', '/zendesk/oauth/revoke', {});
	const before = (await customer.received()).length;
	await agent.replies(ticket.id, { text: 'Yes, I am.' });
	await receivedAt(stage, customer, before + 1, "the agent's reply on the phone");
	await quiet();
	expect.same((await onTicket(stage, ticket.id)).fromCustomer, ['SUPPORT', 'Is anybody there?'], "the customer's comments");
	expect.same((await zendesk.tickets(linkOf(customer))).length, 1, 'tickets');
	expect.same((await customer.received()).length, before + 1, 'messages on the phone');
	expect.same((await rest.executions({ status: ['error', 'crashed'] })).length, failedBefore, 'failed executions');
}
