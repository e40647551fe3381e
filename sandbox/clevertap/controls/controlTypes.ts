import type { JsonObject } from '../json';
import type { Region } from '../regions';
import type { Campaign, DashboardWebhook, SentMessage, WebhookAuth } from '../types';

/** `POST /_sandbox/clevertap/settings`: changes the named ones until the next reset; answers with all. */
export interface CleverTapSettings {
	/** Patience with a webhook, ms: 3000 by the set-up page, 5000 by the overview's FAQ. */
	webhookPatienceMs: number;
	/** Further attempts after a failed one: 1 by the set-up page, 2 by the FAQ. */
	webhookRetries: number;
	/** Profiles in one broadcast call at most; not documented. */
	broadcastSize: number;
	/** Uploads at once; 15. */
	uploadsInFlight: number;
	/** Calls at once of each other API; 3. */
	othersInFlight: number;
	/** Each call takes at least this long (ms), so that calls made together meet. */
	workMs: number;
	/** A count or report over this many days or more is answered `partial` first; 0: always, null: never. */
	heavyDays: number | null;
	/** The poll that brings the result. */
	polls: number;
	/** Whether the error of a refused record ends with its place in the call. */
	recordNumbers: boolean;
	/** `ts` in downloaded events: yyyyMMddHHmmss or epoch seconds. */
	downloadTs: 'digits' | 'epoch';
	/** profile.json for somebody unknown: success with a null record, or a 404. */
	unknownProfile: 'null' | 'fail';
	/** Properties of an event at most. */
	eventProperties: number;
	/** Names of events that were discarded in the dashboard: 528. */
	discardedEvents: string[];
}

/** `POST /_sandbox/clevertap/record-faults`: the next records are refused with this code though nothing is wrong with them. */
export interface RecordFault {
	/** One of CleverTap's, 555 for instance. */
	code: number;
	/** Only records of this identity. */
	identity?: string;
	/** How many records are hit; 1 when absent. */
	times?: number;
}

/** `POST /_sandbox/clevertap/account`: the account moves, or gets and loses passcodes. Answers with the account, passcodes included. */
export interface AccountChange {
	region?: Region;
	/** Made, or switched on and off, by value. */
	passcode?: { value: string; name?: string; active?: boolean };
}

/**
 * `POST /_sandbox/clevertap/webhooks`: Settings > Channels > Webhooks > Create. CleverTap calls the URL with a test body first:
 * 201 where it answered 200; else 422 with {@link WebhookRefused}, and nothing is saved. A name that stands is replaced.
 * Also `GET webhooks` → `{ webhooks }` and `DELETE webhooks/:name`.
 */
export interface NewWebhook {
	name: string;
	/** POST when absent. */
	method?: DashboardWebhook['method'];
	url: string;
	headers?: Record<string, string>;
	auth?: WebhookAuth;
	contentType?: DashboardWebhook['contentType'];
	bodyKind?: DashboardWebhook['bodyKind'];
}

export interface WebhookRefused {
	error: string;
	/** What the URL answered; 0 where nothing came. */
	status: number;
}

/** `POST /_sandbox/clevertap/campaigns` makes one (201), `POST campaigns/:id` changes one; both answer with {@link CampaignTruth}. */
export interface CampaignInput {
	name?: string;
	channel?: Campaign['channel'];
	delivery?: Campaign['delivery'];
	/** A query as `where` in targets/create.json: an event, or properties of the profile. */
	where?: JsonObject;
	segment?: 'all' | number;
	/** Name of the event that an `action` campaign waits for. */
	event?: string;
	/** Name of the dashboard webhook. */
	webhook?: string;
	keyValues?: Record<string, string>;
	/** `profile-attributes`, `tokens`, `identities`. */
	webhookFields?: string[];
	/** The custom body of the editor, with `{{Profile.X}}`, `{{Event.X}}`, `{{Campaign.campaignId}}`, `{{ExternalTrigger.X}}`. */
	body?: string;
	/** For channels other than a webhook. */
	content?: JsonObject;
	labels?: string[];
}

/**
 * `GET /_sandbox/clevertap/campaigns` → `{ campaigns }`, `GET campaigns/:id`. `POST campaigns/:id/start`: an `action` campaign goes live, an
 * `external_trigger` one may be triggered, any other goes out now (to `{ identities }` where given). `POST campaigns/:id/stop`.
 */
export interface CampaignTruth extends Omit<Campaign, 'createdAt' | 'scheduledAt'> {
	/** ISO */
	createdAt: string;
	scheduledAt: string;
}

/** `GET /_sandbox/clevertap/profiles` → `{ profiles }`, `GET profiles/:id` (any id, e-mail address or phone). Times are ISO. */
export interface ProfileTruth {
	objectId: string;
	ids: Array<{ kind: string; value: string }>;
	data: JsonObject;
	devices: Array<{ objectId: string; platform: string; tokenType?: string; token?: string }>;
	unsubscribed: string[];
	events: Array<{ name: string; data: JsonObject; at: string }>;
}

/** `POST /_sandbox/clevertap/profiles/:id/events`: the person does something in the app. 201 */
export interface AppEvent {
	evtName: string;
	evtData?: JsonObject;
}

/** `GET /_sandbox/clevertap/events?name=` → `{ events }`: every event of that name. */
export interface EventTruth {
	identity: string;
	name: string;
	data: JsonObject;
	/** ISO */
	at: string;
}

/** `GET /_sandbox/clevertap/messages` → `{ messages }`: what reached people by push, e-mail, SMS, WhatsApp. */
export type MessageTruth = Omit<SentMessage, 'at'> & { at: string };

/** `GET /_sandbox/clevertap/concurrency` → `{ peaks }`: the most calls at once since the reset, by path. */
export type ConcurrencyPeaks = Record<string, number>;
