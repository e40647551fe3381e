import { linkedCustomer, newPerson, signedRef, ticketOf } from '../../lib/scenes/messenger.mjs';

export const name = 'messenger-collect';
export const title = 'a person writes through their m.me link: the Braze profile carries the ids, as texts; a forged link gets nobody in, a forwarded one nobody else';
export const integration = 'braze-messenger';

/** The ids arrive as texts, and the person needs no link any more. */
async function known(stage) {
	const { expect, waitFor, quiet } = stage;
	const { customer, person } = await linkedCustomer(stage);
	const profile = await customer.profile();
	const { messenger_id: id, messenger_page_id: page, messenger_last_inbound_at: at } = profile.custom_attributes;
	expect.same([id, page], [person.psid, person.pageId], 'messenger_id and messenger_page_id on the profile');
	expect.same([profile.types.messenger_id, profile.types.messenger_page_id], ['string', 'string'], 'their types');
	expect.true(Math.abs(Date.now() - Date.parse(at)) < 60_000, `messenger_last_inbound_at is now, not ${at}`);
	expect.same(await person.owner(), customer.externalId, 'the user who has the alias');

	await quiet();
	await person.taps('Where is my order?', 'ORDER_STATUS');
	await waitFor(async () => (await customer.profile()).custom_attributes.messenger_last_inbound_at > at, { what: 'messenger_last_inbound_at to move on with a tap' });
	const ticket = await ticketOf(stage, person);
	await waitFor(async () => (await stage.zendesk.comments(ticket.id)).some(({ plain_body: body }) => body === 'Where is my order?'), { what: 'the tapped title on the ticket' });
	return { customer, person };
}

/** Kept with the reason, until a good link comes; then Braze merges the two profiles. */
async function stranger(stage, { customer, person }) {
	const { expect, waitFor, quiet } = stage;
	const mallory = await newPerson(stage, { firstName: 'Mallory' });
	const forged = `${customer.externalId}.${'0'.repeat(64)}`;
	await mallory.follows(forged);
	await mallory.writes('It is me, honestly');
	const kept = await waitFor(async () => (await mallory.aliasAttributes())?.messenger_id && mallory.aliasAttributes(), { what: 'the ids of the stranger on their alias' });
	expect.same(kept.messenger_id, mallory.psid, 'messenger_id of the stranger');
	expect.contains(kept.messenger_unmatched, forged, 'messenger_unmatched');
	await mallory.follows(customer.externalId);
	await waitFor(async () => (await mallory.aliasAttributes()).messenger_unmatched.includes('not signed'), { what: 'the unsigned link to be told' });
	await quiet();
	expect.same(await mallory.owner(), null, 'the user who has the alias of the stranger');
	expect.same((await customer.profile()).custom_attributes.messenger_id, person.psid, "the customer's messenger_id after a forged and an unsigned link");

	const other = await stage.newCustomer();
	await mallory.follows(signedRef(other.externalId));
	await waitFor(async () => (await other.profile()).custom_attributes.messenger_id === mallory.psid, { what: 'the good link to bring the ids onto its profile' });
	await quiet();
	expect.same(await mallory.owner(), other.externalId, 'the user who has the alias after a good link');
	expect.same((await other.profile()).custom_attributes.messenger_unmatched, undefined, 'messenger_unmatched after a good link');
	return mallory;
}

/** A link can be forwarded, and a customer can have two accounts: a chat stays with the one it belongs to. */
async function mixedUp(stage, { customer, person }, other) {
	const { expect, waitFor, quiet } = stage;
	await other.follows(signedRef(customer.externalId));
	const second = await newPerson(stage, { firstName: 'Mira', lastName: 'Second' });
	await second.follows(signedRef(customer.externalId));
	await second.writes('My other account');
	const kept = await waitFor(async () => (await second.aliasAttributes())?.messenger_unmatched && second.aliasAttributes(), { what: 'the second account to be told' });
	expect.contains(kept.messenger_unmatched, 'another Messenger account', 'messenger_unmatched of the second account');
	await quiet();
	expect.same((await customer.profile()).custom_attributes.messenger_id, person.psid, "the customer's messenger_id after a forwarded link and a second account");
	expect.true((await other.owner()) !== customer.externalId, 'whoever follows a forwarded link stays who they are');
}

export async function run(stage) {
	const linked = await known(stage);
	const mallory = await stranger(stage, linked);
	await mixedUp(stage, linked, mallory);
}
