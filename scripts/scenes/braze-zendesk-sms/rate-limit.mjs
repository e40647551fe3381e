import { campaignName } from '../../lib/scenes/brazeSetup.mjs';
import { onTicket, repliesOnPhone } from '../../lib/scenes/bothEnds.mjs';
import { linkOf, startConversation } from '../../lib/scenes/conversation.mjs';

export const name = 'rate-limit';
export const title = '429 and 503 from both for a while: all arrives once, and nobody calls before a wait is over';
export const integration = 'braze-zendesk-sms';

const WAIT_S = 2;

/** Clocks are read on both sides of a connection. */
const TOLERANCE_MS = 100;

/** Refused calls that came again too early: same execution, same method and path. */
function tooEarly(events) {
	const calls = events.filter(({ kind, request }) => kind === 'request' && request);
	return calls.flatMap((call, index) => {
		if (![429, 503].includes(call.response.status) || !call.executionId) return [];
		const again = calls.slice(index + 1).find((later) => later.executionId === call.executionId && later.vendor === call.vendor && later.request.path === call.request.path);
		const promised = call.response.status === 429 || call.response.headers['retry-after'] ? WAIT_S * 1000 : 0;
		const waited = again ? Date.parse(again.at) - Date.parse(call.at) : Infinity;
		return waited + TOLERANCE_MS < promised ? [`${call.vendor} ${call.request.path}: after ${waited} ms`] : [];
	});
}

export async function run(stage) {
	const { expect, agent, control, zendesk, feed, waitFor, quiet } = stage;
	const mark = feed.mark;
	for (const vendor of ['zendesk', 'braze']) {
		await control.fault({ vendor, route: '*', status: 429, retryAfter: WAIT_S, times: 2 });
		await control.fault({ vendor, route: '*', status: 503, retryAfter: WAIT_S, times: 2 });
	}
	const { customer, ticket } = await startConversation(stage);
	await control.fault({ vendor: 'braze', route: 'POST /campaigns/trigger/send', status: 429, retryAfter: WAIT_S, times: 1 });
	await control.fault({ vendor: 'braze', route: 'POST /campaigns/trigger/send', status: 503, times: 1 });
	await agent.replies(ticket.id, { text: 'Thank you for waiting.' });
	await waitFor(async () => (await repliesOnPhone(customer, campaignName('campaign-agent-reply'))).length > 0, { what: 'the answer on the phone', timeoutMs: 60_000 });
	await quiet();
	expect.same((await zendesk.tickets(linkOf(customer))).length, 1, 'tickets');
	expect.same((await onTicket(stage, ticket.id)).fromCustomer, ['SUPPORT'], "the customer's comments");
	expect.same(await repliesOnPhone(customer, campaignName('campaign-agent-reply')), ['Thank you for waiting.'], 'the phone');
	const refused = feed.since(mark).filter(({ kind, response }) => kind === 'request' && [429, 503].includes(response?.status));
	expect.true(refused.length >= 8, `the faults were met (${refused.length} refused calls)`);
	expect.same(tooEarly(feed.since(mark)), [], 'calls made before their wait was over');
}
