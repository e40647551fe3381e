import { onTicket } from '../../lib/scenes/bothEnds.mjs';
import { linkedCustomer, lookForMissedAnswers, sendCalls, ticketOf } from '../../lib/scenes/messenger.mjs';
import { outcomeEvents, withMessengerCampaign } from '../../lib/scenes/messengerCampaign.mjs';

export const name = 'messenger-rate-limit';
export const title = "Meta's call budget is used up: one refused call of the answer, and no other until the minutes are over, then the answer goes out, once";
export const integration = 'braze-messenger';

const MINUTE_S = 60;
const NORMAL = 200;

const refused = (events) => events.filter(({ vendor, kind, response }) => vendor === 'messenger' && kind === 'request' && response?.body.includes('80006'));

async function budget(stage) {
	const { expect, agent, control, feed, waitFor, quiet } = stage;
	const { person } = await linkedCustomer(stage, 'When do you open?');
	const ticket = await ticketOf(stage, person);
	await quiet();
	const mark = feed.mark;
	await control.call('POST', '/messenger/limits', { callsPerEngagedPerson: 0 });
	try {
		await agent.replies(ticket.id, { text: 'At nine.' });
		const [note] = await waitFor(
			async () => {
				const { notes } = await onTicket(stage, ticket.id);
				return notes.length > 0 && notes;
			},
			{ what: 'a note on the ticket' },
		);
		expect.contains(note, 'tried again', 'the note');
		await quiet(4000);
		// Each call while blocked lengthens the block. The five-minute schedule may look in between: one call of each execution.
		const calls = refused(feed.since(mark));
		expect.same(new Set(calls.map(({ executionId }) => executionId)).size, calls.length, 'executions that made a refused call, as against refused calls');
		const told = calls[0].response.headers['x-business-use-case-usage'];
		expect.contains(told, 'estimated_time_to_regain_access', 'the usage header');
		await control.age(10 * MINUTE_S);
	} finally {
		await control.call('POST', '/messenger/limits', { callsPerEngagedPerson: NORMAL });
	}
	await lookForMissedAnswers(stage);
	await waitFor(async () => (await person.received()).length > 0, { what: 'the answer in the chat' });
	await lookForMissedAnswers(stage);
	expect.same((await person.received()).map(({ text }) => text), ['At nine.'], 'the chat');
}

/** 613 on a campaign's message: Braze is told that it failed, and posts it again later. */
async function throttled(stage) {
	const { expect, control, feed, waitFor, quiet } = stage;
	const { customer, person } = await linkedCustomer(stage);
	await quiet();
	const mark = feed.mark;
	await control.call('POST', '/messenger/errors', { error: '613', call: 'POST messages', times: 1 });
	await withMessengerCampaign(stage, async () => {
		await customer.texts('SUPPORT');
		await waitFor(async () => (await person.received()).length > 0, { what: "the campaign's message, posted again by Braze", timeoutMs: 90_000 });
		await quiet();
	});
	expect.same(sendCalls(feed.since(mark)).length, 2, 'calls of the Send API');
	expect.same((await person.received()).length, 1, 'messages in the chat');
	expect.same((await outcomeEvents(customer)).map(({ outcome }) => outcome), ['sent'], 'outcome events');
}

export async function run(stage) {
	await budget(stage);
	await throttled(stage);
}
