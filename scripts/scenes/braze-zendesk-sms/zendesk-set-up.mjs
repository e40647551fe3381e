import { receivedAt, startConversation } from '../../lib/scenes/conversation.mjs';
import { accountNow } from '../../lib/scenes/zendesk.mjs';
import { headingOf, republished, SET_UP, setUpForm, SHOW, SHOW_TEAR_DOWN, SUBSCRIBED, TEAR_DOWN, THROUGH_N8N, triggerIn } from '../../lib/scenes/zendeskSetUp.mjs';

export const name = 'zendesk-set-up';
export const title = 'Zendesk is set up by a form: a dry run, a run, a second run that changes nothing, one conversation over it, and all of it taken away';
export const integration = 'braze-zendesk-sms';

const beforehand = (nodes) => Object.assign(triggerIn(nodes).parameters, { registration: 'setUp' });

async function oneConversation(stage) {
	const { expect, agent, quiet, zendesk } = stage;
	const { customer, ticket } = await startConversation(stage);
	const before = (await customer.received()).length;
	await agent.replies(ticket.id, { text: 'It "ships" today,\n\nC:\\parcels & all.' });
	const { text } = await receivedAt(stage, customer, before + 1, "the agent's reply on the phone");
	expect.contains(text, 'It "ships" today,\n\nC:\\parcels & all.', 'the reply');
	await agent.sets(ticket.id, 'solved');
	await receivedAt(stage, customer, before + 2, 'the closing SMS');
	await quiet();
	expect.same((await customer.received()).length, before + 2, 'messages on the phone');
	expect.same((await zendesk.comments(ticket.id)).length, 2, 'comments on the ticket');
}

export async function run(stage) {
	const { expect } = stage;
	const changes = [await republished(stage, '2-agent-reply-to-sms.json', beforehand), await republished(stage, '3-ticket-solved-to-sms.json', beforehand)];
	try {
		const before = await accountNow(stage);
		expect.same(headingOf(await setUpForm(stage, SHOW, THROUGH_N8N)), 'Nothing was changed. This is what would be.', 'the dry run');
		expect.same((await accountNow(stage)).text, before.text, 'the account after a dry run');

		const page = await setUpForm(stage, SET_UP, THROUGH_N8N);
		expect.same(headingOf(page), 'Changes made: 5', 'the set-up');
		const after = await accountNow(stage);
		expect.same([after.webhooks.length - before.webhooks.length, after.triggers.length - before.triggers.length], [2, 2], 'webhooks and triggers made');

		for (const what of [SET_UP, SHOW]) {
			const again = await setUpForm(stage, what, THROUGH_N8N);
			expect.true(!/would be made|differs/.test(again), `the page of “${what}” once all stands: ${again}`);
			expect.same((await accountNow(stage)).text, after.text, `the account after “${what}” once all stands`);
		}
		expect.same(headingOf(await setUpForm(stage, SET_UP, THROUGH_N8N)), 'Nothing had to be changed.', 'the second set-up');
		expect.contains(headingOf(await setUpForm(stage, SET_UP, SUBSCRIBED)), 'braze_external_id stands', 'the user field');

		await oneConversation(stage);

		expect.contains(await setUpForm(stage, SHOW_TEAR_DOWN, THROUGH_N8N), 'would be removed', 'what would be taken away');
		expect.same(headingOf(await setUpForm(stage, TEAR_DOWN, THROUGH_N8N)), 'Removed: 5', 'the tear-down');
		expect.same((await accountNow(stage)).text, before.text, 'the account after the tear-down');
	} finally {
		for (const { restore } of changes) await restore();
	}
}
