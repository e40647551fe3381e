import { dataTables } from '../../lib/scenes/dataTables.mjs';
import { sendForm } from '../../lib/scenes/forms.mjs';
import { connectIntegration, EVENT, sendbird, statusesOf, toldTeam } from '../../lib/scenes/sendbird.mjs';

export const name = 'sendbird-unmapped-callback';
export const title = 'SENT for somebody whom nobody mapped is kept and told; once the ids are mapped it reaches Braze, with its own time';
export const integration = 'braze-sendbird';

const KEPT = 'Unmatched delivery statuses';

export async function run(stage) {
	const { expect, waitFor, quiet } = stage;
	const app = sendbird(stage);
	await connectIntegration(stage);
	const customer = await stage.newCustomer();
	const sendbirdId = `lost-${customer.externalId}`;
	const kept = async () => await dataTables(stage.rest).rows(KEPT, { user_id: sendbirdId });
	await app.calls({ identity: sendbirdId, eventName: EVENT, status: 'SENT' });
	await waitFor(async () => (await kept()).length === 1, { what: 'the status to be kept' });
	await quiet();
	const [row] = await kept();
	expect.same([row.state, row.status, row.event_name], ['unmatched', 'SENT', EVENT], 'the kept row');
	const told = await toldTeam(stage);
	expect.true(told.some((what) => what.includes(`SENT of ${sendbirdId}`)), `the status is told (told: ${told.join(' | ')})`);

	const csv = new File([`external_id,sendbird_id\n${customer.externalId},${sendbirdId}\n`], 'ids.csv', { type: 'text/csv' });
	await sendForm(stage, 'brazeSendbird4', [csv, 'Column sendbird_id of the file', '', 'Make them at Sendbird']);
	await waitFor(async () => (await customer.profile()).custom_attributes.sendbird_id === sendbirdId, { what: 'the ids to be mapped' });
	await quiet();
	const mark = stage.feed.mark;
	// Three at once, as where the schedule comes between: one of them takes the row.
	await Promise.all([1, 2, 3].map(() => sendForm(stage, 'brazeSendbird3', ['unmatched'], 'Again')));
	await waitFor(async () => (await statusesOf(customer)).length === 1, { what: 'the kept status in Braze' });
	await waitFor(async () => (await kept()).length === 0, { what: 'the kept row to be gone' });
	await quiet();
	expect.same((await statusesOf(customer)).length, 1, 'how often the status stands in Braze');
	const [event] = stage.feed.since(mark).filter(({ request }) => request?.path.endsWith('/users/track')).flatMap(({ request }) => JSON.parse(request.body).events ?? []);
	expect.same(Date.parse(event.time), Date.parse(row.occurred_at), 'the time of the event');
}
