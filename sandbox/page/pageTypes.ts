import type { Certainty, SandboxEvent, VendorName } from '../control/types';

/** What the page and its server say to each other. Everything else the page asks of the control API (sandbox/control/types.ts). */

/** One event without its headers and bodies: `GET /_sandbox/page/events/:id` has those. */
export interface EventLine extends Pick<SandboxEvent, 'id' | 'at' | 'vendor' | 'kind' | 'summary' | 'customer' | 'executionId' | 'tookMs'> {
	/** Of the answer; 0 where the connection was cut or nothing answered. */
	status?: number;
	method?: string;
	/** The vendor's own path, or the URL that the vendor called. */
	path?: string;
	certainty?: Certainty;
	/** The page itself read this from a vendor, for its own figures. */
	ownRead?: boolean;
}

/** What became of one text that somebody typed. */
export type TextState = 'sent' | 'handed' | 'arrived' | 'told' | 'lost' | 'doubled';

export interface TextFate {
	/** Id of the SMS, `mid` of the chat message, or id of the comment. */
	id: string;
	state: TextState;
	/** Where it arrived, or the ticket that tells the agent why it did not: `ticket 7`, `the phone`, `Messenger`. */
	where?: string;
}

/** `GET /_sandbox/page/tally`, and the stream's event `tally`. */
export interface Tally {
	/** Texts that a vendor has handed to n8n at least once. */
	counted: number;
	arrived: number;
	underWay: number;
	/** Replies that could not be delivered, and the agent was told so by an internal note. */
	told: number;
	lost: number;
	/** Copies too many at the other end. */
	doubled: number;
	/** The newest texts, counted or not. */
	texts: TextFate[];
	/** The newest that are under way, lost or doubled, by name. */
	open: OpenText[];
}

/** A counted text that is not yet, or not once, at the other end. */
export interface OpenText {
	id: string;
	state: 'handed' | 'lost' | 'doubled';
	words: string;
	/** Customer id of Braze, or PSID. */
	customer: string;
	channel: 'SMS' | 'Messenger';
	/** Of an agent's reply. */
	ticketId?: number;
}

/** One control call; in path and body `{customer}` stands for the customer in view, `{now}` for the time of the click (14:03:21). */
export interface PlayCall {
	method: 'POST' | 'DELETE';
	/** Below `/_sandbox`, beginning with a slash. */
	path: string;
	body?: unknown;
}

/** A cell of n8n's Data Tables, looked up at the moment of the click: of the newest row where all of `where` holds. */
export interface PlayCell {
	table: string;
	where: Record<string, string>;
	column: string;
	/** Of the link, in its query, that takes the cell; without it the cell is the address itself. */
	parameter?: string;
}

/** A button of the consoles: calls to make, or a page of n8n to open. */
export interface Play {
	title: string;
	hint?: string;
	console: 'braze' | 'clevertap';
	calls?: PlayCall[];
	/** A form of n8n, for instance. */
	link?: string;
	/** Completes the link: `GET /_sandbox/page/plays/:title` leads there. The bare link where there is no such row, or n8n gives no login. */
	cell?: PlayCell;
}

/** `POST /_sandbox/page/n8n`: where n8n is. With a login, links of executions lead to the execution itself and not to n8n's list. */
export interface N8nPlace {
	/** Base URL. */
	url: string;
	login?: { email: string; password: string };
	plays?: Play[];
}

/** `GET /_sandbox/page/n8n`, and the stream's event `n8n`. */
export interface N8nShown {
	url: string | null;
	plays: Play[];
}

/** `GET /_sandbox/page/people` → `{ people }`: customers of Braze that the page knows of. */
export interface PagePerson {
	/** External id, else braze id. */
	id: string;
	name: string;
	/** E.164 */
	phone: string | null;
}

/** `POST /_sandbox/page/forge`: the newest delivery of this vendor goes out once more, its proof of origin spoilt. 202, or 409 where there is none yet. */
export interface Forgery {
	vendor: VendorName;
}

/** `POST /_sandbox/page/notes`: a line of its own in what happened. */
export interface PageNote {
	text: string;
}
