import { brazeApi } from '../../lib/scenes/brazeApi.mjs';
import { campaignName } from '../../lib/scenes/brazeSetup.mjs';
import { commentWhere, linkOf, receivedAt } from '../../lib/scenes/conversation.mjs';
import { accountNow, makeByHand, removeByHand, switchByHand, zendeskApi } from '../../lib/scenes/zendesk.mjs';
import { ADOPT, REPAIR, republished, SET_UP, setUpForm, SHOW, SHOW_ADOPTION, TEAR_DOWN, THROUGH_N8N, triggerIn, unpublished } from '../../lib/scenes/zendeskSetUp.mjs';

export const name = 'zendesk-cut-over';
export const title = "from the document's hand-made set-up to n8n while a conversation runs: each answer arrives once, the open ticket is adopted, an e-mail ticket is not, text becomes boolean";
export const integration = 'braze-zendesk-sms';

const beforehand = (nodes) => Object.assign(triggerIn(nodes).parameters, { registration: 'setUp' });

/** Zendesk's search finds an object only after a minute. */
const SEARCH_LAG_S = 90;

const holdsText = async (stage, customer, ticketId) =>
	await brazeApi(stage, '/users/track', { attributes: [{ external_id: customer.externalId, zendesk_ticket: String(ticketId), zendesk_ticket_open: 'true' }] });

/** As the document's webhook campaign left it: a ticket through the API without an external ID, its customer known by the user field, texts in Braze. */
async function oldConversation(stage) {
	const customer = await stage.newCustomer();
	const { user } = await zendeskApi(stage, 'POST', '/users', { user: { name: `Old ${customer.id}`, user_fields: { braze_external_id: customer.externalId } } });
	const { ticket } = await zendeskApi(stage, 'POST', '/tickets', { ticket: { subject: 'Action Needed', requester_id: user.id, comment: { body: 'SUPPORT', author_id: user.id }, priority: 'normal', type: 'problem' } });
	await holdsText(stage, customer, ticket.id);
	const emailTicketId = await stage.agent.emailTicket({ requesterId: user.id, subject: 'Invoice', text: 'By mail' });
	return { customer, ticket, emailTicketId };
}

async function answered(stage, { customer, ticket }, text) {
	const before = (await customer.received()).length;
	await stage.agent.replies(ticket.id, { text });
	const message = await receivedAt(stage, customer, before + 1, `“${text}” on the phone`);
	await stage.quiet();
	stage.expect.same((await customer.received()).length, before + 1, `messages after “${text}”`);
	stage.expect.contains(message.text, text, 'the message');
	stage.expect.same(message.by, campaignName('campaign-agent-reply'), 'the campaign');
}

async function adopted(stage, { customer, ticket, emailTicketId }) {
	const { expect, control, zendesk } = stage;
	await control.age(SEARCH_LAG_S);
	const told = await setUpForm(stage, SHOW_ADOPTION, THROUGH_N8N, { query: 'subject:"Action Needed"' });
	expect.contains(told, 'would be adopted', 'what would be adopted');
	expect.same((await zendesk.ticket(ticket.id)).external_id, null, 'the external ID after a dry run');
	expect.same((await customer.profile()).types.zendesk_ticket_open, 'string', 'zendesk_ticket_open after a dry run');

	expect.contains(await setUpForm(stage, ADOPT, THROUGH_N8N), 'left alone: it did not come through the API', 'the page');
	expect.same((await zendesk.ticket(ticket.id)).external_id, linkOf(customer), 'the external ID of the adopted ticket');
	expect.same((await zendesk.ticket(emailTicketId)).external_id, null, 'the external ID of the e-mail ticket');
	const { custom_attributes: held, types } = await customer.profile();
	expect.same([held.zendesk_ticket, held.zendesk_ticket_open, types.zendesk_ticket_open], [String(ticket.id), true, 'boolean'], 'what Braze holds');
	expect.contains(await setUpForm(stage, ADOPT, THROUGH_N8N), 'was adopted before', 'the page of a second run');
}

async function play(stage, made) {
	const { expect } = stage;
	const old = await oldConversation(stage);
	const byHand = async () => JSON.stringify((await accountNow(stage)).triggers.filter(({ id }) => made.triggerIds.map(String).includes(String(id))));
	const before = await byHand();
	const told = await setUpForm(stage, SHOW, THROUGH_N8N);
	for (const part of ['every SMS goes out twice', 'SMS Braze reply', 'From the old set-up to this one, in this order', 'The way back']) expect.contains(told, part, 'the dry run');
	await setUpForm(stage, SET_UP, THROUGH_N8N);
	expect.same(await byHand(), before, 'the hand-made triggers after a set-up');
	await answered(stage, old, 'Through the old way.');

	await adopted(stage, old);
	await switchByHand(stage, made, false);
	await setUpForm(stage, REPAIR, THROUGH_N8N);
	await answered(stage, old, 'Through n8n.');
	const words = 'Still me, on the same ticket?';
	await old.customer.texts(words);
	const comment = await commentWhere(stage, old.ticket.id, ({ plain_body: body }) => body.includes(words), 'the text on the adopted ticket');
	expect.same(comment.author_id, (await stage.zendesk.ticket(old.ticket.id)).requester_id, 'its author');

	await setUpForm(stage, TEAR_DOWN, THROUGH_N8N);
	await switchByHand(stage, made, true);
	await answered(stage, old, 'The way back works, too.');
}

export async function run(stage) {
	// The reconcile workflow knows what n8n sent; what Zendesk sent by itself it would send again.
	const resting = await unpublished(stage, ['4-reconcile.json']);
	const changes = [await republished(stage, '2-agent-reply-to-sms.json', beforehand), await republished(stage, '3-ticket-solved-to-sms.json', beforehand)];
	const made = await makeByHand(stage);
	try {
		await play(stage, made);
	} finally {
		await setUpForm(stage, TEAR_DOWN, THROUGH_N8N);
		await removeByHand(stage, made);
		for (const { restore } of [...changes, resting]) await restore();
	}
}
