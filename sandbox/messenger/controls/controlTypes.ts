import type { ErrorName } from '../graph/errors';
import type { TokenState } from '../types';

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

/** `POST /_sandbox/messenger/persons/:psid/messages`: the person writes to the Page. 202 with the {@link ChatMessage}; 409 where the person blocked the Page. */
export interface PersonMessage {
	text?: string;
	/** image, audio, video, file, sticker, location, fallback, … with the payload that arrives in the event. */
	attachments?: Array<{ type: string; payload?: Record<string, unknown> | null }>;
	/** The payload of a quick reply that the last message offered (they vanish after it); the text is its title. 409 where it is not on offer. */
	quickReply?: string;
	/** mid of the message that is answered. */
	replyTo?: string;
}

/** `…/persons/:psid/postbacks`: a button, the menu, an ice breaker or Get Started is tapped. 202 `{ ok }`. */
export interface PersonPostback {
	title: string;
	payload: string;
}

/** `…/persons/:psid/optins`: a plugin (ref, userRef) or a marketing opt-in (type, answers with its token). 202 `{ ok, notificationMessagesToken? }`. */
export interface PersonOptin {
	ref?: string;
	/** Checkbox plugin: the event carries this instead of a PSID. */
	userRef?: string;
	type?: 'notification_messages';
	title?: string;
}

/**
 * `…/persons/:psid/referrals`: an m.me link is opened. Into a thread: a referral event. Without one: the Get Started postback carries it,
 * or the first message where the Page has no Get Started. 202 `{ ok, as }`.
 */
export interface PersonReferral {
	ref: string;
	/** SHORTLINK when absent. */
	source?: 'SHORTLINK' | 'ADS';
	adId?: string;
}

/** `GET …/persons/:psid/chat` → `{ messages }`, oldest first: both directions as the person sees them. */
export interface ChatMessage {
	mid: string;
	/** ISO time. */
	at: string;
	/** in: the person wrote it to the Page; out: the person received it. */
	direction: 'in' | 'out';
	text?: string;
	attachments?: Array<{ type: string; payload?: Record<string, unknown> | null }>;
	/** On offer until the next message. */
	quickReplies?: Array<{ contentType: string; title?: string; payload?: string }>;
	/** The payload of the quick reply that was tapped. */
	quickReply?: string;
	/** The sending app's name, the inbox, or the person's own name. */
	by: string;
	metadata?: string;
	/** RESPONSE, UPDATE, MESSAGE_TAG, UTILITY. */
	messagingType?: string;
	tag?: string;
	persona?: string;
	replyTo?: string;
	/** By the Page (react) or by the person. */
	reactions?: Array<{ by: 'page' | 'person'; reaction: string }>;
	/** ms since 1970. */
	readAt?: number;
	/** Taken back by the person. */
	deleted?: boolean;
	/** How often the person corrected it. */
	edits?: number;
}

/** `POST /_sandbox/messenger/app`: changes the named ones of the first app (or of `appId`); answers with all. */
export interface MessengerApp {
	appId?: string;
	mode?: 'live' | 'development';
	requireAppSecretProof?: boolean;
	/** The reviewed feature Human Agent. */
	humanAgent?: boolean;
	/** Review for locale, timezone and gender of people. */
	profileReviewed?: boolean;
	/** The vendor's patience with a callback, ms; 5000. */
	webhookTimeoutMs?: number;
	/** Every error is answered with this HTTP status until the next reset; null ends it. The code tells, not the status. */
	errorStatus?: number | null;
}

/** `GET /_sandbox/messenger/subscriptions`: both layers, with secrets: what really stands at Meta. */
export interface MessengerSubscriptions {
	apps: Array<{ appId: string; object: string; callbackUrl: string; verifyToken: string; fields: string[] }>;
	pages: Array<{ pageId: string; appId: string; fields: string[] }>;
}
