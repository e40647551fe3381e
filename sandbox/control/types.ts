/**
 * The control API of the sandbox: everything under `/_sandbox/`, in types.
 * Tests, the demo and the page speak to the sandbox in these shapes only.
 */

export type VendorName = 'braze' | 'zendesk' | 'sendbird' | 'sendbird-notifications' | 'clevertap' | 'messenger';

/** How sure we are that the real vendor behaves like this (see docs/sandbox.md). */
export type Certainty = 'documented' | 'observed' | 'unconfirmed' | 'sandbox';

/** The vendor's rule that decided an answer. */
export interface Rule {
	text: string;
	certainty: Certainty;
}

export interface LoggedRequest {
	method: string;
	path: string;
	/** Secrets are masked before they are stored. */
	headers: Record<string, string>;
	body: string;
}

export interface LoggedResponse {
	/** 0 where the connection was cut or nothing answered. */
	status: number;
	headers: Record<string, string>;
	body: string;
}

export interface SandboxEvent {
	/** Counts up from 1 since the last reset. */
	id: number;
	/** ISO time, real clock. */
	at: string;
	vendor: VendorName | 'sandbox';
	/**
	 * request: somebody called the vendor; delivery: the vendor called somebody (one event an attempt);
	 * customer, agent: a person did something; sent: a message reached a person; note: the vendor decided something in silence.
	 */
	kind: 'request' | 'delivery' | 'customer' | 'agent' | 'sent' | 'note';
	/** One plain line for the transcript. */
	summary: string;
	/** The customer's id in the sandbox world, where one is concerned. */
	customer?: string;
	/** The n8n execution that made the call, from the header `x-n8n-execution-id`. */
	executionId?: string;
	request?: LoggedRequest;
	response?: LoggedResponse;
	rule?: Rule;
	/** ms from start to answer. */
	tookMs?: number;
}

/** `POST /_sandbox/faults`: one, added to those that stand. `DELETE /_sandbox/faults` ends them all. */
export interface Fault {
	vendor: VendorName;
	/**
	 * `METHOD /path` as the vendor's own route, `*` as a wildcard for any run of characters (`PUT /api/v2/tickets/*`), `*` alone for every call in;
	 * `deliveries` for the calls that the vendor makes out.
	 */
	route: string;
	/** Answer with this status instead of acting. */
	status?: number;
	/** Cut the connection `before` the vendor acted, or `after` it (the write happened, the answer is lost). */
	reset?: 'before' | 'after';
	/** Wait this long (ms) before acting. */
	delayMs?: number;
	/** Seconds; sent with `status` in the vendor's own rate-limit headers. */
	retryAfter?: number;
	/** Share of calls that are hit, 0 to 1; 1 when absent. */
	share?: number;
	/** How many calls are hit before the fault ends; without end when absent. */
	times?: number;
	/** For `deliveries`: each delivery goes out this many times in all … */
	repeat?: number;
	/** … this many ms apart (0: all at once). */
	repeatEveryMs?: number;
}

/** `POST /_sandbox/age`: stored times move back by this much and timers that fall due fire; the clock itself stays real. */
export interface Age {
	seconds: number;
}

/** `POST /_sandbox/customer/:id/messages`: the customer texts from the phone. 202 with the message as kept on the phone. */
export interface CustomerText {
	text: string;
	/** Picture URLs of an MMS. */
	media?: string[];
}

/** `GET /_sandbox/customer/:id/phone` → `{ messages: PhoneMessage[] }`, oldest first. */
export interface PhoneMessage {
	id: string;
	at: string;
	/** out: the customer wrote it; in: it arrived on the phone. */
	direction: 'in' | 'out';
	text: string;
	media: string[];
	/** What made it arrive: an auto-reply, a campaign's name. */
	by: string;
}

/** `POST /_sandbox/agent/:ticketId/replies`: an agent writes in the agent desk (never through the API). 201 with `{ commentId }` (string). */
export interface AgentReply {
	/** Plain text as typed; the desk turns it into rich text as Zendesk's does. Exactly one of text and html. */
	text?: string;
	html?: string;
	/** Default true. */
	public?: boolean;
	/** Set together with the comment, as "Submit as solved" does. */
	status?: 'open' | 'pending' | 'hold' | 'solved';
}

/** `POST /_sandbox/agent/:ticketId/status`. `closed` is what the 4-day automation does. */
export interface AgentStatus {
	status: 'open' | 'pending' | 'hold' | 'solved' | 'closed';
}

/** `POST /_sandbox/agent/email-tickets`: a ticket that came by e-mail, so not through the bridge. 201 with `{ ticketId }` (number). */
export interface EmailTicket {
	/** Zendesk user id of the requester. */
	requesterId: number;
	subject: string;
	text: string;
}

/** `POST /_sandbox/braze/connect`: what a marketer does after pasting: n8n's webhook URL and the secret go into the two webhook campaigns. */
export interface BrazeConnect {
	webhookUrl: string;
	webhookSecret: string;
}

/** `GET /_sandbox/events?after=ID` → `{ events, last }`. `wait=MS` holds the answer until something new is there. */
export interface EventPage {
	events: SandboxEvent[];
	last: number;
}

/** The line that `npm run sandbox` prints when it is ready: base URLs without a trailing slash. */
export interface ReadyLine {
	page: string;
	control: string;
	vendors: Partial<Record<VendorName, string>>;
}

/**
 * `POST /_sandbox/zendesk/limits`: changes the named ones until the next reset; answers with all.
 * The defaults are an Enterprise account's, as documented.
 */
export interface ZendeskLimits {
	/** Every API call; 700. */
	accountPerMinute: number;
	/** PUTs of tickets in the account; 100. */
	updatesPerMinute: number;
	/** Updates of one ticket by one user; 30. */
	updatesPerTicketPer10Min: number;
	/** create_or_update and update of one user; 5. */
	updatesPerUserPerMinute: number;
	/** create_or_update and update of users in the account; 1. */
	userUpdatesPerSecond: number;
	/** 10. */
	incrementalPerMinute: number;
	/** How long search stays behind; 60,000 ms. */
	searchLagMs: number;
	/** The webhooks' patience; 12,000 ms. */
	webhookTimeoutMs: number;
	/** Whether a retried delivery gets a fresh timestamp and signature (the vendor does not say); true. */
	resignRetries: boolean;
}

/**
 * `GET /_sandbox/zendesk/tickets/:id`, without auth: what really stands at Zendesk, in the API's own shapes.
 * Also `GET /_sandbox/zendesk/tickets?external_id=&requester_id=` → `{ tickets }`, `/users?external_id=` → `{ users }`, `/webhooks` → `{ webhooks }` with secrets and invocations.
 */
export interface ZendeskTicketTruth {
	ticket: Record<string, unknown>;
	comments: Array<Record<string, unknown>>;
	audits: Array<Record<string, unknown>>;
}
