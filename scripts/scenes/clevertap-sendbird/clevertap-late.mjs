import { callbacksOf, failuresOf, newCampaign, newName, newPeople, relayCampaign, startCampaign, withCallbacks } from '../../lib/scenes/clevertap.mjs';

export const name = 'clevertap-late';
export const title = 'a SENT that comes two hours late is counted with its own time, and it is told that no live campaign heeds it';
export const integration = 'clevertap-sendbird';

const LATE_S = 2 * 3600 + 60;

async function play(stage) {
	const { expect, control, waitFor, quiet } = stage;
	const { event, told } = await relayCampaign(stage);
	// A live campaign that waits for either status.
	const waiting = await newCampaign(stage, { channel: 'email', delivery: 'action', segment: 'all', event: told, content: { subject: newName('Did you see it?'), body: 'Did you see it?' } });
	await startCampaign(stage, waiting);
	const [ada] = await newPeople(stage, 1);
	await ada.does(event, { order: 'C-1' });
	await waitFor(async () => (await callbacksOf(stage, ada)).some(({ outcome }) => outcome === 'held'), { what: 'SENT to be held' });
	await control.age(LATE_S);
	const mark = stage.feed.mark;
	await ada.reads();
	await waitFor(async () => (await ada.events(told)).length === 2, { what: 'READ, and SENT of two hours ago' });
	await quiet();
	const [sent, read] = await ada.events(told);
	expect.same([sent.data.status, read.data.status], ['SENT', 'READ'], 'the events in CleverTap, by their time');
	expect.true(Date.parse(read.at) - Date.parse(sent.at) >= LATE_S * 1000 - 2000, `SENT keeps its own time: ${sent.at} and ${read.at}`);
	const late = await waitFor(async () => (await failuresOf(stage, ada.identity))[0], { what: 'the late status to be told' });
	expect.same([late.kind, late.event_name], ['late', told], 'its kind and event');
	const heeded = stage.feed.since(mark).filter(({ summary }) => summary.includes(waiting.name));
	expect.same(heeded.filter(({ summary }) => summary.includes('is not set off')).length, 1, 'how often the live campaign was not set off');
	expect.same((await failuresOf(stage, ada.identity)).length, 1, 'what is told of this person');
}

export const run = (stage) => withCallbacks(stage, { readBeforeSent: true }, () => play(stage));
