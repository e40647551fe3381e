import { failuresOf, keptStatuses, newName, newPeople, personOf, relayCampaign, withCallbacks } from '../../lib/scenes/clevertap.mjs';
import { sendForm } from '../../lib/scenes/forms.mjs';

export const name = 'clevertap-map';
export const title = 'a CSV gives profiles their SendbirdID and makes the missing users; a status that was kept then finds its person';
export const integration = 'clevertap-sendbird';

async function play(stage) {
	const { expect, control, waitFor, quiet } = stage;
	const { told } = await relayCampaign(stage);
	const people = await newPeople(stage, 2, { mapped: false, atSendbird: false });
	const [ada, grace] = people;
	const nobody = newName('nobody').replaceAll(' ', '-');

	// Sendbird calls Ada by its own id, which nobody here knows yet.
	await control.call('POST', '/sendbird/integrations/clevertap/callbacks', { identity: ada.sendbirdId, eventName: told, status: 'SENT', targetId: 77 });
	await waitFor(async () => (await failuresOf(stage, ada.sendbirdId)).length === 1, { what: 'the status to be kept and told' });
	await quiet();
	expect.same((await ada.events(told)).length, 0, 'events before the mapping');

	const lines = ['Identity,Sendbird ID', ...people.map(({ identity, sendbirdId }) => `${identity},${sendbirdId}`), `${nobody},sb-${nobody}`, `${grace.identity},`];
	await sendForm(stage, 'clevertapSendbird5', [new File([lines.join('\r\n')], 'ids.csv', { type: 'text/csv' }), '', '']);
	await waitFor(async () => (await Promise.all(people.map((one) => one.profile()))).every(({ data }, at) => data.SendbirdID === people[at].sendbirdId), { what: 'SendbirdID on both profiles' });
	for (const { sendbirdId } of people) expect.same((await control.call('GET', `/sendbird/users/${sendbirdId}`)).userId, sendbirdId, 'the user at Sendbird');
	const unknown = await waitFor(async () => (await failuresOf(stage, nobody))[0], { what: 'the identity that CleverTap does not know to be told' });
	expect.same([unknown.kind, unknown.class, unknown.details], ['notMapped', 'notFound', 'Line 3'], 'what is told of it');
	const half = await waitFor(async () => (await failuresOf(stage, grace.identity))[0], { what: 'the line without an id to be told' });
	expect.contains(half.what, 'has no sendbird_id', 'what is told of it');
	await quiet();
	const madeUp = (await control.call('GET', '/clevertap/profiles')).profiles.filter(({ ids }) => ids.some(({ value }) => value === nobody));
	expect.same(madeUp.length, 0, 'profiles that were made up');

	await sendForm(stage, 'clevertapSendbird3', ['the ids are mapped']);
	await waitFor(async () => (await personOf(stage, ada.identity).events(told)).length === 1, { what: 'the kept status on the profile' });
	await quiet();
	const rows = await keptStatuses(stage, { identity: ada.sendbirdId });
	expect.same(rows.map(({ state }) => state), ['passed'], 'the row that was kept');
	await sendForm(stage, 'clevertapSendbird3', ['once more']);
	await quiet();
	expect.same((await ada.events(told)).map(({ data }) => data), [{ status: 'SENT', target_id: 77 }], 'the events in the end');
}

export const run = (stage) => withCallbacks(stage, {}, () => play(stage));
