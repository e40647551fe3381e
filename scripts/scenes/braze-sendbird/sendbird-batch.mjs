import { dataTables } from '../../lib/scenes/dataTables.mjs';
import { sendForm } from '../../lib/scenes/forms.mjs';
import { mappedCustomer, sendbird, sendsSince, statusesOf, toldTeam, withCampaign } from '../../lib/scenes/sendbird.mjs';

export const name = 'sendbird-batch';
export const title = '25 single webhooks of a campaign become one call; the one whom Sendbird does not know is told, and holds up nobody';
export const integration = 'braze-sendbird';

const FILE = '2-campaign-batch.json';
const LIST = 'Sendbird notifications waiting';
const MANY = 25;

const accepted = (event) => event.response?.status < 300;

export async function run(stage) {
	const { expect, waitFor, quiet } = stage;
	const app = sendbird(stage);
	const customers = [];
	for (let made = 0; made < MANY; made++) customers.push(await mappedCustomer(stage, made === 7 ? { sendbird_id: 'sb-nobody' } : {}));
	const [unknown, known] = [customers[7], customers.filter((_, index) => index !== 7)];
	const ours = new Set(customers.map(({ externalId }) => externalId));
	const rows = async (status) => (await dataTables(stage.rest).rows(LIST, { status })).filter((row) => ours.has(row.user_id));
	const mark = stage.feed.mark;
	// Whether Sendbird leaves strangers out or refuses the call is documented nowhere: here it names them.
	await app.settings({ unknownTargets: 'refuse' });
	try {
		await withCampaign(stage, { file: FILE }, async (sendTo) => {
			for (const customer of customers) await sendTo(customer);
			await waitFor(async () => (await rows('waiting')).length === MANY, { what: `${MANY} rows that wait` });
		});
		expect.same(sendsSince(stage, mark).length, 0, 'calls before the batch');
		await sendForm(stage, 'brazeSendbird2', ['the scene'], 'Now');
		await waitFor(async () => (await rows('sent')).length === MANY - 1, { what: `${MANY - 1} rows that are sent` });
		await waitFor(async () => (await app.inbox(known.at(-1).sendbirdId)).length > 0, { what: 'the queue of Sendbird' });
		await quiet();
	} finally {
		await app.settings({ unknownTargets: 'skip' });
	}
	expect.same(sendsSince(stage, mark).filter(accepted).length, 1, 'calls that Sendbird took');
	for (const { sendbirdId } of known) expect.same((await app.inbox(sendbirdId)).length, 1, `notifications in the app of ${sendbirdId}`);
	expect.same(await statusesOf(known[0]), ['QUEUED'], 'the status in Braze');

	const [failed] = await rows('failed');
	expect.same([failed?.user_id, failed?.outcome], [unknown.externalId, 'notFound'], 'the row that failed');
	expect.same((await unknown.profile()).custom_attributes.sendbird_last_outcome, 'notFound', 'what the profile says');
	const told = await toldTeam(stage);
	expect.true(told.some((what) => what.startsWith(`1 of ${MANY} notifications were not sent`)), `the failure is told (told: ${told.join(' | ')})`);
	return `${MANY} webhooks, 1 call`;
}
