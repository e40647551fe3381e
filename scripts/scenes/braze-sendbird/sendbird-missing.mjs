import { bodyFor, mappedCustomer, sendbird, statusesOf, withCampaign } from '../../lib/scenes/sendbird.mjs';

export const name = 'sendbird-missing';
export const title = 'a template that is not there, an empty variable, a user whom Sendbird does not know, a rate limit, a lost answer: each ends where it should, and the profile says why';
export const integration = 'braze-sendbird';

export async function run(stage) {
	const { expect, control, waitFor, quiet } = stage;
	const app = sendbird(stage);
	const file = '1-canvas-realtime.json';
	const told = (customer) => waitFor(async () => (await customer.profile()).custom_attributes.sendbird_last_outcome && (await customer.profile()).custom_attributes, { what: `sendbird_last_outcome of ${customer.externalId}` });

	const noOrder = await mappedCustomer(stage, { order: null });
	const noTemplate = await mappedCustomer(stage);
	const stranger = await stage.newCustomer();
	const busy = await mappedCustomer(stage);
	const cut = await mappedCustomer(stage);
	await withCampaign(stage, { file }, async (sendTo) => {
		await sendTo(noOrder);
		const { sendbird_last_outcome: outcome, sendbird_last_outcome_why: why } = await told(noOrder);
		expect.same(outcome, 'invalidInput', 'the outcome of an empty variable');
		expect.contains(why, 'order', 'its reason');
	});
	await withCampaign(stage, { file, body: bodyFor((body) => body.replace('"order-shipped"', '"order-shiped"')) }, async (sendTo) => {
		await sendTo(noTemplate);
		expect.same((await told(noTemplate)).sendbird_last_outcome, 'notFound', 'the outcome of a template that is not there');
	});
	await withCampaign(stage, { file, body: bodyFor((body) => body.replace(/custom_attribute\.\$\{order\}/, "'A-8'")) }, async (sendTo) => {
		// Sendbird has no user of Braze's id either.
		await sendTo(stranger);
		const { sendbird_last_outcome: outcome, sendbird_last_outcome_why: why } = await told(stranger);
		expect.same(outcome, 'notFound', 'the outcome of an unknown user');
		expect.contains(why, stranger.externalId, 'its reason');

		// Busy for longer than the node waits: Braze is not answered well, posts again, and it goes out once.
		await control.fault({ vendor: 'sendbird-notifications', route: 'POST /v1/notifications', status: 429, retryAfter: 3600, times: 1 });
		await sendTo(busy);
		await waitFor(async () => (await app.inbox(busy.sendbirdId)).length > 0, { what: 'the notification after the rate limit' });
		await waitFor(async () => (await statusesOf(busy)).length > 0, { what: 'its SENT in Braze' });

		// The connection dies after Sendbird took it: whether it went out is not known here, so it is told and not sent again.
		await control.fault({ vendor: 'sendbird-notifications', route: 'POST /v1/notifications', reset: 'after', times: 1 });
		await sendTo(cut);
		expect.same((await told(cut)).sendbird_last_outcome, 'unknownOutcome', 'the outcome of a lost answer');
		await quiet();
	});
	expect.same([(await app.inbox(busy.sendbirdId)).length, (await busy.profile()).custom_attributes.sendbird_last_outcome], [1, undefined], 'the busy send');
	expect.same([(await app.inbox(cut.sendbirdId)).length, await statusesOf(cut)], [1, []], 'the send whose answer was lost');
	for (const { sendbirdId } of [noOrder, noTemplate]) expect.same((await app.inbox(sendbirdId)).length, 0, `notifications in the app of ${sendbirdId}`);
	expect.same(await statusesOf(noOrder), [], 'SENT of what was not sent');
}
