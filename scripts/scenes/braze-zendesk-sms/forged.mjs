import { brazeHeaders } from '../../lib/scenes/brazeSetup.mjs';
import { linkOf, receivedAt, startConversation, ticketOf } from '../../lib/scenes/conversation.mjs';
import { commentEvent, forgeries, genuine, solvedEvent } from '../../lib/scenes/forge.mjs';
import { zendeskApi } from '../../lib/scenes/zendesk.mjs';

export const name = 'forged';
export const title = 'deliveries that are not what they claim to be are refused with 401, and nothing happens';
export const integration = 'braze-zendesk-sms';

const newestExecution = async ({ rest }) => (await rest.executions({ limit: 1 }))[0]?.id;

/** One after the other, so that a line of the transcript names the one that got through. */
async function mustBeRefused(stage, calls) {
	for (const [what, call] of calls) stage.expect.same(await call(), 401, `the answer to a delivery ${what}`);
}

async function forgedZendesk(stage) {
	const { expect } = stage;
	const { customer, ticket } = await startConversation(stage);
	const before = (await customer.received()).length;
	const webhooks = (await stage.zendesk.webhooks()).filter(({ endpoint }) => endpoint.startsWith(stage.n8n.url));
	const subscribed = (type) => webhooks.filter(({ subscriptions }) => subscriptions.includes(type));
	const forComments = subscribed('zen:event-type:ticket.comment_added');
	const forStatus = subscribed('zen:event-type:ticket.status_changed');
	expect.true(forComments.length > 0 && forStatus.length > 0, `the workflows' webhooks are registered in Zendesk (found ${webhooks.length})`);
	await stage.quiet();
	// A real comment that Zendesk itself does not tell of: what follows is the only word of it.
	const tells = async (status) => {
		for (const { id } of forComments) await zendeskApi(stage, 'PATCH', `/webhooks/${id}`, { webhook: { status } });
	};
	const text = 'Schöne Grüße! Your refund is on its way';
	await tells('inactive');
	const { commentId } = await stage.agent.replies(ticket.id, { text });
	await stage.quiet();
	await tells('active');
	const execution = await newestExecution(stage);

	const comment = commentEvent(ticket, text, commentId);
	const status = { ...solvedEvent(ticket), forged: 'für dich' };
	for (const webhook of forComments) await mustBeRefused(stage, forgeries(webhook, webhook.secret, comment));
	for (const webhook of forStatus) await mustBeRefused(stage, forgeries(webhook, webhook.secret, status));
	await stage.quiet();
	expect.same((await customer.received()).length, before, 'the number of messages on the phone');
	expect.same(await newestExecution(stage), execution, 'the newest n8n execution');

	// The very same comment, signed: it was the signature that made the difference.
	for (const webhook of forComments) expect.same(await genuine(webhook, webhook.secret, comment), 200, 'the answer to the genuine delivery');
	const message = await receivedAt(stage, customer, before + 1, 'the genuine comment on the phone');
	expect.contains(message.text, text, 'the message');
}

async function forgedBraze(stage) {
	const { expect, world } = stage;
	const customer = await stage.newCustomer();
	const { braze_id: brazeId, fields } = await customer.profile();
	const body = JSON.stringify({
		kind: 'first',
		dispatch_id: crypto.randomUUID().replaceAll('-', ''),
		user_id: customer.id,
		braze_id: brazeId,
		phone: fields.phone,
		email: '',
		first_name: 'Mallory',
		last_name: '',
		language: 'en',
		zendesk_ticket: '',
		text: 'SUPPORT',
		media_urls: '',
	});
	const post = async (headers) => {
		const answer = await fetch(world.brazeWebhookUrl, { method: 'POST', headers, body, signal: AbortSignal.timeout(60_000) });
		await answer.text();
		return answer.status;
	};
	const good = brazeHeaders(world.webhookSecret);
	const { Authorization, ...without } = good;
	expect.contains(Authorization, world.webhookSecret, 'the pasted header');
	const execution = await newestExecution(stage);
	await mustBeRefused(stage, [
		['from Braze without a secret', () => post(without)],
		['from Braze with an empty secret', () => post({ ...without, Authorization: 'Bearer ' })],
		['from Braze with a wrong secret', () => post(brazeHeaders('not-the-secret'))],
		['from Braze with the secret and one character more', () => post(brazeHeaders(`${world.webhookSecret}x`))],
		['from Braze with the secret in another case', () => post(brazeHeaders(world.webhookSecret.replace(/[a-z]/i, (letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()))))],
	]);
	await stage.quiet();
	expect.same(await stage.zendesk.tickets(linkOf(customer)), [], "the forged customer's tickets");
	expect.same(await newestExecution(stage), execution, 'the newest n8n execution');

	expect.true((await post(good)) < 300, 'the same post with the secret is taken');
	await ticketOf(stage, customer);
}

export async function run(stage) {
	await forgedZendesk(stage);
	await forgedBraze(stage);
}
