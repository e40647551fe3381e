import { connectIntegration, mappedCustomer, sendbird, statusesOf, EVENT, bodyFor, withCampaign } from '../../lib/scenes/sendbird.mjs';

export const name = 'sendbird-read-before-sent';
export const title = 'READ arrives before SENT: both stand in Braze, each with its own time';
export const integration = 'braze-sendbird';

export async function run(stage) {
	const { expect, world, waitFor, quiet } = stage;
	const app = sendbird(stage);
	await connectIntegration(stage, { readBeforeSent: true });
	const customer = await mappedCustomer(stage);
	const mark = stage.feed.mark;
	try {
		const relayUrl = `${world.sandbox.ready.vendors['sendbird-notifications']}/braze/notifications/single`;
		const body = bodyFor((text) => text.replace('"sendbird_id"', `"relay_url": "${relayUrl}",\n    "sendbird_id"`));
		await withCampaign(stage, { file: '1-canvas-realtime.json', body }, async (sendTo) => {
			await sendTo(customer);
			await waitFor(async () => (await app.inbox(customer.sendbirdId)).length === 1, { what: 'the notification in the app' });
		});
		await quiet();
		expect.same(await statusesOf(customer), [], 'the statuses before the person reads');
		await app.reads(customer.sendbirdId);
		await waitFor(async () => (await statusesOf(customer)).length === 2, { what: 'both statuses in Braze' });
	} finally {
		await connectIntegration(stage);
	}
	expect.same([...(await statusesOf(customer))].sort(), ['READ', 'SENT'], 'the statuses');
	const written = stage.feed
		.since(mark)
		.filter(({ vendor, request }) => vendor === 'braze' && request?.path.endsWith('/users/track'))
		.flatMap(({ request }) => JSON.parse(request.body).events ?? [])
		.filter(({ name: event }) => event === EVENT);
	const timeOf = (status) => Date.parse(written.find(({ properties }) => properties.status === status)?.time);
	expect.true(timeOf('SENT') < timeOf('READ'), `SENT is earlier than READ in Braze (${JSON.stringify(written)})`);
}
