import { receivedAt, startConversation } from '../../scripts/lib/scenes/conversation.mjs';

export const name = 'webhook-lifecycle';
export const title = 'publishing registers a webhook in Zendesk, taking a workflow back removes it, and nobody else’s is touched';
export const integration = 'braze-zendesk-sms';

export async function run(stage) {
	const { expect, n8n, rest, world } = stage;
	const webhooks = async () => (await stage.zendesk.webhooks()).map(({ invocations, ...webhook }) => webhook);
	const isOurs = ({ endpoint }) => endpoint.startsWith(n8n.url);
	const before = await webhooks();
	const foreign = before.filter((webhook) => !isOurs(webhook));
	const workflows = world.workflows.filter(({ nodes }) => nodes.some(({ type }) => type.endsWith('.zendeskSupportTrigger')));
	expect.true(foreign.length > 0, 'the account has a webhook of somebody else');
	expect.same(before.filter(isOurs).length, workflows.length, 'the number of our webhooks after publishing');

	for (const { id } of workflows) await rest.deactivate(id);
	expect.same(await webhooks(), foreign, 'the webhooks after taking the workflows back');

	for (const { id } of workflows) await rest.activate(id);
	const again = await webhooks();
	expect.same(again.filter((webhook) => !isOurs(webhook)), foreign, "the others' webhooks after publishing again");
	expect.same(again.filter(isOurs).length, workflows.length, 'the number of our webhooks after publishing again');

	const { customer, ticket } = await startConversation(stage);
	const received = (await customer.received()).length;
	await stage.agent.replies(ticket.id, { text: 'We are back.' });
	await receivedAt(stage, customer, received + 1, 'a reply after publishing again');
}
