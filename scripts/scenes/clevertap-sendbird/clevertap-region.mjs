import { failuresOf, keptStatuses, newPeople, relayCampaign, withCallbacks } from '../../lib/scenes/clevertap.mjs';
import { sendForm } from '../../lib/scenes/forms.mjs';

export const name = 'clevertap-region';
export const title = 'a credential of the wrong region is refused like a wrong passcode: it is told with the host, the statuses wait and arrive afterwards';
export const integration = 'clevertap-sendbird';

async function play(stage) {
	const { expect, control, waitFor, quiet } = stage;
	const { event, told } = await relayCampaign(stage);
	const [ada] = await newPeople(stage, 1);
	// n8n's credential asks at eu1.
	await control.call('POST', '/clevertap/account', { region: 'in1' });
	try {
		await ada.does(event, { order: 'D-1' });
		const kept = await waitFor(async () => (await failuresOf(stage, ada.identity))[0], { what: 'the refusal to be told' });
		expect.same([kept.kind, kept.class], ['statusKept', 'unauthorized'], 'its kind and class');
		expect.contains(kept.what, '/clevertap/eu1)', 'the host that was asked');
		expect.contains(kept.what, 'region', 'what to check');
		await quiet();
	} finally {
		await control.call('POST', '/clevertap/account', { region: 'eu1' });
	}
	await sendForm(stage, 'clevertapSendbird3', ['the credential is mended']);
	await waitFor(async () => (await ada.events(told)).length === 1, { what: 'the kept status in CleverTap' });
	await quiet();
	const rows = await keptStatuses(stage, { event_name: told });
	expect.same(rows.map(({ status, state }) => [status, state]), [['SENT', 'passed']], 'the row that waited');
	expect.same((await ada.events(told)).map(({ data }) => data.status), ['SENT'], 'the events in the end');
	expect.same((await failuresOf(stage, ada.identity)).length, 1, 'how often it was told');
}

export const run = (stage) => withCallbacks(stage, {}, () => play(stage));
