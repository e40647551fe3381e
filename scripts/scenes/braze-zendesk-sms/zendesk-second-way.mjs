import { commentWhere, receivedAt, startConversation } from '../../lib/scenes/conversation.mjs';
import { accountNow, zendeskApi } from '../../lib/scenes/zendesk.mjs';
import { republished, triggerIn } from '../../lib/scenes/zendeskSetUp.mjs';

export const name = 'zendesk-second-way';
export const title = 'a Zendesk trigger with a condition of its own instead of event subscriptions: IDs travel, words and files are read; what people add to it stays; unpublishing removes it';
export const integration = 'braze-zendesk-sms';

const FILES = ['2-agent-reply-to-sms.json', '3-ticket-solved-to-sms.json'];

const NOT_SILENT = { field: 'current_tags', operator: 'not_includes', value: 'silent' };

const byTrigger = (nodes) => Object.assign(triggerIn(nodes).parameters, { registration: 'ticketTrigger', conditionsAll: JSON.stringify([NOT_SILENT]) });

async function converse(stage) {
	const { expect, agent, quiet, feed } = stage;
	const { customer, ticket } = await startConversation(stage);
	const before = (await customer.received()).length;
	const mark = feed.mark;
	await agent.replies(ticket.id, { text: 'He said "no",\n\nC:\\new & <so>', files: [{ fileName: 'label.txt', text: 'Return label 42' }] });
	const { text } = await receivedAt(stage, customer, before + 1, "the agent's reply on the phone");
	expect.contains(text, 'He said "no",\n\nC:\\new & <so>\nhttp', 'the words, and the link of the file below them');
	// Another integration's event subscription hears of the same comment, with its words.
	const told = feed.since(mark).filter(({ kind, vendor, summary }) => kind === 'delivery' && vendor === 'zendesk' && summary.includes('Braze × Zendesk SMS'));
	expect.true(told.length > 0 && told.every(({ request }) => !request.body.includes('C:')), 'no words travelled with the deliveries');
	await agent.replies(ticket.id, { text: 'For colleagues only.', public: false });

	await zendeskApi(stage, 'PUT', `/tickets/${ticket.id}/tags`, { tags: ['silent'] });
	await agent.replies(ticket.id, { text: 'The condition of our own keeps this back.' });
	await commentWhere(stage, ticket.id, ({ plain_body: body }) => body.includes('keeps this back'), 'the silent reply on the ticket');
	await quiet();
	expect.same((await customer.received()).length, before + 1, 'messages on the phone');

	await zendeskApi(stage, 'DELETE', `/tickets/${ticket.id}/tags`, { tags: ['silent'] });
	await agent.sets(ticket.id, 'solved');
	await receivedAt(stage, customer, before + 2, 'the closing SMS');
	await quiet();
	expect.same((await customer.received()).length, before + 2, 'messages on the phone');
}

/** A condition that an administrator adds by hand survives publishing anew. */
async function peopleMayAdd(stage) {
	const { expect, rest } = stage;
	const ours = async () => (await accountNow(stage)).triggers.find(({ title: text }) => text.includes('Agent answers'));
	const { id, title: heading, conditions, actions } = await ours();
	const added = { field: 'priority', operator: 'is_not', value: 'low' };
	await zendeskApi(stage, 'PUT', `/triggers/${id}`, { trigger: { title: heading, conditions: { ...conditions, all: [...conditions.all, added] }, actions } });
	await rest.deactivate('brazeZendeskSms3');
	await rest.call('POST', '/workflows/brazeZendeskSms2/activate', { versionId: (await rest.workflow('brazeZendeskSms2')).versionId });
	await rest.activate('brazeZendeskSms3');
	const fields = (await ours()).conditions.all.map(({ field }) => field);
	expect.true(fields.includes('priority') && fields.includes('current_tags'), `the conditions after publishing anew: ${fields}`);
}

export async function run(stage) {
	const { expect } = stage;
	const before = await accountNow(stage);
	const changes = [];
	try {
		for (const file of FILES) changes.push(await republished(stage, file, byTrigger));
		const after = await accountNow(stage);
		expect.same(after.triggers.length - before.triggers.length, 2, 'triggers made');
		expect.same(after.webhooks.filter(({ subscriptions }) => subscriptions.some((type) => type.startsWith('zen:'))).length, before.webhooks.filter(({ subscriptions }) => subscriptions.some((type) => type.startsWith('zen:'))).length - 2, 'event subscriptions left');
		await converse(stage);
		await peopleMayAdd(stage);
	} finally {
		for (const { restore } of changes) await restore();
	}
	const left = await accountNow(stage);
	expect.same([left.triggers.length, left.webhooks.length], [before.triggers.length, before.webhooks.length], 'triggers and webhooks afterwards');
}
