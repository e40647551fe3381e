import { fillIn, tableRows } from '../lib/n8nTables.mjs';
import { connectIntegration, EVENT, mappedCustomer, sendbird, statusesOf } from '../lib/sendbird.mjs';

export const name = 'sendbird-figures';
export const title = "the campaign's figures are read back, with the number of SENT and READ beside them";
export const integration = 'braze-sendbird';

export async function run(stage) {
	const { expect, waitFor, quiet } = stage;
	const app = sendbird(stage);
	await connectIntegration(stage);
	const customer = await mappedCustomer(stage);
	const today = new Date().toISOString().slice(0, 10);
	const figures = async () => {
		await fillIn(stage, { file: '6-campaign-figures.json', form: 'On demand' }, ['3']);
		await quiet();
		return (await tableRows(stage, 'Braze × Sendbird figures')).find(({ day }) => day === today);
	};
	await app.calls({ identity: customer.externalId, eventName: EVENT, status: 'SENT' });
	await waitFor(async () => (await statusesOf(customer)).length === 1, { what: 'SENT in Braze' });
	const before = await figures();
	await app.calls({ identity: customer.externalId, eventName: EVENT, status: 'READ' });
	await waitFor(async () => (await statusesOf(customer)).length === 2, { what: 'READ in Braze' });
	const after = await figures();
	expect.same(after?.statuses, before?.statuses + 1, 'SENT and READ of today');
	expect.true(after.campaign_sent >= 0 && after.conversions >= 0, `the figures of today: ${JSON.stringify(after)}`);
}
