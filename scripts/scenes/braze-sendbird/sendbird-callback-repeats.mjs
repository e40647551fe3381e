import { connectIntegration, EVENT, mappedCustomer, sendbird, statusesOf } from '../../lib/scenes/sendbird.mjs';

export const name = 'sendbird-callback-repeats';
export const title = 'the same SENT ten times, at once: one custom event in Braze; a wrong key gets nothing in';
export const integration = 'braze-sendbird';

export async function run(stage) {
	const { expect, waitFor, quiet } = stage;
	const app = sendbird(stage);
	const customer = await mappedCustomer(stage);
	const call = () => app.calls({ identity: customer.externalId, eventName: EVENT, status: 'SENT' });
	const delivered = async () => (await app.callbacks()).filter(({ identity, outcome }) => identity === customer.externalId && outcome === 'delivered').length;
	try {
		await connectIntegration(stage, { repeat: 10 });
		await call();
		await waitFor(async () => (await statusesOf(customer)).length > 0 && (await delivered()) === 1, { what: 'SENT in Braze' });
		await quiet();
		expect.same(await statusesOf(customer), ['SENT'], 'the statuses after ten callbacks');

		await connectIntegration(stage, { key: 'not-the-key' });
		await call();
		await waitFor(async () => (await app.callbacks()).some(({ identity, outcome }) => identity === customer.externalId && outcome === 'lost'), { what: 'the callback with a wrong key to be refused' });
		await quiet();
		expect.same(await statusesOf(customer), ['SENT'], 'the statuses after a callback with a wrong key');
	} finally {
		await connectIntegration(stage);
	}
}
