import { autoReply } from '../../lib/scenes/brazeSetup.mjs';
import { linkOf, ticketOf } from '../../lib/scenes/conversation.mjs';

export const name = 'first-text';
export const title = 'a customer texts SUPPORT and gets a ticket';
export const integration = 'braze-zendesk-sms';

export async function run(stage) {
	const { expect, zendesk } = stage;
	const customer = await stage.newCustomer();
	await customer.texts('SUPPORT');

	const found = await ticketOf(stage, customer);
	const profile = await stage.waitFor(async () => {
		const now = await customer.profile();
		return now?.custom_attributes?.zendesk_ticket !== undefined && now;
	}, { what: 'the profile to carry zendesk_ticket', timeoutMs: 10_000 });
	expect.same(profile.custom_attributes.zendesk_ticket, String(found.id), 'zendesk_ticket on the profile');
	expect.same(profile.custom_attributes.zendesk_ticket_open, true, 'zendesk_ticket_open on the profile');

	await stage.quiet();
	const tickets = await zendesk.tickets(linkOf(customer));
	expect.same(tickets.length, 1, 'the number of tickets');
	const requester = await zendesk.user(tickets[0].requester_id);
	expect.same(requester.user_fields.braze_external_id, customer.externalId, "the requester's braze_external_id");
	expect.same(requester.role, 'end-user', "the requester's role");
	const comments = await zendesk.comments(found.id);
	expect.same(comments.length, 1, 'the number of comments');
	expect.same(comments[0].author_id, requester.id, "the first comment's author");
	expect.same((await customer.received()).map(({ text }) => text), [autoReply('SUPPORT')], 'what arrived on the phone');
	return `ticket ${found.id}`;
}
