import { onTicket } from '../../lib/scenes/bothEnds.mjs';
import { linkedCustomer, lookForMissedAnswers, ticketOf } from '../../lib/scenes/messenger.mjs';

export const name = 'messenger-missed-answer';
export const title = 'an agent answers while n8n is down: the next look finds the answer and sends it, once';
export const integration = 'braze-messenger';

export async function run(stage) {
	const { expect, agent, n8n, world, waitFor, quiet } = stage;
	const { person } = await linkedCustomer(stage, 'Is the shop open on Sunday?');
	const ticket = await ticketOf(stage, person);
	await quiet();
	await n8n.crash();
	await agent.replies(ticket.id, { text: 'It is, from ten to four.' });
	await waitFor(() => stage.feed.all.some(({ vendor, kind, request, response }) => vendor === 'zendesk' && kind === 'delivery' && response?.status === 0 && request?.body.includes('from ten to four')), {
		what: 'Zendesk to find n8n gone',
	});
	stage.say('n8n was killed; it is started again');
	await n8n.start();
	await waitFor(() => n8n.webhookActive(world.brazeWebhookPath), { what: 'the workflows to be active again', timeoutMs: 90_000 });
	expect.same((await person.received()).length, 0, 'messages in the chat before anybody looked');

	await lookForMissedAnswers(stage);
	await waitFor(async () => (await person.received()).length > 0, { what: 'the answer in the chat' });
	await agent.replies(ticket.id, { text: 'And on Saturday until six.' });
	await waitFor(async () => (await person.received()).length > 1, { what: 'the second answer in the chat' });
	await quiet();
	await lookForMissedAnswers(stage);
	expect.same((await person.received()).map(({ text }) => text), ['It is, from ten to four.', 'And on Saturday until six.'], 'the chat after another look');
	expect.same((await onTicket(stage, ticket.id)).notes, [], 'notes on the ticket');
}
