import { receivedAt, startConversation } from '../../lib/scenes/conversation.mjs';
import { webhookOfWorkflow, zendeskApi } from '../../lib/scenes/zendesk.mjs';

export const name = 'zendesk-secret-rotated';
export const title = "the signing secret of n8n's webhook is reset in Zendesk: the next answer arrives all the same, without publishing anew";
export const integration = 'braze-zendesk-sms';

export async function run(stage) {
	const { expect, agent, quiet } = stage;
	const { customer, ticket } = await startConversation(stage);
	const before = (await customer.received()).length;
	await agent.replies(ticket.id, { text: 'Signed with the old secret.' });
	await receivedAt(stage, customer, before + 1, 'the first reply on the phone');

	const { id, secret } = await webhookOfWorkflow(stage, '2-agent-reply-to-sms.json');
	await zendeskApi(stage, 'POST', `/webhooks/${id}/signing_secret`);
	expect.true((await webhookOfWorkflow(stage, '2-agent-reply-to-sms.json')).secret !== secret, 'the secret is another one');
	for (const [index, text] of ['Signed with the new one.', 'And this one, too.'].entries()) {
		await agent.replies(ticket.id, { text });
		expect.contains((await receivedAt(stage, customer, before + 2 + index, `“${text}” on the phone`)).text, text, 'the reply');
	}
	await quiet();
	expect.same((await customer.received()).length, before + 3, 'messages on the phone');
}
