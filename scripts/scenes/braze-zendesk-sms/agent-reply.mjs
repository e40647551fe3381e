import { receivedAt, startConversation } from '../../lib/scenes/conversation.mjs';

export const name = 'agent-reply';
export const title = "an agent's rich answer arrives on the phone as whole, plain text";
export const integration = 'braze-zendesk-sms';

const HTML = [
	'<p>Hello Ada, you wrote &quot;where is it?&quot; – it&#39;s on its way 🎉</p>',
	'<p>Look into C:\\parcels\\new, Fish &amp; Chips Ltd <strong>ships today</strong>:</p>',
	'<ul><li>one blue jacket</li><li>two pairs of socks</li></ul>',
	'<p>Follow it <a href="https://example.com/track?id=7&amp;lang=en">here</a>.</p>',
].join('');

/** In this order, each once; between paragraphs an empty line. */
const PARTS = [
	'Hello Ada, you wrote "where is it?" – it\'s on its way 🎉\n\n',
	'Look into C:\\parcels\\new, Fish & Chips Ltd ships today:\n',
	'one blue jacket\n',
	'two pairs of socks\n',
	'Follow it here',
	'https://example.com/track?id=7&lang=en',
];

export async function run(stage) {
	const { expect, agent } = stage;
	const { customer, ticket } = await startConversation(stage);
	const before = (await customer.received()).length;
	await agent.replies(ticket.id, { html: HTML });
	const { text } = await receivedAt(stage, customer, before + 1, "the agent's reply on the phone");
	let from = 0;
	for (const part of PARTS) {
		const at = text.indexOf(part, from);
		expect.true(at !== -1, `${JSON.stringify(part)} is missing (or out of order) on the phone: ${JSON.stringify(text)}`);
		from = at + part.length;
	}
	expect.true(!/<\/?[a-z]+[^>]*>|&(amp|quot|lt|gt|nbsp|#\d+);|\*\*/i.test(text), `the phone shows markup: ${JSON.stringify(text)}`);
	await stage.quiet();
	expect.same((await customer.received()).length, before + 1, 'the number of messages on the phone');
}
