import { campaignName } from '../../lib/scenes/brazeSetup.mjs';
import { repliesOnPhone } from '../../lib/scenes/bothEnds.mjs';
import { receivedAt, startConversation } from '../../lib/scenes/conversation.mjs';
import { reconcile } from '../../lib/scenes/reconcile.mjs';
import { accountNow, webhookOfWorkflow } from '../../lib/scenes/zendesk.mjs';
import { REPAIR, SET_UP, setUpForm, SHOW, TEAR_DOWN, THROUGH_N8N, triggerUrl } from '../../lib/scenes/zendeskSetUp.mjs';

export const name = 'zendesk-webhook-deleted';
export const title = "somebody deletes n8n's webhooks in Zendesk: the dry run tells of one that set-up made, publishing makes the workflow's own anew, and what was said in between arrives";
export const integration = 'braze-zendesk-sms';

const FILE = '2-agent-reply-to-sms.json';
const CAMPAIGN = 'campaign-agent-reply';

async function subscription(stage) {
	const { expect, agent, control, rest, quiet } = stage;
	const { customer, ticket } = await startConversation(stage);
	const { id } = await webhookOfWorkflow(stage, FILE);
	await control.call('DELETE', `/zendesk/webhooks/${id}`);
	await agent.replies(ticket.id, { text: 'Nobody hears this.' });
	await quiet();
	expect.same(await repliesOnPhone(customer, campaignName(CAMPAIGN)), [], 'replies on the phone while nobody listens');

	await rest.deactivate('brazeZendeskSms2');
	await rest.activate('brazeZendeskSms2');
	expect.true((await webhookOfWorkflow(stage, FILE)).id !== id, 'publishing made a new webhook');
	const before = (await customer.received()).length;
	await agent.replies(ticket.id, { text: 'But this.' });
	await receivedAt(stage, customer, before + 1, 'the reply after publishing on the phone');
	await reconcile(stage);
	expect.same(await repliesOnPhone(customer, campaignName(CAMPAIGN)), ['But this.', 'Nobody hears this.'], 'replies on the phone after a reconcile');
}

async function setUpsOwn(stage) {
	const { expect, control } = stage;
	await setUpForm(stage, SET_UP, THROUGH_N8N);
	try {
		const ours = async () => (await accountNow(stage)).webhooks.find(({ endpoint, subscriptions }) => endpoint === triggerUrl(stage, FILE) && subscriptions.includes('conditional_ticket_events'));
		const { id } = await ours();
		await control.call('DELETE', `/zendesk/webhooks/${id}`);
		const told = await setUpForm(stage, SHOW, THROUGH_N8N);
		expect.contains(told, 'would be made', 'the dry run tells of the webhook');
		expect.contains(told, '<b>webhook</b>', 'the dry run tells of the trigger that calls nobody');
		await setUpForm(stage, REPAIR, THROUGH_N8N);
		const now = await ours();
		expect.true(now !== undefined && now.id !== id, 'the webhook was made anew');
		expect.true(JSON.stringify((await accountNow(stage)).triggers).includes(now.id), 'the trigger calls the new webhook');
	} finally {
		await setUpForm(stage, TEAR_DOWN, THROUGH_N8N);
	}
}

export async function run(stage) {
	await subscription(stage);
	await setUpsOwn(stage);
}
