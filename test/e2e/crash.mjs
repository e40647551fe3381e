import { commentWhere, linkOf, ticketOf } from '../../scripts/lib/conversation.mjs';

export const name = 'crash';
export const title = 'n8n is killed in the middle of a message: after a restart nothing is lost and nothing doubled';
export const integration = 'braze-zendesk-sms';

/** The pretended Zendesk takes this long, ms, to make the ticket: long enough to be killed in the middle. */
const SLOW_MS = 3000;

export async function run(stage) {
	const { expect, control, n8n, world, zendesk, feed } = stage;
	const webhookPath = world.brazeWebhookUrl.split('/webhook/')[1];
	const customer = await stage.newCustomer();
	await control.fault({ vendor: 'zendesk', route: 'POST /api/v2/tickets', delayMs: SLOW_MS, times: 1 });
	const mark = feed.mark;
	await customer.texts('SUPPORT');
	await stage.waitFor(async () => (await stage.rest.executions({ status: ['running'], limit: 1 })).length > 0, { what: 'an execution to be under way' });
	await n8n.crash();
	stage.say('n8n is killed; a second text comes while it is down');
	await customer.texts('Are you there?');
	await n8n.start();
	await stage.waitFor(() => n8n.webhookActive(webhookPath), { what: 'the Braze webhook to be active again' });

	const ticket = await ticketOf(stage, customer);
	await commentWhere(stage, ticket.id, ({ plain_body: body }) => body.includes('Are you there?'), 'the text that came while n8n was down, on the ticket');
	await stage.quiet(5000);
	const retried = feed.since(mark).filter(({ kind, vendor, response }) => kind === 'delivery' && vendor === 'braze' && response?.status === 0);
	expect.true(retried.length >= 2, 'Braze lost its connection to n8n, so that the retries were put to the test');
	expect.same((await zendesk.tickets(linkOf(customer))).map(({ id }) => id), [ticket.id], 'the tickets');
	expect.same((await zendesk.comments(ticket.id)).map(({ plain_body: body }) => body).sort(), ['Are you there?', 'SUPPORT'], 'the comments');
}
