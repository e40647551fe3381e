import type { OpenText, TextFate } from '../pageTypes';
import type { HandOver, HandOvers } from './handOvers';
import { matchTexts, sameAtCustomer, sameOnTicket, squeeze, type Text } from './matchTexts';

/** The bridge may repeat for minutes, and the workflow that looks for missed replies runs every five: after this long nothing comes any more, ms. */
export const LOST_AFTER_MS = 6 * 60_000;

export interface TicketComment extends Text {
	ticketId: number;
	fromCustomer: boolean;
	public: boolean;
}

/** Both ends of everything between one phone or chat and its tickets, oldest first. */
export interface Conversation {
	vendor: 'braze' | 'messenger';
	/** Customer ids of Braze (all who share the phone), or the PSID. */
	customers: readonly string[];
	/** What the customer wrote. */
	written: Text[];
	/** What came to the customer. */
	received: Text[];
	comments: TicketComment[];
}

export interface ConversationTally {
	fates: TextFate[];
	open: OpenText[];
	counted: number;
	arrived: number;
	underWay: number;
	told: number;
	lost: number;
	doubled: number;
}

const PLACES = { braze: 'the phone', messenger: 'Messenger' } as const;
const CHANNELS = { braze: 'SMS', messenger: 'Messenger' } as const;

interface Judged {
	fate: TextFate;
	counted: boolean;
	copies: number;
	text: Text;
	ticketId?: number;
}

/** What became of each text, by both ends and by what the vendors handed over. A text that no vendor has handed to n8n is not counted: nothing was promised for it. */
export function judge({ vendor, customers, written, received, comments }: Conversation, handOvers: HandOvers, now: number): ConversationTally {
	const fromCustomer = comments.filter((comment) => comment.fromCustomer);
	const replies = comments.filter((comment) => !comment.fromCustomer && comment.public);
	const notes = comments.filter((comment) => !comment.fromCustomer && !comment.public);
	const ticketOf = new Map(comments.map(({ id, ticketId }) => [id, ticketId]));
	const told = new Map<number, number>();
	for (const { ticketId } of notes) told.set(ticketId, (told.get(ticketId) ?? 0) + 1);

	const judgeOne = (text: Text, arrivals: string[], handOver: HandOver | undefined, place: (arrival: string) => string, ticket?: number): Omit<Judged, 'text' | 'ticketId'> => {
		const { id } = text;
		const copies = Math.max(0, arrivals.length - 1);
		if (arrivals.length > 0) return { fate: { id, state: copies > 0 ? 'doubled' : 'arrived', where: place(arrivals[0]) }, counted: true, copies };
		// Nothing could be told apart at the other end: a picture alone, an empty text.
		const isWordless = squeeze(text.text) === '';
		if (handOver === undefined || isWordless) return { fate: { id, state: 'sent' }, counted: false, copies };
		const notesLeft = ticket === undefined ? 0 : (told.get(ticket) ?? 0);
		if (ticket !== undefined && notesLeft > 0) {
			told.set(ticket, notesLeft - 1);
			return { fate: { id, state: 'told', where: `ticket ${ticket}` }, counted: true, copies };
		}
		const late = now - handOver.lastAt > LOST_AFTER_MS;
		return { fate: { id, state: late && !handOver.keyword ? 'lost' : 'handed' }, counted: !handOver.keyword, copies };
	};

	const toTicket = matchTexts(written, fromCustomer, sameOnTicket).arrivedOf;
	const toCustomer = matchTexts(replies, received, sameAtCustomer).arrivedOf;
	const handedByCustomer = (text: Text): HandOver | undefined => (vendor === 'braze' ? handOvers.ofSms(text, customers) : handOvers.ofId(vendor, text));
	const judged = [
		...written.map((text): Judged => ({ text, ...judgeOne(text, toTicket.get(text.id) ?? [], handedByCustomer(text), (arrival) => `ticket ${ticketOf.get(arrival)}`) })),
		...replies.map((text): Judged => ({ text, ticketId: text.ticketId, ...judgeOne(text, toCustomer.get(text.id) ?? [], handOvers.ofId('zendesk', text), () => PLACES[vendor], text.ticketId) })),
	];
	const counted = judged.filter((one) => one.counted);
	const having = (...states: Array<TextFate['state']>): number => counted.filter(({ fate }) => states.includes(fate.state)).length;
	return {
		fates: judged.map(({ fate }) => fate),
		open: counted.flatMap(({ fate: { id, state }, text: { text: words }, ticketId }) =>
			state === 'handed' || state === 'lost' || state === 'doubled' ? [{ id, state, words, customer: customers[0], channel: CHANNELS[vendor], ticketId }] : [],
		),
		counted: counted.length,
		arrived: having('arrived', 'doubled'),
		underWay: having('handed'),
		told: having('told'),
		lost: having('lost'),
		doubled: counted.reduce((sum, { copies }) => sum + copies, 0),
	};
}
