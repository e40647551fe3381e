import { mappedCustomer, sendbird, statusesOf, toldTeam, withCampaign } from '../../lib/scenes/sendbird.mjs';

export const name = 'sendbird-stopped';
export const title = "Braze's answer to SENT is lost and the workflow stops: the team reads its own words, not n8n's, which say to try again at once; nothing is there twice";
export const integration = 'braze-sendbird';

const WORKFLOW = 'brazeSendbird1';

export async function run(stage) {
	const { expect, control, rest, waitFor, quiet } = stage;
	const customer = await mappedCustomer(stage);
	await quiet();
	const before = new Set(await toldTeam(stage));
	const told = async () => (await toldTeam(stage)).find((what) => !before.has(what));
	await withCampaign(stage, { file: '1-canvas-realtime.json' }, async (sendTo) => {
		await control.fault({ vendor: 'braze', route: 'POST /users/track', reset: 'after', times: 1 });
		await sendTo(customer);
		const what = await waitFor(told, { what: 'the team to be told' });
		expect.contains(what, 'its SENT is not in Braze: Braze did not answer (ECONNRESET)', 'what is told');
	});
	// The stopped workflow answered Braze with an error, so Braze posts again.
	await waitFor(async () => (await rest.executions({ workflowId: WORKFLOW, limit: 1 }))[0].status === 'success', { what: 'the repeat of Braze', timeoutMs: 60_000 });
	await quiet();
	expect.same((await sendbird(stage).inbox(customer.sendbirdId)).length, 1, 'notifications in the app');
	expect.same(await statusesOf(customer), ['SENT'], 'the statuses in Braze');
}
