import { bodyFor, connectIntegration, EVENT, mappedCustomer, sendbird, statusesOf, withCampaign } from '../../lib/scenes/sendbird.mjs';

export const name = 'sendbird-realtime';
export const title = 'a Canvas step becomes one notification in the app, once; SENT and READ become custom events in Braze';
export const integration = 'braze-sendbird';

const FILE = '1-canvas-realtime.json';

async function byApi(stage) {
	const { expect, control, waitFor, quiet } = stage;
	const app = sendbird(stage);
	const customer = await mappedCustomer(stage);
	await withCampaign(stage, { file: FILE }, async (sendTo) => {
		// Three deliveries of one dispatch, a second apart: one notification and one SENT.
		await control.fault({ vendor: 'braze', route: 'deliveries', times: 1, repeat: 3, repeatEveryMs: 1000 });
		await sendTo(customer);
		await waitFor(async () => (await statusesOf(customer)).length > 0, { what: `SENT of ${customer.externalId} in Braze` });
		await quiet(2500);
	});
	const { fields } = await customer.profile();
	const inbox = await app.inbox(customer.sendbirdId);
	expect.same(inbox.map(({ text }) => text), [`Hi ${fields.first_name}, your order A-7 is on its way.`], 'the notifications in the app');
	expect.same(await statusesOf(customer), ['SENT'], `the status of "${EVENT}" in Braze`);
	await app.reads(customer.sendbirdId);
	await quiet();
	expect.same(await statusesOf(customer), ['SENT'], 'the statuses after a read that nobody tells of');
}

/** Through the endpoint of Sendbird's Braze integration Sendbird tells itself, and READ comes too. */
async function byRelay(stage) {
	const { expect, world, waitFor, quiet } = stage;
	const app = sendbird(stage);
	await connectIntegration(stage);
	const customer = await mappedCustomer(stage);
	const relayUrl = `${world.sandbox.ready.vendors['sendbird-notifications']}/braze/notifications/single`;
	const body = bodyFor((text) => text.replace('"sendbird_id"', `"relay_url": "${relayUrl}",\n    "sendbird_id"`));
	await withCampaign(stage, { file: FILE, body }, async (sendTo) => {
		await sendTo(customer);
		await waitFor(async () => (await statusesOf(customer)).includes('SENT'), { what: `SENT of ${customer.externalId}, told by Sendbird` });
	});
	await app.reads(customer.sendbirdId);
	await waitFor(async () => (await statusesOf(customer)).includes('READ'), { what: `READ of ${customer.externalId}` });
	await quiet();
	expect.same(await statusesOf(customer), ['SENT', 'READ'], 'the statuses, each once');
}

export async function run(stage) {
	await byApi(stage);
	await byRelay(stage);
}
