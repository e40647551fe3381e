import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brazeSetup } from '../../lib/scenes/brazeSetup.mjs';
import { receivedAt, startConversation } from '../../lib/scenes/conversation.mjs';
import { root } from '../../lib/command/paths.mjs';
import { accountNow, makeByHand, removeByHand } from '../../lib/scenes/zendesk.mjs';
import { headingOf, REPAIR, SET_UP, setUpForm, SHOW, SHOW_TEAR_DOWN, unpublished, WITHOUT_N8N } from '../../lib/scenes/zendeskSetUp.mjs';

export const name = 'zendesk-handmade';
export const title = "the document's hand-made set-up, Zendesk to Braze without n8n: its faults are told, nothing is touched without leave, then mended, and any text arrives once";
export const integration = 'braze-zendesk-sms';

const TEXT = 'He said "where is it?"\n\nC:\\parcels\\new & <more> – 100 % 🎉\nit\'s here';

const CAMPAIGNS = ['campaign-agent-reply', 'campaign-ticket-solved'];

const shippedText = (id) => readFileSync(join(root, 'workflows', 'braze-zendesk-sms', 'braze', brazeSetup().campaigns.find(({ sandboxId }) => sandboxId === id).sms.bodyFile), 'utf8').trimEnd();

/** The page shows it as text; this is what a person copies. */
const messageOn = (page) => /Message of both Braze campaigns<\/h2><pre>(.*?)<\/pre>/s.exec(page)[1].replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code));

async function answers(stage, { customer, ticket }) {
	const { expect, agent, quiet } = stage;
	const before = (await customer.received()).length;
	await agent.replies(ticket.id, { text: TEXT });
	const { text } = await receivedAt(stage, customer, before + 1, "the agent's reply on the phone");
	expect.same(text, TEXT, 'the reply on the phone');
	await agent.sets(ticket.id, 'solved');
	const closing = await receivedAt(stage, customer, before + 2, 'the closing SMS');
	expect.contains(closing.text, 'Your ticket has been closed', 'the closing SMS');
	await stage.waitFor(async () => (await customer.profile()).custom_attributes.zendesk_ticket_open === false, { what: 'zendesk_ticket_open to be false, as a boolean' });
	await quiet();
	expect.same((await customer.received()).length, before + 2, 'messages on the phone');
}

export async function run(stage) {
	const { expect, control } = stage;
	const conversation = await startConversation(stage);
	await stage.quiet();
	const resting = await unpublished(stage, ['2-agent-reply-to-sms.json', '3-ticket-solved-to-sms.json', '4-reconcile.json']);
	const made = await makeByHand(stage);
	try {
		const before = await accountNow(stage);
		const told = await setUpForm(stage, SHOW, WITHOUT_N8N);
		for (const part of ['differs', '<b>body</b>', '<b>conditions.all</b>', 'in the same moment']) expect.contains(told, part, 'the dry run');
		expect.same(headingOf(await setUpForm(stage, SET_UP, WITHOUT_N8N)), 'Nothing was changed.', 'the set-up without leave');
		expect.same((await accountNow(stage)).text, before.text, 'the account after a set-up without leave');

		const page = await setUpForm(stage, REPAIR, WITHOUT_N8N);
		for (const id of CAMPAIGNS) await control.brazeCampaign(id, { body: messageOn(page) });
		const after = await accountNow(stage);
		expect.same(after.triggers.map(({ id }) => id), before.triggers.map(({ id }) => id), 'the triggers: the same ones, mended');
		expect.true(!/differs/.test(await setUpForm(stage, SHOW, WITHOUT_N8N)), 'nothing differs any more');
		await answers(stage, conversation);

		expect.true(!(await setUpForm(stage, SHOW_TEAR_DOWN, WITHOUT_N8N)).includes('would be removed'), 'nothing that people made would be taken away');
	} finally {
		for (const id of CAMPAIGNS) await control.brazeCampaign(id, { body: shippedText(id) });
		await removeByHand(stage, made);
		await resting.restore();
	}
}
