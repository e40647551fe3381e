import type { Json } from '../json';
import type { SubscriptionState } from '../sms/smsSubscriptions';

/** `POST /_sandbox/customers`: somebody signs up, with consent to SMS. 201 with {@link CreatedCustomer}. */
export interface NewCustomer {
	/** None: Braze knows this customer by its own id alone. */
	external_id?: string;
	first_name?: string;
	last_name?: string;
	/** E.164 */
	phone: string;
	email?: string;
	language?: string;
}

export interface CreatedCustomer {
	/** What the other control calls take as `:id`. */
	id: string;
	external_id: string | null;
	braze_id: string;
}

/** `GET /_sandbox/braze/profiles/:id`: the truth, whatever the consistency delay. */
export interface ProfileTruth {
	external_id: string | null;
	braze_id: string;
	fields: Record<string, Json>;
	custom_attributes: Record<string, Json>;
	/** boolean, string, number, array, object */
	types: Record<string, string>;
	sms: SubscriptionState | 'unknown';
	events: Array<{ name: string; properties: Record<string, Json> }>;
	/** product ids */
	purchases: string[];
}

/** `POST /_sandbox/braze/campaigns/:id`: break or mend a campaign's settings. */
export interface CampaignSettings {
	reEligible?: boolean;
	status?: 'active' | 'stopped' | 'archived';
	/** A connected-audience filter; null for everyone. */
	audience?: Record<string, Json> | null;
	/** The Liquid text of an SMS, or of a webhook's body. */
	body?: string;
	/** A webhook's URL, Liquid too. */
	url?: string;
	/** The conversion event: a custom event, with these properties if any are given, within so many seconds of the message (3 days when absent). Null: none. */
	conversion?: { event: string; properties?: Record<string, Json>; withinSeconds?: number } | null;
}

/**
 * `POST /_sandbox/braze/webhook-sends`: a marketer makes a campaign or a Canvas with one webhook message and launches it, to these customers. One of the
 * same name is edited and launched again. 202 with {@link WebhookSent}.
 */
export interface WebhookSend {
	name: string;
	as: 'campaign' | 'canvas';
	/** Liquid, as the body. */
	url: string;
	/** `<YOUR_WEBHOOK_SECRET>` stands for the secret of `POST /_sandbox/braze/connect`. */
	headers: Record<string, string>;
	body: string;
	/** External ids, or braze ids. */
	to: string[];
}

export interface WebhookSent {
	/** Of the campaign or Canvas. */
	id: string;
}

/** `POST /_sandbox/braze/limits`: lower (or raise) one pool until the next reset. */
export interface LimitSettings {
	pool: string;
	limit: number;
	/** ms; the pool's own when absent. */
	windowMs?: number;
}

/** `POST /_sandbox/braze/consistency`: written attributes become readable this much later; 0 ends it. */
export interface ConsistencySettings {
	delayMs: number;
}

/** What a message says. */
export interface InboxContent {
	/** E-mail: `Name <address>`. */
	from?: string;
	reply_to?: string;
	subject?: string;
	preheader?: string;
	/** Push and content cards. */
	title?: string;
	text: string;
	html?: string;
	/** Addresses of an e-mail's links, of a push, of a card. */
	links: string[];
	media?: string[];
	attachments?: string[];
}

/** `GET /_sandbox/customer/:id/inbox` → `{ messages: InboxMessage[] }`: everything that reached this person, on any channel, oldest first. */
export interface InboxMessage extends InboxContent {
	id: string;
	/** ISO time */
	at: string;
	/** As Braze's figures name it: email, sms, ios_push … */
	channel: string;
	campaign_id: string | null;
	message_variation_id: string | null;
	send_id: string | null;
	canvas_id: string | null;
	/** What the person did with it, in order. */
	did: string[];
}

/** `POST /_sandbox/customer/:id/inbox/:messageId`: the person does something with a message. The figures follow. */
export interface InboxAction {
	does: 'open' | 'click' | 'dismiss' | 'unsubscribe' | 'spam';
}

/** `POST /_sandbox/customer/:id/sessions`: the person opens (or removes) an app. */
export interface AppAction {
	app_id: string;
	/** Default false: a session. */
	uninstall?: boolean;
}

/** `POST /_sandbox/braze/keys`: 201 with `{ key }`. Braze lets nobody change a key afterwards, so there is no other way either here. */
export interface NewKey {
	/** Made up where it is absent. */
	key?: string;
	/** Braze's names: `users.track` … */
	permissions: string[];
	/** IP addresses and subnets; any caller where it is absent or empty. */
	allow_list?: string[];
}

/** `POST /_sandbox/braze/canvases/:id`. */
export interface CanvasSettings {
	status: 'active' | 'stopped' | 'archived';
}

/** `POST /_sandbox/braze/addresses`: something happens to an e-mail address. GET gives the three lists. */
export interface AddressHappening {
	email: string;
	happened: 'hard_bounce' | 'spam_report' | 'unsubscribe';
}

/** `POST /_sandbox/braze/phones`: a number turns out to be unable to receive SMS. */
export interface PhoneHappening {
	/** E.164 */
	phone: string;
	reason: 'provider_error' | 'deactivated';
}
