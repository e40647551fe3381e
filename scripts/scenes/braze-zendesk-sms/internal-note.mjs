import { receivedAt, startConversation, zendeskTold } from '../../lib/scenes/conversation.mjs';

export const name = 'internal-note';
export const title = 'an internal note stays inside';
export const integration = 'braze-zendesk-sms';

export async function run(stage) {
	const { expect, agent } = stage;
	const { customer, ticket } = await startConversation(stage);
	const before = (await customer.received()).length;
	const mark = stage.feed.mark;
	await agent.replies(ticket.id, { text: 'Customer sounds upset; offer a voucher.', public: false });
	await zendeskTold(stage, mark, 'offer a voucher', 'Zendesk to tell n8n of the note');
	await stage.quiet();
	expect.same((await customer.received()).length, before, 'the number of messages on the phone after the note');

	// The same ticket, in public: silence was the note's doing and not a broken line's.
	await agent.replies(ticket.id, { text: 'We have a voucher for you.' });
	const { text } = await receivedAt(stage, customer, before + 1, 'the public answer on the phone');
	expect.contains(text, 'We have a voucher for you.', 'the message');
	expect.true(!text.includes('upset'), `the note is on the phone: ${text}`);
}
