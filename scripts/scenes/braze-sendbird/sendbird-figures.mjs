import { dataTables } from '../../lib/scenes/dataTables.mjs';
import { sendForm } from '../../lib/scenes/forms.mjs';
import { connectIntegration, conversionEvent, EVENT, mappedCustomer, sendbird, statusesOf, withCampaign } from '../../lib/scenes/sendbird.mjs';

export const name = 'sendbird-figures';
export const title = "READ as the campaign's conversion event: its conversions are read back, with the number of SENT and READ beside them";
export const integration = 'braze-sendbird';

export async function run(stage) {
	const { expect, waitFor, quiet } = stage;
	const app = sendbird(stage);
	await connectIntegration(stage);
	const customer = await mappedCustomer(stage);
	const today = new Date().toISOString().slice(0, 10);
	const figures = async () => {
		await sendForm(stage, 'brazeSendbird6', ['3'], 'On demand');
		await quiet();
		return (await dataTables(stage.rest).rows('Braze × Sendbird figures', { day: today }))[0];
	};
	await conversionEvent(stage, { event: EVENT, properties: { status: 'READ' } });
	try {
		await withCampaign(stage, { file: '1-canvas-realtime.json' }, (sendTo) => sendTo(customer));
		await waitFor(async () => (await statusesOf(customer)).length === 1, { what: 'SENT in Braze' });
		const before = await figures();
		await app.calls({ identity: customer.externalId, eventName: EVENT, status: 'READ' });
		await waitFor(async () => (await statusesOf(customer)).length === 2, { what: 'READ in Braze' });
		const after = await figures();
		expect.same(after?.statuses, before?.statuses + 1, 'SENT and READ of today');
		expect.same(after?.conversions, before?.conversions + 1, 'conversions of today');
		expect.true(after.campaign_sent > 0, `messages of today: ${after.campaign_sent}`);
	} finally {
		await conversionEvent(stage, null);
	}
}
