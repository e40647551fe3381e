import { linkedCustomer, newPerson, signedRef } from '../lib/messenger.mjs';

export const name = 'messenger-collect';
export const title = 'a person writes through their m.me link: the Braze profile carries the ids, as texts; a forged link gets nobody in';
export const integration = 'braze-messenger';

export async function run(stage) {
	const { expect, waitFor, quiet } = stage;
	const { customer, person } = await linkedCustomer(stage);
	await waitFor(async () => (await person.aliasAttributes())?.messenger_identified_as === customer.externalId, { what: 'the alias to remember whom it stands for' });
	const profile = await customer.profile();
	const { messenger_id: id, messenger_page_id: page, messenger_last_inbound_at: at } = profile.custom_attributes;
	expect.same([id, page], [person.psid, person.pageId], 'messenger_id and messenger_page_id on the profile');
	expect.same([profile.types.messenger_id, profile.types.messenger_page_id], ['string', 'string'], 'their types');
	expect.true(Math.abs(Date.now() - Date.parse(at)) < 60_000, `messenger_last_inbound_at is now, not ${at}`);

	// Without a link: the alias tells who it is.
	await quiet();
	await person.writes('Me again');
	await waitFor(async () => (await customer.profile()).custom_attributes.messenger_last_inbound_at > at, { what: 'messenger_last_inbound_at to move on with the next message' });
	expect.same((await person.aliasAttributes()).messenger_id, undefined, 'messenger_id on the alias, which would be reached by campaigns too');

	const stranger = await newPerson(stage, { firstName: 'Mallory' });
	const forged = `${customer.externalId}.${'0'.repeat(64)}`;
	await stranger.follows(forged);
	await stranger.writes('It is me, honestly');
	const kept = await waitFor(async () => (await stranger.aliasAttributes())?.messenger_id && stranger.aliasAttributes(), { what: 'the ids of the stranger on their alias' });
	expect.same(kept.messenger_id, stranger.psid, 'messenger_id of the stranger');
	expect.contains(kept.messenger_unmatched, forged, 'messenger_unmatched');
	await stranger.follows(customer.externalId);
	await waitFor(async () => (await stranger.aliasAttributes()).messenger_unmatched.includes('not signed'), { what: 'the unsigned link to be told' });
	await quiet();
	expect.same((await customer.profile()).custom_attributes.messenger_id, person.psid, "the customer's messenger_id after a forged and an unsigned link");

	const other = await stage.newCustomer();
	await stranger.follows(signedRef(other.externalId));
	await waitFor(async () => (await other.profile()).custom_attributes.messenger_id === stranger.psid, { what: 'the good link to bring the ids onto its profile' });
	await quiet();
	const after = await stranger.aliasAttributes();
	expect.same([after.messenger_id, after.messenger_unmatched], [undefined, undefined], 'what the alias gives up');
}
