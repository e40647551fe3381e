import { campaignName } from '../../lib/scenes/brazeSetup.mjs';
import { onTicket, repliesOnPhone, sorted } from '../../lib/scenes/bothEnds.mjs';
import { linkOf, startConversation } from '../../lib/scenes/conversation.mjs';
import { reconcile } from '../../lib/scenes/reconcile.mjs';

export const name = 'reset';
export const title = 'connections cut before and after the vendor acted: nothing doubled, and what is unknown stands on the ticket';
export const integration = 'braze-zendesk-sms';

const cut = (vendor, route, when) => ({ vendor, route, reset: when, times: 1 });

async function customersSide(stage, when) {
	const { expect, control, zendesk, waitFor, quiet } = stage;
	for (const route of ['POST /api/v2/users', 'POST /api/v2/tickets', 'PUT /api/v2/tickets/*']) await control.fault(cut('zendesk', route, when));
	const { customer, ticket } = await startConversation(stage);
	await customer.texts('Is anybody there?');
	await waitFor(async () => (await onTicket(stage, ticket.id)).fromCustomer.includes('Is anybody there?'), { what: 'the second text on the ticket', timeoutMs: 60_000 });
	await quiet();
	await control.endFaults();
	expect.same((await zendesk.tickets(linkOf(customer))).length, 1, `tickets (cut ${when})`);
	expect.same(sorted((await onTicket(stage, ticket.id)).fromCustomer), ['Is anybody there?', 'SUPPORT'], `the customer's comments (cut ${when})`);
	return { customer, ticket };
}

async function agentsSide(stage, when) {
	const { expect, agent, control, waitFor, quiet } = stage;
	const { customer, ticket } = await startConversation(stage);
	const replies = () => repliesOnPhone(customer, campaignName('campaign-agent-reply'));
	await control.fault(cut('braze', 'POST /campaigns/trigger/send', when));
	await agent.replies(ticket.id, { text: 'Here I am.' });
	if (when === 'after') await waitFor(async () => (await replies()).length > 0, { what: 'the answer, whose send was answered into a cut line' });
	else await waitFor(async () => (await onTicket(stage, ticket.id)).notes.length > 0, { what: 'the note of an unknown outcome', timeoutMs: 60_000 });
	await quiet();
	expect.same((await onTicket(stage, ticket.id)).notes.length, when === 'after' ? 0 : 1, `notes (cut ${when})`);
	await reconcile(stage);
	expect.same(await replies(), ['Here I am.'], `the phone after a reconcile (cut ${when})`);
}

export async function run(stage) {
	await customersSide(stage, 'before');
	await customersSide(stage, 'after');
	await agentsSide(stage, 'before');
	await agentsSide(stage, 'after');
}
