import { commentWhere, linkOf, startConversation, ticketOf } from '../../lib/scenes/conversation.mjs';

export const name = 'second-text';
export const title = 'further texts before any agent answered land on the same ticket';
export const integration = 'braze-zendesk-sms';

export async function run(stage) {
	const { expect, zendesk } = stage;
	const { customer, ticket } = await startConversation(stage);
	const text = 'My parcel was due on Monday. Where is it?';
	await customer.texts(text);
	const comment = await commentWhere(stage, ticket.id, ({ plain_body: body }) => body.includes(text), 'the second text on the ticket');
	expect.same(comment.plain_body, text, 'the comment');
	expect.same(comment.author_id, ticket.requester_id, "the comment's author");
	expect.same(comment.public, true, 'public');

	// The next customer does not wait: the profile cannot know of a ticket yet when the second text comes.
	const hasty = await stage.newCustomer();
	await hasty.texts('SUPPORT');
	await hasty.texts('Hello? Anyone there?');
	const hastyTicket = await ticketOf(stage, hasty);
	await commentWhere(stage, hastyTicket.id, ({ plain_body: body }) => body.includes('Anyone there?'), "the hasty customer's second text on the ticket");

	await stage.quiet();
	for (const [who, id] of [[customer, ticket.id], [hasty, hastyTicket.id]]) {
		expect.same((await zendesk.tickets(linkOf(who))).map((one) => one.id), [id], `the tickets of ${who.id}`);
		expect.same((await zendesk.comments(id)).length, 2, `the number of comments of ${who.id}`);
	}
}
