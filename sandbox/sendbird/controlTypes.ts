import type { TokenKind } from './types';

/** Everything below `/_sandbox/sendbird`; times are ISO. The notifications host's part is answered by `sandbox/sendbirdNotifications`. */

/** `GET users` → `{ users }`, `GET users/:id`. */
export interface SendbirdUserTruth {
	userId: string;
	nickname: string;
	active: boolean;
	metadata: Record<string, string>;
	/** Notifications in the app inbox that are not read. */
	unread: number;
}

/** `POST users`: many users at once, `<prefix>1` to `<prefix><count>`; those that exist stay. 201 `{ created }`. */
export interface ManyUsers {
	prefix: string;
	/** 1 to 200,000. */
	count: number;
}

/** `POST users/:id/messages`: the person writes in the app. 202 with the message in the API's shape; 409 where this is impossible. */
export interface PersonMessage {
	/** The first channel of the person when absent. */
	channelUrl?: string;
	text: string;
}

/** `POST users/:id/reads`: the person opens a channel of the app. 202 `{ ok }`. */
export interface PersonRead {
	channelUrl?: string;
}

/** `GET users/:id/inbox` → `{ notifications }`, oldest first: what stands in the person's app. */
export interface InboxNotification {
	id: string;
	userId: string;
	at: string;
	templateKey: string;
	/** The template with its variables filled in. */
	text: string;
	variables: Record<string, string>;
	/** Overrides of the push text. */
	push?: { title: string; body?: string };
	/** The surface that it was sent through. */
	via: 'api' | 'braze' | 'clevertap';
	/** Of a relay send: the author's event name, the campaign or journey id, and the user id over there. */
	eventName?: string;
	targetId?: string | number;
	espUserId?: string;
	readAt: string | null;
}

/** `POST users/:id/inbox/:notificationId/read` (also `latest` and `all`): the person reads. 200 `{ read }` with the ids; READ goes out where it was a relay send. */
export interface InboxRead {
	read: string[];
}

/** `GET` and `POST integrations/:esp` (braze, clevertap): the integration's page in the Dashboard, and the sandbox's switches. A POST changes what it names. */
export interface SendbirdIntegration {
	/** Base URL of the REST endpoint typed there; `/users/track` or `/1/upload` is added. Null: none yet. */
	endpoint: string | null;
	/** Braze: the REST key. CleverTap: the passcode. */
	key: string;
	/** CleverTap's project id. */
	projectId: string;
	/** The switch "Event callback". */
	callback: boolean;
	/** READ goes out first; SENT is held back until then. */
	readBeforeSent: boolean;
	/** Each callback goes out this many times in all; 1. */
	repeat: number;
	/** esp: the id that the relay request carried, else the Sendbird id; sendbird: always the Sendbird id. */
	identity: 'esp' | 'sendbird';
	/** Name of the field with that id; `external_id` and `identity`. */
	identityField: string;
	/** Whether `time` (ISO) or `ts` (Unix seconds) is in the callback. */
	withTime: boolean;
	/** Events in one callback; 1. */
	eventsPerCallback: number;
	/** ms until an unanswered callback counts as lost; 5000. */
	timeoutMs: number;
}

/** `POST integrations/:esp/callbacks`: a callback that no notification stands behind, for instance for a user whom nobody mapped. 202 `{ ok }`; 409 without an endpoint. */
export interface StrayCallback {
	identity: string;
	eventName: string;
	status: string;
	targetId?: string | number;
}

/** `GET callbacks` → `{ callbacks }`: every SENT and READ, oldest first. */
export interface CallbackTruth {
	at: string;
	esp: 'braze' | 'clevertap';
	identity: string;
	eventName: string;
	status: string;
	targetId?: string | number;
	/** held: waits for READ; off: the switch is off or no endpoint is named. */
	outcome: 'held' | 'off' | 'waiting' | 'delivered' | 'lost';
}

/** `GET` and `POST notification-webhook`: Settings > Business Messaging > Webhooks. A POST changes what it names. */
export interface NotificationWebhook {
	enabled: boolean;
	url: string;
	events: string[];
	/** Sendbird switches it on by request. */
	includeVariables: boolean;
	/** Which token signs is not documented. */
	signingToken: 'notifications' | 'master';
}

/** `GET templates` → `{ templates }`, `POST templates`: the Dashboard makes a template or replaces it. */
export interface TemplateTruth {
	key: string;
	name: string;
	/** What the app shows; `{name}` is a variable. */
	content: string;
	variables: Array<{ key: string; type?: string; name?: string }>;
	archived?: boolean;
}

/** `GET` and `POST settings`: what the documentation leaves open. A POST changes what it names. */
export interface SendbirdSettings {
	/** The code for an unknown user; 400301. */
	userMissingCode: '400201' | '400301';
	/** A template variable without a value: shown empty, or the send is refused. */
	missingVariables: 'empty' | 'refuse';
	/** Unknown users in a batch: left out, or the batch is refused. */
	unknownTargets: 'skip' | 'refuse';
	/** The webhooks' patience, ms; 5000. */
	webhookTimeoutMs: number;
}

/** `POST limits`: changes the named ones until the next reset; answers with all. */
export interface SendbirdLimits {
	/** 600: the plan of 100K users and more. */
	getPerSecond: number;
	/** 200. */
	otherPerSecond: number;
	/** 5. */
	strictPerSecond: number;
}

/** `POST errors`: the next calls are answered with this error. `DELETE errors` ends them. */
export interface SendbirdErrorFault {
	/** One of the table in the docs. */
	code: string;
	/** `METHOD /path`, `*` as a wildcard; every call when absent. */
	call?: string;
	message?: string;
	/** Without end when absent. */
	times?: number;
}

/** `GET application`: what to type into credentials. */
export interface ApplicationTruth {
	appId: string;
	tokens: Record<TokenKind, string>;
	webhook: { enabled: boolean; url: string; include_members: boolean; enabled_events: string[] };
}
