import { z } from 'zod';
import type { Json, JsonObject } from '../json';

export const userAlias = z.object({ alias_name: z.string().min(1), alias_label: z.string().min(1) });
export type UserAlias = z.infer<typeof userAlias>;

/** Profile fields that are Braze's own, as `/users/track` names them; any other key is a custom attribute. */
export const STANDARD_FIELDS = [
	'first_name', 'last_name', 'email', 'phone', 'dob', 'gender', 'country', 'home_city', 'language', 'time_zone',
	'email_subscribe', 'push_subscribe', 'email_open_tracking_disabled', 'email_click_tracking_disabled', 'current_location',
	'date_of_first_session', 'date_of_last_session', 'marked_email_as_spam_at', 'push_tokens', 'facebook', 'twitter',
] as const;
export type StandardField = (typeof STANDARD_FIELDS)[number];

export const isStandardField = (key: string): key is StandardField => STANDARD_FIELDS.some((field) => field === key);

/** What can be read back from a profile. */
export interface ProfileData {
	fields: Partial<Record<StandardField, Json>>;
	custom: JsonObject;
}

export interface CustomEvent {
	name: string;
	/** ms since 1970 */
	time: number;
	properties: JsonObject;
	/** The app it happened in, where the call said so. */
	appId?: string;
}

export interface Purchase {
	productId: string;
	currency: string;
	price: number;
	quantity: number;
	/** ms since 1970 */
	time: number;
	properties: JsonObject;
	appId?: string;
}

export interface Profile {
	readonly brazeId: string;
	/** Absent for anonymous and alias-only profiles. */
	externalId?: string;
	/** Former external ids: they still find the profile until `/users/external_ids/remove`. */
	readonly deprecatedIds: string[];
	readonly aliases: UserAlias[];
	/** ms since 1970 */
	createdAt: number;
	/** Higher is later; a counter and not a clock, so that two writes in one millisecond still have an order. */
	touched: number;
	/** The truth, at once. */
	readonly data: ProfileData;
	/** What reads see; older than `data` only while the consistency delay is switched on. */
	readable: ProfileData;
	pending: Array<{ visibleAt: number; data: ProfileData }>;
	readonly events: CustomEvent[];
	readonly purchases: Purchase[];
	/** Campaign id → ms of the last message received. */
	readonly received: Map<string, number>;
	readonly randomBucket: number;
}

/** The customer's name in the log: the external id, else the braze id. */
export const customerId = (profile: Profile): string => profile.externalId ?? profile.brazeId;

/** A field's text, or undefined where it is absent or no text. */
export function fieldText(data: ProfileData, field: StandardField): string | undefined {
	const value = data.fields[field];
	return typeof value === 'string' && value !== '' ? value : undefined;
}
