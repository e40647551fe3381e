import { addRows, fillIn, tableRows, toldTo } from '../lib/n8nTables.mjs';
import { mappedCustomer, sendbird, sendsSince, withCampaign } from '../lib/sendbird.mjs';

export const name = 'sendbird-unended-batch';
export const title = 'a batch whose answer is lost, and one whose run died: told, kept, and never sent again in silence';
export const integration = 'braze-sendbird';

const FILE = '2-campaign-batch.json';
const LIST = 'Sendbird notifications waiting';

export async function run(stage) {
	const { expect, control, waitFor, quiet } = stage;
	const customer = await mappedCustomer(stage);
	const row = async () => (await tableRows(stage, LIST)).find(({ user_id: user }) => user === customer.externalId);
	await withCampaign(stage, { file: FILE }, async (sendTo) => {
		await sendTo(customer);
		await waitFor(async () => (await row())?.status === 'waiting', { what: 'the row' });
	});
	// Sendbird takes the call, and the connection dies before its answer.
	await control.fault({ vendor: 'sendbird-notifications', route: 'POST /v1/notifications', reset: 'after', times: 1 });
	const mark = stage.feed.mark;
	await fillIn(stage, { file: FILE, form: 'Now' }, ['the scene']);
	await waitFor(async () => (await row())?.status === 'unknown', { what: 'the row to be unknown' });
	await fillIn(stage, { file: FILE, form: 'Now' }, ['once more']);
	await quiet();
	expect.same(sendsSince(stage, mark).length, 1, 'sends of a batch whose outcome is not known');
	expect.same((await customer.profile()).custom_attributes.sendbird_last_outcome, 'unknownOutcome', 'what the profile says');

	// As n8n leaves it behind when it dies between the call and the note of it.
	const dead = await mappedCustomer(stage);
	await addRows(stage, LIST, [{ delivery: `dead:${dead.externalId}`, status: 'sending', identify_by: 'external_id', user_id: dead.externalId, sendbird_id: dead.sendbirdId, template_key: 'order-shipped', variables: '{}', event_name: '', batch: 'dead', taken_at: new Date(Date.now() - 600_000).toISOString() }]);
	const after = stage.feed.mark;
	await fillIn(stage, { file: FILE, form: 'Now' }, ['a batch beside it']);
	await fillIn(stage, { file: FILE, form: 'Tidy now' }, ['5']);
	await waitFor(async () => (await tableRows(stage, LIST)).find(({ batch, status }) => batch === 'dead' && status === 'unknown'), { what: 'the row of the dead run to be unknown' });
	await quiet();
	expect.same((await sendbird(stage).inbox(dead.sendbirdId)).length, 0, 'notifications of the dead run');
	expect.same(sendsSince(stage, after).length, 0, 'sends after it');
	const told = (await toldTo(stage, 'brazeSendbird5')).map(({ what }) => what ?? '');
	expect.true(told.some((what) => what.includes('execution dead')), `the dead run is told (told: ${told.join(' | ')})`);
}
