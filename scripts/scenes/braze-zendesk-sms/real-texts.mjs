import { isKeyword } from '../../lib/scenes/brazeSetup.mjs';
import { receivedAt, startConversation } from '../../lib/scenes/conversation.mjs';
import { duration } from '../../lib/command/say.mjs';

export const name = 'real-texts';
export const title = "200 texts of real people as customers' words and 200 as agents', each character for character and in order";
export const integration = 'braze-zendesk-sms';
export const needsTexts = true;
/** Thousands of events: the result is told, not each step. */
export const quiet = true;

const EACH = 200;
const CONVERSATIONS = 20;
/** Under way at once; the vendors' limits, not ours, set the pace. */
const SIDE_BY_SIDE = 5;
/** Zendesk allows 100 ticket updates a minute: a text may have to wait a whole minute for its turn, and for the turn after it. */
const PATIENCE_MS = 180_000;

/** Line ends are each vendor's own; rich text keeps a run of blanks with no-break spaces, which read the same. */
const normal = (text) => text.replace(/\r\n?/g, '\n').replaceAll('\u00a0', ' ');

/** Spread evenly over the file. A text that is a keyword (“yes”) belongs to Braze's keyword handling, so it is no one's message. */
function chosen(texts) {
	const usable = texts.filter((text) => text.trim() !== '' && !isKeyword(text));
	if (usable.length < 2 * EACH) throw new Error(`the file has ${usable.length} texts that can be played; ${2 * EACH} are needed`);
	return Array.from({ length: 2 * EACH }, (_, index) => normal(usable[Math.floor((index * usable.length) / (2 * EACH))]));
}

/** What the SMS campaign puts around the agent's words: learned from one message, the same for all. */
async function learnFrame(stage, { customer, ticket }) {
	const before = (await customer.received()).length;
	await stage.agent.replies(ticket.id, { text: 'frame' });
	const { text } = await receivedAt(stage, customer, before + 1, 'the first reply on the phone');
	return text.split('frame');
}

async function converse(stage, turns) {
	const conversation = await startConversation(stage);
	const { customer, ticket } = conversation;
	const [head, tail] = await learnFrame(stage, conversation);
	const patient = { waitFor: (ask, options) => stage.waitFor(ask, { ...options, timeoutMs: PATIENCE_MS }) };
	const soFar = (await customer.received()).length;
	const comments = async () => (await stage.zendesk.comments(ticket.id)).filter(({ author_id: author }) => author === ticket.requester_id).slice(1);
	for (const [index, { fromCustomer, fromAgent }] of turns.entries()) {
		await customer.texts(fromCustomer);
		await patient.waitFor(async () => (await comments()).length > index, { what: `“${fromCustomer}” on ticket ${ticket.id}` });
		await stage.agent.replies(ticket.id, { text: fromAgent });
		await receivedAt(patient, customer, soFar + index + 1, `“${fromAgent}” on the phone`);
	}
	const arrivedThere = (await comments()).map(({ plain_body: body }) => normal(body));
	const arrivedHere = (await customer.received()).slice(soFar).map(({ text }) => normal(text));
	const differing = (sent, arrived) => sent.flatMap((text, index) => (arrived[index] === text ? [] : [{ sent: text, arrived: arrived[index] }]));
	return {
		wrong: [
			...differing(turns.map(({ fromCustomer }) => fromCustomer), arrivedThere),
			...differing(turns.map(({ fromAgent }) => head + fromAgent + tail), arrivedHere),
		],
		extra: arrivedThere.length + arrivedHere.length - 2 * turns.length,
	};
}

export async function run(stage) {
	const { expect } = stage;
	const texts = chosen(stage.texts);
	const turns = Array.from({ length: EACH }, (_, index) => ({ fromCustomer: texts[2 * index], fromAgent: texts[2 * index + 1] }));
	const size = EACH / CONVERSATIONS;
	const waiting = Array.from({ length: CONVERSATIONS }, (_, index) => turns.slice(index * size, (index + 1) * size));
	const started = Date.now();
	const results = [];
	await Promise.all(
		Array.from({ length: SIDE_BY_SIDE }, async () => {
			for (let next = waiting.shift(); next; next = waiting.shift()) {
				results.push(await converse(stage, next));
				stage.say(`conversation ${results.length} of ${CONVERSATIONS} is over (${duration(Date.now() - started)})`);
			}
		}),
	);
	const wrong = results.flatMap((result) => result.wrong);
	expect.same(wrong.slice(0, 5), [], `the texts that did not arrive as sent (${wrong.length} of ${2 * EACH}; the first five)`);
	expect.same(results.reduce((sum, { extra }) => sum + extra, 0), 0, 'the number of messages that nobody wrote');
	return `${2 * EACH} of ${2 * EACH} arrived, character for character and in order, in ${CONVERSATIONS} conversations, ${SIDE_BY_SIDE} at a time`;
}
