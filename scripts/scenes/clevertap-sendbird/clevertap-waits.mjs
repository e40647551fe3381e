import { failuresOf, keyValuesIn, newCampaign, newName, newPeople, shipped, startCampaign, webhookTo } from '../../lib/scenes/clevertap.mjs';
import { withEditedWorkflow } from '../../lib/scenes/editedWorkflow.mjs';
import { sendForm } from '../../lib/scenes/forms.mjs';

export const name = 'clevertap-waits';
export const title = 'Sendbird asks for a longer wait than the node has: the customer waits in n8n; CleverTap refuses SENT: it is kept and raised later, nothing is sent twice';
export const integration = 'clevertap-sendbird';

const WORKFLOW = 'clevertapSendbird1';

async function play(stage) {
	const { expect, control, waitFor, quiet } = stage;
	const event = newName('Order Shipped');
	const told = newName('Order Shipped Notification');
	const campaign = await newCampaign(stage, { delivery: 'action', segment: 'all', event, webhook: await webhookTo(stage, '1-single.json'), keyValues: { ...keyValuesIn(shipped('single.key-values.txt')), event_name: told } });
	await startCampaign(stage, campaign);

	const [ada] = await newPeople(stage, 1);
	await control.fault({ vendor: 'sendbird-notifications', route: 'POST /v1/notifications', status: 429, retryAfter: 3, times: 2 });
	await ada.does(event, { message_id: 'w-1', order: 'E-1' });
	await waitFor(async () => (await ada.events(told)).length === 1, { what: 'the notification after two waits', timeoutMs: 60_000 });
	expect.same((await ada.inbox()).length, 1, 'notifications in the app');
	expect.same((await failuresOf(stage, ada.identity)).length, 0, 'what is told of it');

	const [grace] = await newPeople(stage, 1);
	await control.call('POST', '/clevertap/account', { region: 'in1' });
	try {
		await grace.does(event, { message_id: 'w-2', order: 'E-2' });
		const kept = await waitFor(async () => (await failuresOf(stage, grace.identity))[0], { what: 'SENT to be kept and told' });
		expect.same([kept.kind, kept.class], ['statusKept', 'unauthorized'], 'its kind and class');
		await quiet();
	} finally {
		await control.call('POST', '/clevertap/account', { region: 'eu1' });
	}
	// Three at once, as where the schedule comes between: one of them takes the row.
	await Promise.all(['the region is mended', 'somebody else too', 'and one more'].map((why) => sendForm(stage, 'clevertapSendbird3', [why])));
	await waitFor(async () => (await grace.events(told)).length === 1, { what: 'SENT in CleverTap' });
	await quiet();
	expect.same((await grace.events(told)).map(({ data }) => data), [{ status: 'SENT', target_id: campaign.id }], 'the events');
	expect.same((await grace.inbox()).length, 1, 'notifications in the app');
}

/** So that nobody waits a minute: two seconds are more than this node may wait. */
const impatient = (nodes) => {
	nodes.find(({ name: node }) => node === 'Notify').parameters.connection = { longestWait: 2 };
};

export const run = (stage) => withEditedWorkflow(stage, WORKFLOW, impatient, () => play(stage));
