import { newName, newPeople, upload } from '../../lib/scenes/clevertap.mjs';
import { sendForm } from '../../lib/scenes/forms.mjs';

export const name = 'clevertap-metrics';
export const title = 'SENT, READ and the rate of two campaigns as a table and a picture, people counted and not repeats';
export const integration = 'clevertap-sendbird';

const WORKFLOW = 'clevertapSendbird4';

export async function run(stage) {
	const { expect, waitFor } = stage;
	const told = newName('Spring Sale (more)');
	const people = await newPeople(stage, 8);
	const event = ({ identity }, status, target, ts) => ({ type: 'event', identity, ts, evtName: told, evtData: { status, target_id: target } });
	const now = Math.floor(Date.now() / 1000);
	await upload(stage, [
		...people.map((one) => event(one, 'SENT', 501, now - 60)),
		...people.slice(0, 3).map((one) => event(one, 'READ', 501, now)),
		// Once more: a repeat counts nobody twice.
		event(people[0], 'READ', 501, now),
		...people.slice(0, 4).map((one) => event(one, 'SENT', 502, now - 60)),
		event(people[0], 'READ', 502, now),
	]);
	const [before] = await stage.rest.executions({ workflowId: WORKFLOW, limit: 1 });
	await sendForm(stage, WORKFLOW, [told, '', '']);
	const done = await waitFor(async () => (await stage.rest.executions({ workflowId: WORKFLOW, limit: 1 })).find(({ id, status }) => id !== before?.id && !['new', 'running', 'waiting'].includes(status)), { what: 'the figures' });
	expect.same(done.status, 'success', 'the execution');
	const { runData } = await stage.rest.execution(done.id);
	const items = (node) => runData[node].at(-1).data.main[0];
	const table = items('Table').map(({ json: { campaign, sent, read, ratePercent } }) => ({ campaign, sent, read, ratePercent }));
	expect.same(table, [{ campaign: '501', sent: 8, read: 3, ratePercent: 37.5 }, { campaign: '502', sent: 4, read: 1, ratePercent: 25 }], 'the table');
	expect.same(items('Picture')[0].binary.picture.fileName, 'campaign-metrics.svg', 'the picture');
	const [{ json: { svg } }] = items('Drawing');
	expect.contains(svg, '3 read (37.5 %)', 'the drawing');
	expect.contains(svg, told, 'the name in it');
}
