import { campaignName } from '../../lib/scenes/brazeSetup.mjs';
import { onTicket, repliesOnPhone, sorted } from '../../lib/scenes/bothEnds.mjs';
import { linkOf, startConversation } from '../../lib/scenes/conversation.mjs';

export const name = 'repeats';
export const title = 'every delivery of both vendors three times, at once and a second apart: one ticket, one comment, one SMS';
export const integration = 'braze-zendesk-sms';

async function threeTimes(stage, repeatEveryMs) {
	const { expect, agent, control, zendesk, waitFor, quiet } = stage;
	await control.fault({ vendor: 'braze', route: 'deliveries', repeat: 3, repeatEveryMs });
	await control.fault({ vendor: 'zendesk', route: 'deliveries', repeat: 3, repeatEveryMs });
	const { customer, ticket } = await startConversation(stage);
	// The same word twice is two messages; the same delivery three times is one.
	await customer.texts('ok');
	await customer.texts('ok');
	await agent.replies(ticket.id, { text: 'Noted.' });
	await agent.replies(ticket.id, { text: 'Noted.' });
	await waitFor(async () => (await repliesOnPhone(customer, campaignName('campaign-agent-reply'))).length >= 2, { what: 'both answers on the phone' });
	await quiet(repeatEveryMs + 1500);
	await control.endFaults();
	const how = repeatEveryMs === 0 ? 'at once' : 'a second apart';
	expect.same((await zendesk.tickets(linkOf(customer))).length, 1, `tickets (${how})`);
	expect.same(sorted((await onTicket(stage, ticket.id)).fromCustomer), ['SUPPORT', 'ok', 'ok'], `the customer's comments (${how})`);
	expect.same(await repliesOnPhone(customer, campaignName('campaign-agent-reply')), ['Noted.', 'Noted.'], `the phone (${how})`);
}

export async function run(stage) {
	await threeTimes(stage, 0);
	await threeTimes(stage, 1000);
}
