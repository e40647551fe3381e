import { campaignName } from '../lib/brazeSetup.mjs';
import { onTicket, repliesOnPhone, sorted } from '../lib/bothEnds.mjs';
import { linkOf, startConversation } from '../lib/conversation.mjs';
import { reconcile } from '../lib/reconcile.mjs';

export const name = 'crash';
export const title = 'n8n is killed while ten conversations run: after a restart and one reconcile all is there, once';
export const integration = 'braze-zendesk-sms';

const CONVERSATIONS = 10;

export async function run(stage) {
	const { expect, agent, n8n, world, zendesk, feed, waitFor, quiet } = stage;
	const campaign = campaignName('campaign-agent-reply');
	const conversations = await Promise.all(Array.from({ length: CONVERSATIONS }, () => startConversation(stage)));
	const mark = feed.mark;
	// Both sides write; n8n dies as soon as it has begun to work on it.
	const writing = conversations.flatMap(({ customer, ticket }, index) => [customer.texts(`question ${index}`), agent.replies(ticket.id, { text: `answer ${index}` })]);
	await waitFor(() => feed.since(mark).some(({ kind, executionId }) => kind === 'request' && executionId), { what: 'n8n to be at work' });
	await n8n.crash();
	await Promise.all(writing);
	stage.say('n8n was killed; it is started again');
	await n8n.start();
	await waitFor(() => n8n.webhookActive(world.brazeWebhookPath), { what: 'the Braze webhook to be active again', timeoutMs: 90_000 });

	for (const [index, { customer, ticket }] of conversations.entries()) {
		await waitFor(async () => (await onTicket(stage, ticket.id)).fromCustomer.includes(`question ${index}`), { what: `question ${index} of ${customer.id} on its ticket`, timeoutMs: 90_000 });
	}
	await quiet();
	await reconcile(stage);
	for (const [index, { customer, ticket }] of conversations.entries()) {
		await waitFor(async () => (await repliesOnPhone(customer, campaign)).length > 0, { what: `answer ${index} on the phone of ${customer.id}`, timeoutMs: 60_000 });
	}
	await quiet();
	for (const [index, { customer, ticket }] of conversations.entries()) {
		expect.same((await zendesk.tickets(linkOf(customer))).length, 1, `tickets of ${customer.id}`);
		expect.same(sorted((await onTicket(stage, ticket.id)).fromCustomer), ['SUPPORT', `question ${index}`], `the customer's comments on ticket ${ticket.id}`);
		expect.same(await repliesOnPhone(customer, campaign), [`answer ${index}`], `the phone of ${customer.id}`);
	}
}
