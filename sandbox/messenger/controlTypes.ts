import type { ErrorName } from './errors';
import type { TokenState } from './types';

/** `POST /_sandbox/messenger/errors`: the next calls are answered with this Graph error. */
export interface MessengerErrorFault {
	/** `code` or `code/subcode`, one of the table in the docs: `613/2018338`. */
	error: ErrorName;
	/** Method and last part of the path (`POST messages`, `GET me`); every call when absent. */
	call?: string;
	/** Another wording. */
	message?: string;
	/** How many calls are hit; without end when absent. */
	times?: number;
	/** The call acts first, as with 1/1357046: the message was sent and still an error comes back. */
	acted?: boolean;
}

/** `POST /_sandbox/messenger/tokens`: what becomes of a token. */
export interface TokenChange {
	token: string;
	/** expired: 190/463; password: 190/460; invalid: 190/467. */
	state?: TokenState;
	permissions?: string[];
}

/** `POST /_sandbox/messenger/page/:id`: settings of a Page. */
export interface PageChange {
	/** Default app of Conversation Routing; null for none. */
	defaultAppId?: string | null;
	/** Temporarily restricted from sending: 10/1893063. */
	restricted?: boolean;
}

/** `POST /_sandbox/messenger/deliveries/release`: what was held goes out. */
export interface Release {
	/** one: all events in one request and one entry; entries: one request, an entry each; each: a request each. */
	as: 'one' | 'entries' | 'each';
	/** The last event first. */
	reversed?: boolean;
}

/** `POST /_sandbox/messenger/limits`: changes the named ones until the next reset. */
export interface MessengerLimits {
	/** Calls for each engaged person in 24 hours; 200. */
	callsPerEngagedPerson: number;
	/** Sends of text, templates and actions a second; 300. */
	sendsPerSecond: number;
	/** Sends of audio and video a second; 10. */
	mediaPerSecond: number;
	/** Conversation reads a second; 2. */
	conversationsPerSecond: number;
	/** 750. */
	privateRepliesPerHour: number;
}

/** `GET /_sandbox/messenger/persons` → `{ persons }`, `GET …/persons/:psid`, `POST …/persons { firstName, lastName?, pageId? }` (201: somebody who never wrote). Times are ISO. */
export interface PersonTruth {
	psid: string;
	pageId: string;
	name: string;
	blocked: boolean;
	/** Has a role on the app: reachable in development mode. */
	hasRole: boolean;
	lastInboundAt: string | null;
	/** 24 hours after it. */
	windowEndsAt: string | null;
	/** 7 days after it. */
	humanAgentEndsAt: string | null;
	/** App id of the thread's owner. */
	owner: string | null;
	labels: string[];
}
