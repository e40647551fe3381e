import type { JsonObject } from './json';
import type { Region } from './regions';
import type { Where } from './campaigns/where';

/** What the pretended CleverTap keeps. Names are CleverTap's own; times are ms since 1970 so that the world can be aged. */

export type Millis = number;

export interface Passcode {
	value: string;
	/** The partner it was made for. */
	name: string;
	active: boolean;
}

export interface Account {
	/** Project ID. */
	id: string;
	name: string;
	region: Region;
	passcodes: Passcode[];
}

export const ID_KINDS = ['identity', 'FBID', 'GPID', 'objectId'] as const;
export type IdKind = (typeof ID_KINDS)[number];
export interface Identifier {
	kind: IdKind;
	value: string;
}

export interface Device {
	objectId: string;
	platform: string;
	/** `fcm`, `apns`, `chrome` … */
	tokenType?: string;
	token?: string;
}

export type Subscription = 'email' | 'phone' | 'whatsapp';

export interface Profile {
	/** Made by CleverTap, also where no device is known. */
	objectId: string;
	ids: Identifier[];
	data: JsonObject;
	devices: Device[];
	/** By the name's key; the first spelling is kept. */
	events: Map<string, { name: string; count: number; firstSeen: Millis; lastSeen: Millis }>;
	unsubscribed: Set<Subscription>;
	createdAt: Millis;
}

export interface TrackedEvent {
	profile: Profile;
	name: string;
	data: JsonObject;
	at: Millis;
}

export const CHANNELS = ['push', 'webpush', 'email', 'sms', 'whatsapp', 'webhook'] as const;
export type Channel = (typeof CHANNELS)[number];

export const CAMPAIGN_STATUSES = ['draft', 'scheduled', 'running', 'stopped', 'completed'] as const;
export type CampaignStatus = (typeof CAMPAIGN_STATUSES)[number];

export interface WebhookAuth {
	type: 'none' | 'basic';
	username?: string;
	password?: string;
}

/** Settings > Channels > Webhooks. */
export interface DashboardWebhook {
	name: string;
	method: 'POST' | 'GET' | 'PUT' | 'DELETE';
	/** With variables, it is a personalised URL: one call for each profile. */
	url: string;
	headers: Record<string, string>;
	auth: WebhookAuth;
	contentType: 'application/json' | 'text/plain';
	/** `profile variables`: the standard body; `custom`: the text of the campaign's editor. */
	bodyKind: 'profile variables' | 'custom';
	createdAt: Millis;
}

export interface WebhookContent {
	/** Name of a dashboard webhook. */
	endpoint: string;
	keyValues: Record<string, string>;
	/** Parts of the profile that go out; all when absent. */
	fields?: string[];
	/** The custom body, with variables. */
	body?: string;
}

/** Whom a campaign is for; neither: everybody. */
export interface Audience {
	segment?: 'all' | number;
	where?: Where;
}

export interface Figures {
	/** Profiles that qualified. */
	qualified: number;
	sent: number;
	viewed: number;
	clicked: number;
	/** By the words of the campaign's stats page. */
	errors: Record<string, number>;
}

export interface Campaign {
	id: number;
	name: string;
	channel: Channel;
	/** one_time and api: to the audience at once; action: whenever `trigger` happens; external_trigger: by the API of that name. */
	delivery: 'one_time' | 'action' | 'api' | 'external_trigger';
	status: CampaignStatus;
	createdAt: Millis;
	scheduledAt: Millis;
	audience: Audience;
	trigger?: { eventName: string };
	content: JsonObject;
	webhook?: WebhookContent;
	devices?: string[];
	labels: string[];
	conversionEvent?: string;
	figures: Figures;
	/** Calls to a webhook that are still under way. */
	pending: number;
}

/** What reached a person by another channel than a webhook. */
export interface SentMessage {
	at: Millis;
	identity: string;
	channel: Channel;
	content: JsonObject;
	/** The campaign's name, or the call. */
	by: string;
}
