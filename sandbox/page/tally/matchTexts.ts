/** A text at one end of a conversation. */
export interface Text {
	id: string;
	text: string;
}

export interface Matched {
	/** Id of what was written to the ids of what arrived of it: none, one, or the one and its copies. */
	arrivedOf: Map<string, string[]>;
}

/** Vendors differ in line ends and blanks, and make no-break spaces of runs of them; no vendor changes a letter. */
export const squeeze = (text: string): string => text.replace(/[\s\u00a0]+/g, '');

/** A phone shows where a link of a rich reply leads, the ticket's plain text does not. */
const withoutLinks = (text: string): string => text.replace(/\(https?:\/\/\S+\)|https?:\/\/\S+/g, '');

/** What a campaign may put behind an agent's words (the opt-out line), squeezed. */
const TAIL_MAX = 80;
/** A long reply arrives in parts; the first part alone is looked at. */
const PART_MIN = 900;

export type Same = (written: string, arrived: string) => boolean;

/** A customer's words on a ticket: as written, or with what pictures add behind them. */
export const sameOnTicket: Same = (written, arrived) => arrived === written;

/** An agent's words at the customer: as written, with the campaign's tail, or the first part of them. */
export const sameAtCustomer: Same = (written, arrived) =>
	(arrived.startsWith(written) && arrived.length - written.length <= TAIL_MAX) || (arrived.length >= PART_MIN && written.startsWith(arrived));

/**
 * Which arrival belongs to which text, both oldest first. The same words written twice are two messages; once more than they were written, they are a copy.
 * An arrival that nobody wrote (an auto-reply, a campaign) belongs to none.
 */
export function matchTexts(written: readonly Text[], arrived: readonly Text[], same: Same): Matched {
	const open = written.map(({ id, text }) => ({ id, text: squeeze(text) })).filter(({ text }) => text !== '');
	const arrivedOf = new Map<string, string[]>(open.map(({ id }) => [id, []]));
	for (const { id, text } of arrived) {
		const readings = [squeeze(text), squeeze(withoutLinks(text))];
		const fitting = open.filter((one) => readings.some((words) => same(one.text, words)));
		const first = fitting.find((one) => arrivedOf.get(one.id)?.length === 0) ?? fitting[fitting.length - 1];
		if (first !== undefined) arrivedOf.get(first.id)?.push(id);
	}
	return { arrivedOf };
}
