import { mappedCustomer, sendbird, sendsSince, toldTeam } from '../../lib/scenes/sendbird.mjs';
import { FRANCHISE, GUESTS, segmentForm, track } from '../../lib/scenes/sendbirdSegment.mjs';

export const name = 'sendbird-segment';
export const title = 'a whole segment: the preview counts and sends nothing, then whoever can be reached has one notification, and everybody else is named with the reason';
export const integration = 'braze-sendbird';

const KNOWN = 8;

const accepted = (event) => event.response?.status < 300;

export async function run(stage) {
	const { expect, feed } = stage;
	const app = sendbird(stage);
	const office = segmentForm(stage);
	const known = [];
	for (let made = 0; made < KNOWN; made++) known.push(await mappedCustomer(stage));
	const noOrder = await mappedCustomer(stage, { order: null });
	const stranger = await mappedCustomer(stage, { sendbird_id: 'sb-nobody' });
	const unmapped = await stage.newCustomer();
	const twin = await mappedCustomer(stage, { sendbird_id: known[0].sendbirdId });
	const people = [...known, noOrder, stranger, unmapped, twin];
	const reachable = KNOWN + 1;
	const all = people.length + GUESTS;
	const why = { [noOrder.externalId]: 'emptyVariable', [unmapped.externalId]: 'noSendbirdId', [twin.externalId]: 'sameSendbirdId' };
	const ours = (leftOut) => Object.fromEntries(people.flatMap(({ externalId }) => (leftOut[externalId] === undefined ? [] : [[externalId, leftOut[externalId]]])));

	await track(stage, people, { franchise: FRANCHISE });
	// Whether Sendbird leaves strangers out or refuses the call is documented nowhere: here it names them.
	await app.settings({ unknownTargets: 'refuse' });
	try {
		expect.same((await office.stranger.look(office.url)).status, 401, 'the form without a password');

		const mark = feed.mark;
		const preview = await office.run({ 'What to do': 'Preview' });
		expect.contains(preview.text, `Preview, nothing sent ${reachable} of ${all} people can be notified; ${GUESTS + 1} without a Sendbird ID; 1 with an empty variable; 1 with the Sendbird ID of another.`, 'the preview');
		expect.contains(preview.text, `${known[0].externalId} → ${known[0].sendbirdId}`, 'the first rows of the preview');
		expect.same(ours(preview.leftOut), why, 'who would be left out');
		expect.same([sendsSince(stage, mark).length, (await app.inbox(known[0].sendbirdId)).length], [0, 0], 'calls and notifications of a preview');

		let second;
		const sent = await office.run({ 'What to do': 'Send' }, async () => {
			second = await office.submit({ 'What to do': 'Send' });
		});
		expect.contains(second.text, 'Nothing sent Braze did not begin the export', 'the page of a second run while the first one waits');
		await stage.quiet();
		expect.contains(sent.text, `Sent in part ${KNOWN} of ${all} people were handed to Sendbird; ${GUESTS + 1} without a Sendbird ID; 1 with an empty variable; 1 with the Sendbird ID of another; 1 not taken by Sendbird`, 'the summary');
		expect.same(ours(sent.leftOut), { ...why, [stranger.externalId]: 'notFound' }, 'who was left out');
		expect.same([sent.row.status, sent.row.people, sent.row.queued, sent.row.not_taken, sent.row.unknown], ['sent in part', all, KNOWN, 1, 0], "the run's row");
		for (const { sendbirdId } of known) expect.same((await app.inbox(sendbirdId)).length, 1, `notifications in the app of ${sendbirdId}`);
		for (const { sendbirdId } of [noOrder, twin]) expect.same((await app.inbox(sendbirdId)).length, 0, `notifications in the app of ${sendbirdId}`);
		const { fields } = await known[1].profile();
		expect.same((await app.inbox(known[1].sendbirdId))[0].text, `Hi ${fields.first_name}, your order A-7 is on its way.`, 'what one of them reads');
		expect.same(sendsSince(stage, mark).filter(accepted).length, 1, 'calls that Sendbird took');
		expect.true((await toldTeam(stage)).some((what) => what.startsWith(`${KNOWN} of ${all} people were handed to Sendbird`)), 'the team is told that some were not notified');
		return `${all} profiles, 1 call`;
	} finally {
		await app.settings({ unknownTargets: 'skip' });
		await track(stage, people, { franchise: null });
	}
}
