import { failuresOf, newCampaign, newName, newPeople, startCampaign, webhookTo } from '../../lib/scenes/clevertap.mjs';

export const name = 'clevertap-multi';
export const title = 'a campaign for 25 becomes one Sendbird batch; one without SendbirdID and one unknown to Sendbird are told, the others get it';
export const integration = 'clevertap-sendbird';

export async function run(stage) {
	const { expect, control, waitFor, quiet } = stage;
	const webhook = await webhookTo(stage, '2-multi.json');
	const told = newName('Spring Sale Notification');
	const campaign = await newCampaign(stage, {
		delivery: 'one_time',
		webhook,
		keyValues: { template_key: 'spring-sale', event_name: told, var_discount: '20%', var_ends_at: 'Sunday', profile_link: 'Name' },
	});
	const known = await newPeople(stage, 23);
	const [unmapped] = await newPeople(stage, 1, { mapped: false });
	const [stranger] = await newPeople(stage, 1, { atSendbird: false });
	const mark = stage.feed.mark;
	await startCampaign(stage, campaign, [...known.slice(0, 11), unmapped, stranger, ...known.slice(11)].map(({ identity }) => identity));

	await waitFor(async () => (await Promise.all(known.map((one) => one.events(told)))).every((events) => events.length === 1), { what: 'SENT of 23 people' });
	await waitFor(async () => (await Promise.all(known.map((one) => one.inbox()))).every((inbox) => inbox.length === 1), { what: '23 notifications' });
	const texts = await Promise.all([known[0], known[22]].map(async (one) => (await one.inbox())[0].text));
	expect.same(texts, ['20% off until Sunday: Person 1', '20% off until Sunday: Person 23'], 'each with the words of the profile');

	const noId = await waitFor(async () => (await failuresOf(stage, unmapped.identity))[0], { what: 'the person without a SendbirdID to be told' });
	expect.contains(noId.what, 'no SendbirdID', 'what is said of it');
	const unknown = await waitFor(async () => (await failuresOf(stage, stranger.identity))[0], { what: 'the person unknown to Sendbird to be told' });
	expect.same([unknown.kind, unknown.class, unknown.sendbird_id], ['unknownAtSendbird', 'notFound', stranger.sendbirdId], 'what is said of it');
	await quiet();

	const requests = stage.feed.since(mark).filter(({ kind }) => kind === 'request');
	const sends = requests.filter(({ vendor, request }) => vendor === 'sendbird-notifications' && request.path.endsWith('/v1/notifications'));
	expect.same(sends.length, 1, 'calls to Sendbird that send');
	expect.same(JSON.parse(sends[0].request.body).targets.length, 23, 'its targets');
	const uploads = requests.filter(({ vendor, request }) => vendor === 'clevertap' && request.path.endsWith('/1/upload') && request.body.includes(told));
	expect.same(uploads.length, 1, 'uploads of SENT');
	expect.same((await stranger.events(told)).length + (await unmapped.events(told)).length, 0, 'SENT of people who got nothing');

	// The same call again, a repeat: nobody gets anything twice.
	await control.fault({ vendor: 'clevertap', route: 'deliveries', times: 1, repeat: 2, repeatEveryMs: 300 });
	await startCampaign(stage, campaign, [known[0].identity]);
	await quiet();
	expect.same((await known[0].inbox()).length, 1, 'notifications after a repeat');
}
