import { callbacksOf, failuresOf, keptStatuses, newName, newPeople, relayCampaign, sendbirdIntegration, withCallbacks } from '../../lib/scenes/clevertap.mjs';

export const name = 'clevertap-callback';
export const title = 'READ comes before SENT and each ten times: CleverTap holds one of each with its own time; a status of an unmapped user is kept';
export const integration = 'clevertap-sendbird';

const seconds = (iso) => Math.floor(Date.parse(iso) / 1000);

async function play(stage) {
	const { expect, control, waitFor, quiet } = stage;
	const { id, event, told } = await relayCampaign(stage);
	const [ada] = await newPeople(stage, 1);
	await ada.does(event, { order: 'B-1' });
	await waitFor(async () => (await ada.inbox()).length === 1, { what: 'the notification in the app' });
	// A minute later.
	await control.age(60);
	await ada.reads();
	await waitFor(async () => (await ada.events(told)).length === 2, { what: 'SENT and READ in CleverTap' });
	await quiet();

	const callbacks = await callbacksOf(stage, ada);
	expect.same(callbacks.map(({ status, outcome }) => [status, outcome]), [['SENT', 'delivered'], ['READ', 'delivered']], 'what Sendbird told');
	const events = await ada.events(told);
	expect.same(events.map(({ data }) => data), ['SENT', 'READ'].map((status) => ({ status, target_id: id })), 'the events in CleverTap, by their time');
	expect.same(events.map(({ at }) => seconds(at)), callbacks.map(({ at }) => seconds(at)), 'their times');
	const rows = await keptStatuses(stage, { event_name: told });
	expect.same(rows.map(({ status, state }) => [status, state]), [['READ', 'passed'], ['SENT', 'passed']], 'the rows, in the order in which they came');

	// Whether callbacks carry a time is documented nowhere: without one, n8n's Data Table knows a repeat, though all ten come at once.
	await sendbirdIntegration(stage, { withTime: false });
	const [grace] = await newPeople(stage, 1);
	await grace.does(event, { order: 'B-2' });
	await waitFor(async () => (await grace.inbox()).length === 1, { what: 'the notification without times' });
	await grace.reads();
	await waitFor(async () => (await grace.events(told)).length >= 2, { what: 'SENT and READ without times' });
	await quiet();
	expect.same((await grace.events(told)).map(({ data }) => data.status).sort(), ['READ', 'SENT'], 'the events without times');

	const stranger = newName('nobody').replaceAll(' ', '-');
	await control.call('POST', '/sendbird/integrations/clevertap/callbacks', { identity: stranger, eventName: told, status: 'SENT', targetId: id });
	const kept = await waitFor(async () => (await failuresOf(stage, stranger))[0], { what: 'the status of an unmapped user to be told' });
	expect.same([kept.kind, kept.class], ['statusKept', 'notFound'], 'its kind and class');
	const waiting = await keptStatuses(stage, { identity: stranger });
	expect.same(waiting.map(({ state, status }) => [state, status]), [['kept', 'SENT']], 'the row that is kept');
	await quiet();
	expect.same((await failuresOf(stage, stranger)).length, 1, 'how often it was told');
	const profiles = (await control.call('GET', '/clevertap/profiles')).profiles.filter(({ ids }) => ids.some(({ value }) => value === stranger));
	expect.same(profiles.length, 0, 'profiles that were made up');
}

export const run = (stage) => withCallbacks(stage, { readBeforeSent: true, repeat: 10, withTime: true }, () => play(stage));
