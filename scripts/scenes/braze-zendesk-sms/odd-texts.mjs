import { commentWhere, linkOf, receivedAt, startConversation, ticketOf } from '../../lib/scenes/conversation.mjs';

export const name = 'odd-texts';
export const title = 'quotes and line breaks, an empty text, a customer without names, one without external id';
export const integration = 'braze-zendesk-sms';

const AWKWARD = 'He said "it\'s broken"\n\\n is no line break, {{ nor }} is this {% one %}\n\nprice < 5 & > 3 <b>not bold</b>? 100 % 🤷';

async function awkwardCharacters(stage) {
	const { customer, ticket } = await startConversation(stage);
	await customer.texts(AWKWARD);
	const comment = await commentWhere(stage, ticket.id, ({ plain_body: body }) => body.includes('He said'), 'the awkward text on the ticket');
	stage.expect.same(comment.plain_body, AWKWARD, 'the comment');
}

/** A ticket with words of ours, or a refusal that says why: never silence. */
async function nothingWritten(stage) {
	const { customer, ticket } = await startConversation(stage);
	const mark = stage.feed.mark;
	await customer.texts('');
	await stage.waitFor(() => stage.feed.since(mark).find(({ kind, vendor }) => kind === 'delivery' && vendor === 'braze'), { what: 'Braze to deliver the empty text' });
	await stage.quiet();
	const [, added] = await stage.zendesk.comments(ticket.id);
	const refused = (await stage.rest.failures(1))[0];
	stage.expect.true(added?.plain_body.trim() || /empty|no text/i.test(refused ?? ''), `an empty text is told on the ticket or refused with a reason (comment: ${added?.plain_body}; failure: ${refused})`);

	const picture = 'https://example.com/media/broken-cup.jpg';
	await customer.texts('', [picture]);
	await commentWhere(stage, ticket.id, ({ plain_body: body }) => body.includes(picture), 'the picture of a text without words on the ticket');
}

async function nameless(stage) {
	const { ticket } = await startConversation(stage, { names: false });
	const { name: shown } = await stage.zendesk.user(ticket.requester_id);
	stage.expect.true(shown?.trim(), 'the requester has a name that an agent can read');
}

async function withoutExternalId(stage) {
	const { expect } = stage;
	const customer = await stage.newCustomer({ externalId: false });
	await customer.texts('SUPPORT');
	const ticket = await ticketOf(stage, customer);
	expect.same(ticket.external_id, linkOf(customer), 'external_id');
	const before = (await customer.received()).length;
	await stage.agent.replies(ticket.id, { text: 'Hello, how can I help?' });
	const { text } = await receivedAt(stage, customer, before + 1, "the agent's reply on the phone of a customer without external id");
	expect.contains(text, 'Hello, how can I help?', 'the message');
}

export async function run(stage) {
	await awkwardCharacters(stage);
	await nothingWritten(stage);
	await nameless(stage);
	await withoutExternalId(stage);
}
