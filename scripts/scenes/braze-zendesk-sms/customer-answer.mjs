import { commentWhere, receivedAt, startConversation } from '../../lib/scenes/conversation.mjs';

export const name = 'customer-answer';
export const title = "the customer's answer becomes a comment, and nothing echoes back";
export const integration = 'braze-zendesk-sms';

export async function run(stage) {
	const { expect, agent, zendesk } = stage;
	const { customer, ticket } = await startConversation(stage);
	const before = (await customer.received()).length;
	await agent.replies(ticket.id, { text: 'Which size do you need?' });
	await receivedAt(stage, customer, before + 1, "the agent's question on the phone");

	const mark = stage.feed.mark;
	await customer.texts('Size 42, please');
	const comment = await commentWhere(stage, ticket.id, ({ plain_body: body }) => body.includes('Size 42'), 'the answer on the ticket');
	expect.same(comment.plain_body, 'Size 42, please', 'the comment');
	expect.same(comment.author_id, ticket.requester_id, "the comment's author");
	await stage.quiet();
	expect.same((await customer.received()).length, before + 1, 'the number of messages on the phone');
	expect.same((await zendesk.comments(ticket.id)).length, 3, 'the number of comments');
	const told = stage.feed.since(mark).filter(({ kind, vendor, request }) => kind === 'delivery' && vendor === 'zendesk' && request?.body.includes('Size 42'));
	expect.true(told.length > 0, 'Zendesk told n8n of the comment, so that the loop guard was put to the test');
}
