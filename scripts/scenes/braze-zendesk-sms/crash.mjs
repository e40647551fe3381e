import { campaignName } from '../../lib/scenes/brazeSetup.mjs';
import { onTicket, repliesOnPhone, sorted } from '../../lib/scenes/bothEnds.mjs';
import { linkOf, startConversation } from '../../lib/scenes/conversation.mjs';
import { reconcile } from '../../lib/scenes/reconcile.mjs';

export const name = 'crash';
export const title = 'n8n is killed while ten conversations run: after a restart and one reconcile all is there, once';
export const integration = 'braze-zendesk-sms';

const CONVERSATIONS = 10;

/** The pretended Zendesk takes this long, ms, for each call: long enough for n8n to be killed in the middle of all of them. */
const SLOW_MS = 4000;

export async function run(stage) {
	const { expect, agent, control, n8n, rest, world, zendesk, waitFor, quiet } = stage;
	const campaign = campaignName('campaign-agent-reply');
	const conversations = await Promise.all(Array.from({ length: CONVERSATIONS }, () => startConversation(stage)));
	await control.fault({ vendor: 'zendesk', route: '*', delayMs: SLOW_MS });
	// Both sides write; n8n dies when it has taken the customers' texts and is at work on them.
	const writing = conversations.flatMap(({ customer, ticket }, index) => [customer.texts(`question ${index}`), agent.replies(ticket.id, { text: `answer ${index}` })]);
	const underWay = async () => (await rest.executions({ status: ['running'], limit: 50 })).filter(({ workflowId }) => workflowId === 'brazeZendeskSms1').length;
	await waitFor(async () => (await underWay()) >= CONVERSATIONS, { what: `${CONVERSATIONS} texts to be under way in n8n` });
	await n8n.crash();
	await control.endFaults();
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
