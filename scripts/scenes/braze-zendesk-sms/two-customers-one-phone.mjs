import { onTicket } from '../../lib/scenes/bothEnds.mjs';
import { brazeApi } from '../../lib/scenes/brazeApi.mjs';
import { linkOf, ticketOf } from '../../lib/scenes/conversation.mjs';

export const name = 'two-customers-one-phone';
export const title = 'two customers who share a phone: each on their own ticket';
export const integration = 'braze-zendesk-sms';

/** Braze takes a text for the profile that it touched last; an update of the profile is how the sandbox is told who holds the phone now. */
async function textsAs(stage, customer, text) {
	// The workflow writes to the profile of whoever wrote last: that would be the later update.
	await stage.quiet(500);
	await brazeApi(stage, '/users/track', { attributes: [{ external_id: customer.externalId, holds_the_phone: true }] });
	await customer.texts(text);
}

export async function run(stage) {
	const { expect, zendesk, waitFor } = stage;
	const one = await stage.newCustomer({ phone: '+12025550990' });
	const other = await stage.newCustomer({ phone: '+12025550990' });
	await textsAs(stage, one, 'SUPPORT');
	const first = await ticketOf(stage, one);
	await textsAs(stage, other, 'SUPPORT');
	const second = await ticketOf(stage, other);
	expect.true(first.id !== second.id, 'two tickets');
	expect.true(first.requester_id !== second.requester_id, 'two requesters');
	await textsAs(stage, one, 'mine');
	await waitFor(async () => (await onTicket(stage, first.id)).fromCustomer.includes('mine'), { what: 'the text on the first ticket' });
	await textsAs(stage, other, 'and mine');
	await waitFor(async () => (await onTicket(stage, second.id)).fromCustomer.includes('and mine'), { what: 'the text on the second ticket' });
	expect.same((await onTicket(stage, first.id)).fromCustomer, ['SUPPORT', 'mine'], 'the first ticket');
	expect.same((await zendesk.tickets(linkOf(other))).length, 1, "the other's tickets");
}
