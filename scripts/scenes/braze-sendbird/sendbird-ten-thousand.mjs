import { dataTables } from '../../lib/scenes/dataTables.mjs';
import { sendForm } from '../../lib/scenes/forms.mjs';
import { mappedCustomer, sendbird, sendsSince, withCampaign } from '../../lib/scenes/sendbird.mjs';

export const name = 'sendbird-ten-thousand';
export const title = '10,050 rows that wait: one call of 10,000, and the rest at the next minute';
export const integration = 'braze-sendbird';
export const quiet = true;

const FILE = '2-campaign-batch.json';
const LIST = 'Sendbird notifications waiting';
const MOST = 10_000;
const REST = 50;

export async function run(stage) {
	const { expect, waitFor } = stage;
	const app = sendbird(stage);
	const tables = dataTables(stage.rest);
	const first = await mappedCustomer(stage);
	const prefix = `many-${first.externalId}-`;
	await app.newUsers(prefix, MOST + REST);
	// One comes by a webhook, which makes the list; the others are put there at once.
	await withCampaign(stage, { file: FILE }, async (sendTo) => {
		await sendTo(first);
		await waitFor(async () => (await tables.rows(LIST, { user_id: first.externalId })).length > 0, { what: 'the list' });
	});
	await sendForm(stage, 'brazeSendbird2', ['to begin with an empty list'], 'Now');
	await waitFor(async () => (await app.inbox(first.sendbirdId)).length === 1, { what: 'the first notification' });

	const rows = Array.from({ length: MOST + REST }, (_, index) => ({
		delivery: `${prefix}${index + 1}`, status: 'waiting', identify_by: 'external_id', user_id: `${prefix}${index + 1}`, sendbird_id: `${prefix}${index + 1}`,
		template_key: 'order-shipped', variables: JSON.stringify({ first_name: `N${index + 1}`, order: 'A-7' }), event_name: '',
	}));
	for (let from = 0; from < rows.length; from += 1000) await tables.insert(LIST, rows.slice(from, from + 1000));
	const mark = stage.feed.mark;
	const send = async (user) => {
		await sendForm(stage, 'brazeSendbird2', ['the scene'], 'Now');
		await waitFor(async () => (await app.inbox(user)).length === 1, { what: `the notification of ${user}`, timeoutMs: 120_000 });
	};
	const started = Date.now();
	await send(`${prefix}${MOST}`);
	const took = Date.now() - started;
	expect.same((await app.inbox(`${prefix}${MOST + 1}`)).length, 0, 'notifications of the row after the 10,000th');
	await send(`${prefix}${MOST + REST}`);
	const targets = sendsSince(stage, mark).map(({ request }) => JSON.parse(request.body).targets.length);
	expect.same(targets, [MOST, REST], 'the targets of each call');
	expect.same((await app.inbox(`${prefix}777`))[0].text, 'Hi N777, your order A-7 is on its way.', 'what one of them reads');
	return `10,000 rows, 1 call, ${(took / 1000).toFixed(1)} s`;
}
