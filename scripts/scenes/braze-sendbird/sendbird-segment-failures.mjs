import { dataTables } from '../../lib/scenes/dataTables.mjs';
import { withEditedWorkflow } from '../../lib/scenes/editedWorkflow.mjs';
import { sendForm } from '../../lib/scenes/forms.mjs';
import { mappedCustomer, sendbird, sendsSince, toldTeam } from '../../lib/scenes/sendbird.mjs';
import { FRANCHISE, segmentForm, track } from '../../lib/scenes/sendbirdSegment.mjs';

export const name = 'sendbird-segment-failures';
export const title = "a segment that cannot go out: bad variables, an account whose exports have no URL, Sendbird away (workflow 2 sends later), and an answer that was lost (told, not sent again)";
export const integration = 'braze-sendbird';

const MANY = 3;

/** GZIP stands for an account with a cloud storage. */
const exportsToStorage = (nodes) => {
	nodes.find(({ name: node }) => node === 'Export of the segment').parameters.more.outputFormat = 'gzip';
};

export async function run(stage) {
	const { expect, control, feed, waitFor } = stage;
	const app = sendbird(stage);
	const office = segmentForm(stage);
	const people = [];
	for (let made = 0; made < MANY; made++) people.push(await mappedCustomer(stage));
	const inboxes = async () => await Promise.all(people.map(async ({ sendbirdId }) => (await app.inbox(sendbirdId)).length));
	const outcomes = (leftOut) => people.map(({ externalId }) => leftOut[externalId]);
	const send = async () => await office.run({ 'What to do': 'Send' });

	await track(stage, people, { franchise: FRANCHISE });
	try {
		const mark = feed.mark;
		const exports = () => feed.since(mark).filter(({ request }) => request?.path === '/users/export/segment').length;
		for (const [variables, words] of [['{ "order": ', 'no JSON object'], ['{ "order": "{{custom_attribute.${order}}}" }', 'Liquid'], ['{ "order": { "id": 1 } }', 'neither a text nor a number']]) {
			expect.contains((await office.submit({ 'Variables as JSON': variables, 'What to do': 'Send' })).text, words, `the page for the variables ${variables}`);
		}
		expect.same(exports(), 0, 'exports for variables that are wrong');

		await withEditedWorkflow(stage, 'brazeSendbird7', exportsToStorage, async () => {
			const { text, row } = await send();
			expect.contains(text, 'cloud storage of its own', 'the page where the export has no URL');
			expect.same(row.status, 'nothing sent', 'its row');
		});

		await control.fault({ vendor: 'sendbird-notifications', route: 'POST /v1/notifications', status: 400 });
		const refused = await send();
		await control.endFaults();
		expect.contains(refused.text, 'Nothing sent', 'the page where Sendbird takes nobody');

		await control.fault({ vendor: 'sendbird-notifications', route: 'POST /v1/notifications', reset: 'after', times: 1 });
		const calls = feed.mark;
		const lost = await send();
		expect.same(outcomes(lost.leftOut), people.map(() => 'unknownOutcome'), 'what is known where the answer was lost');
		expect.contains(lost.text, `of ${MANY} nobody knows whether they went out`, 'its page');
		await stage.quiet();
		expect.same(sendsSince(stage, calls).length, 1, 'calls whose answer was lost');
		const listed = (await dataTables(stage.rest).rows('Sendbird notifications waiting')).filter(({ user_id: user }) => people.some(({ externalId }) => externalId === user));
		expect.same(listed.length, 0, 'of those whose answer was lost, on the list that is sent again');
		const before = await inboxes();

		await control.fault({ vendor: 'sendbird-notifications', route: 'POST /v1/notifications', status: 429, retryAfter: 3600 });
		const away = await send();
		await control.endFaults();
		expect.same(outcomes(away.leftOut), people.map(() => 'rateLimited'), 'what is known where Sendbird is busy');
		expect.contains(away.text, `${MANY} of them wait on the list of workflow 2`, 'its page');
		expect.same(await inboxes(), before, 'notifications while Sendbird is busy');
		await sendForm(stage, 'brazeSendbird2', ['the scene'], 'Now');
		await waitFor(async () => (await inboxes()).every((many, at) => many === before[at] + 1), { what: 'workflow 2 to notify those who waited' });
		await stage.quiet();
		expect.same(await inboxes(), before.map((many) => many + 1), 'notifications in the end');
		expect.true((await toldTeam(stage)).some((what) => what.includes('not taken by Sendbird')), 'the team is told');
		return 'each told, nothing twice';
	} finally {
		await control.endFaults();
		await track(stage, people, { franchise: null });
	}
}
