import { failuresOf, keyValuesIn, newCampaign, newName, newPeople, newWebhook, personOf, shipped, startCampaign, webhookTo } from '../../lib/scenes/clevertap.mjs';

export const name = 'clevertap-single';
export const title = 'an event in CleverTap becomes a notification in the app at once, and SENT on the profile; who cannot be reached is told';
export const integration = 'clevertap-sendbird';

const FILE = '1-single.json';

async function testCalls(stage) {
	const { expect, world } = stage;
	const url = world.webhookOf(FILE, 'cleverTapTrigger');
	const before = (await stage.rest.executions({ limit: 1 }))[0]?.id;
	for (const headers of [{}, { 'X-Webhook-Secret': `${world.webhookSecret}x` }]) {
		const refused = await newWebhook(stage, { name: newName('Forged'), url, headers }).then(() => 'saved', ({ message }) => message);
		expect.contains(refused, '401', 'what CleverTap shows of a webhook without the right secret');
	}
	const webhook = await webhookTo(stage, FILE);
	await stage.quiet();
	expect.same((await stage.rest.executions({ limit: 1 }))[0]?.id, before, 'the newest n8n execution after three test calls');
	return webhook;
}

export async function run(stage) {
	const { expect, control, waitFor, quiet } = stage;
	const webhook = await testCalls(stage);
	const event = newName('Order Shipped');
	const told = newName('Order Shipped Notification');
	const campaign = await newCampaign(stage, {
		delivery: 'action',
		segment: 'all',
		event,
		webhook,
		keyValues: { ...keyValuesIn(shipped('single.key-values.txt')), event_name: told },
	});
	await startCampaign(stage, campaign);

	// CleverTap calls three times for one event: it got no answer, as it thinks.
	const [ada] = await newPeople(stage, 1);
	await control.fault({ vendor: 'clevertap', route: 'deliveries', times: 1, repeat: 3, repeatEveryMs: 300 });
	await ada.does(event, { message_id: 'm-1', order: 'A-7' });
	await waitFor(async () => (await ada.events(told)).length > 0, { what: 'SENT in CleverTap' });
	await quiet();
	expect.same((await ada.inbox()).map(({ text }) => text), ['Hi Person 1, your order A-7 is on its way.'], 'what stands in the app');
	expect.same((await ada.events(told)).map(({ data }) => data), [{ status: 'SENT', target_id: campaign.id }], 'the events in CleverTap');

	// Sendbird asks for a second's wait.
	await control.fault({ vendor: 'sendbird-notifications', route: 'POST /v1/notifications', status: 429, retryAfter: 1, times: 1 });
	await ada.does(event, { message_id: 'm-2', order: 'A-8' });
	await waitFor(async () => (await ada.inbox()).length === 2 && (await ada.events(told)).length === 2, { what: 'the second notification, after the wait' });

	const [unmapped] = await newPeople(stage, 1, { mapped: false });
	await unmapped.does(event, { message_id: 'm-3', order: 'A-9' });
	const kept = await waitFor(async () => (await failuresOf(stage, unmapped.identity))[0], { what: 'the customer without a SendbirdID to be told' });
	expect.same(kept.kind, 'cannotBeSent', 'its kind');
	expect.contains(kept.what, 'no SendbirdID', 'what it says');
	expect.same(JSON.parse(kept.details).variables, { first_name: 'Person 1', order: 'A-9' }, 'what was to be sent');

	const [stranger] = await newPeople(stage, 1, { atSendbird: false });
	await stranger.does(event, { message_id: 'm-4', order: 'A-10' });
	const unknown = await waitFor(async () => (await failuresOf(stage, stranger.identity))[0], { what: 'the user whom Sendbird does not know to be told' });
	expect.same([unknown.kind, unknown.class], ['notSent', 'notFound'], 'its kind and class');
	expect.contains(unknown.to_do, 'create the user', 'what to do');
	await quiet();
	expect.same((await personOf(stage, stranger.identity).events(told)).length, 0, 'SENT of somebody who got nothing');
}
