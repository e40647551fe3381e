import type { Json } from './json';
import type { SubscriptionState } from './smsSubscriptions';

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
