import { dataTables } from '../../lib/scenes/dataTables.mjs';
import { sendForm } from '../../lib/scenes/forms.mjs';
import { mappedCustomer, sendbird, sendsSince, toldTeam, withCampaign } from '../../lib/scenes/sendbird.mjs';

export const name = 'sendbird-unended-batch';
export const title = 'a batch whose answer is lost, and one whose run died: told, kept, and never sent again in silence';
export const integration = 'braze-sendbird';

const FILE = '2-campaign-batch.json';
const LIST = 'Sendbird notifications waiting';

export async function run(stage) {
	const { expect, control, waitFor, quiet } = stage;
	const customer = await mappedCustomer(stage);
	const tables = dataTables(stage.rest);
	const row = async () => (await tables.rows(LIST, { user_id: customer.externalId }))[0];
	await withCampaign(stage, { file: FILE }, async (sendTo) => {
		await sendTo(customer);
		await waitFor(async () => (await row())?.status === 'waiting', { what: 'the row' });
	});
	// Sendbird takes the call, and the connection dies before its answer.
	await control.fault({ vendor: 'sendbird-notifications', route: 'POST /v1/notifications', reset: 'after', times: 1 });
	const mark = stage.feed.mark;
	await sendForm(stage, 'brazeSendbird2', ['the scene'], 'Now');
	await waitFor(async () => (await row())?.status === 'unknown', { what: 'the row to be unknown' });
	await sendForm(stage, 'brazeSendbird2', ['once more'], 'Now');
	await quiet();
	expect.same(sendsSince(stage, mark).length, 1, 'sends of a batch whose outcome is not known');
	expect.same((await customer.profile()).custom_attributes.sendbird_last_outcome, 'unknownOutcome', 'what the profile says');

	// As n8n leaves it behind when it dies between the call and the note of it.
	const dead = await mappedCustomer(stage);
	await tables.insert(LIST, { delivery: `dead:${dead.externalId}`, status: 'sending', identify_by: 'external_id', user_id: dead.externalId, sendbird_id: dead.sendbirdId, template_key: 'order-shipped', variables: '{}', event_name: '', batch: 'dead', taken_at: new Date(Date.now() - 600_000).toISOString() });
	const after = stage.feed.mark;
	await sendForm(stage, 'brazeSendbird2', ['a batch beside it'], 'Now');
	await sendForm(stage, 'brazeSendbird2', ['5'], 'Tidy now');
	await waitFor(async () => (await tables.rows(LIST, { batch: 'dead', status: 'unknown' }))[0], { what: 'the row of the dead run to be unknown' });
	await quiet();
	expect.same((await sendbird(stage).inbox(dead.sendbirdId)).length, 0, 'notifications of the dead run');
	expect.same(sendsSince(stage, after).length, 0, 'sends after it');
	const told = await toldTeam(stage);
	expect.true(told.some((what) => what.includes('execution dead')), `the dead run is told (told: ${told.join(' | ')})`);
}
