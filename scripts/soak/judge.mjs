import { campaignName } from '../lib/scenes/brazeSetup.mjs';
import { onTicket, repliesOnPhone } from '../lib/scenes/bothEnds.mjs';
import { linkOf } from '../lib/scenes/conversation.mjs';

const normal = (text) => text.replace(/\r\n?/g, '\n').replaceAll('\u00a0', ' ').trim();

const counted = (texts) => texts.map(normal).reduce((counts, text) => counts.set(text, (counts.get(text) ?? 0) + 1), new Map());

/** How many of the texts sent did not arrive, and how many arrived more often than they were sent. */
function compare(sent, arrived) {
	const [wanted, got] = [counted(sent), counted(arrived)];
	let [lost, doubled] = [0, 0];
	for (const [text, count] of wanted) lost += Math.max(0, count - (got.get(text) ?? 0));
	for (const [text, count] of got) doubled += Math.max(0, count - (wanted.get(text) ?? 0));
	return { sent: sent.length, arrived: arrived.length, lost, doubled };
}

/** Reads the truth from both ends: the tickets at Zendesk, the phone at Braze. */
export async function judge(stage, { customer, ticketId, lines }) {
	const tickets = await stage.zendesk.tickets(linkOf(customer));
	const sides = ticketId === undefined ? { fromCustomer: [], notes: [] } : await onTicket(stage, ticketId);
	const replies = await repliesOnPhone(customer, campaignName('campaign-agent-reply'));
	return {
		customer: compare(lines.customer, sides.fromCustomer),
		agent: compare(ticketId === undefined ? [] : lines.agent, replies),
		extraTickets: Math.max(0, tickets.length - 1),
		unknownNotes: sides.notes.filter((note) => note.includes('may or may not')).length,
		otherNotes: sides.notes.filter((note) => !note.includes('may or may not')).length,
	};
}

/** The sums over all conversations. */
export function total(judged) {
	const sum = (of) => judged.reduce((all, one) => all + of(one), 0);
	return {
		sent: sum(({ customer, agent }) => customer.sent + agent.sent),
		arrived: sum(({ customer, agent }) => customer.arrived + agent.arrived),
		lost: sum(({ customer, agent }) => customer.lost + agent.lost),
		doubled: sum(({ customer, agent, extraTickets }) => customer.doubled + agent.doubled + extraTickets),
		unknownNotes: sum(({ unknownNotes }) => unknownNotes),
		otherNotes: sum(({ otherNotes }) => otherNotes),
	};
}
