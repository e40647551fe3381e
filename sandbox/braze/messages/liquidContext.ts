import { variationsOf, type Campaign, type Variation } from '../campaigns/campaign';
import type { JsonObject } from '../json';
import { customerId, type Profile, type ProfileData } from '../users/profile';
import type { BrazeState } from '../state';

/** What a message belongs to; `none` for an API message without campaign_id, which no figures are kept of. */
export type MessageSource =
	| { kind: 'none' }
	| { kind: 'campaign'; id: string; name: string; messageName: string; messageId: string }
	| { kind: 'canvas'; id: string; name: string; variantId: string; variantName: string; stepId: string };

export function campaignSource(campaign: Campaign, variation: Variation = variationsOf(campaign)[0]): MessageSource {
	return { kind: 'campaign', id: campaign.sandboxId, name: campaign.name, messageName: variation.name, messageId: variation.id };
}

export interface Occasion {
	dispatchId: string;
	triggerProperties?: JsonObject;
	/** The context of a Canvas entry (formerly canvas_entry_properties). */
	context?: JsonObject;
	/** The message's own id, known before it is rendered: the unsubscribe links carry it. */
	messageId?: string;
	/** The inbound SMS that started it. */
	inbound?: { text: string; media: string[] };
}

function namespaces(source: MessageSource, dispatchId: string): Record<string, JsonObject> {
	if (source.kind === 'campaign') {
		return { campaign: { api_id: source.id, dispatch_id: dispatchId, name: source.name, message_name: source.messageName, message_api_id: source.messageId } };
	}
	if (source.kind === 'canvas') {
		return { canvas: { api_id: source.id, name: source.name, variant_api_id: source.variantId, variant_name: source.variantName } };
	}
	return {};
}

/** Links that change the e-mail subscription of whoever opens them. */
function preferenceLinks(state: BrazeState, profile: Profile, messageId: string | undefined): Record<string, string> {
	const link = (to: string) =>
		`${state.world.options.baseUrl}/_sandbox/customer/${encodeURIComponent(customerId(profile))}/email-preferences/${to}${messageId ? `?message=${messageId}` : ''}`;
	return {
		set_user_to_unsubscribed_url: link('unsubscribed'),
		unsubscribe_url: link('unsubscribed'),
		set_user_to_subscribed_url: link('subscribed'),
		set_user_to_opted_in_url: link('opted_in'),
	};
}

/** What a message of this source to this profile can name. `data` is the profile as the render sees it. */
export function liquidContext(state: BrazeState, source: MessageSource, profile: Profile, data: ProfileData, occasion: Occasion) {
	const { fields, custom } = data;
	return {
		first_name: fields.first_name,
		last_name: fields.last_name,
		email_address: fields.email,
		phone_number: fields.phone,
		user_id: profile.externalId,
		braze_id: profile.brazeId,
		language: fields.language,
		country: fields.country,
		city: fields.home_city,
		gender: fields.gender,
		date_of_birth: fields.dob,
		time_zone: fields.time_zone,
		random_bucket_number: profile.randomBucket,
		custom_attribute: custom,
		api_trigger_properties: occasion.triggerProperties ?? {},
		context: occasion.context ?? {},
		canvas_entry_properties: occasion.context ?? {},
		sms: occasion.inbound
			? { inbound_message_body: occasion.inbound.text, inbound_media_urls: occasion.inbound.media }
			: {},
		...preferenceLinks(state, profile, occasion.messageId),
		...namespaces(source, occasion.dispatchId),
		subscribed_state: {
			email_global: fields.email_subscribe ?? 'subscribed',
			[state.group.sandboxId]: state.subscriptions.of(profile) ?? 'unsubscribed',
		},
	};
}
