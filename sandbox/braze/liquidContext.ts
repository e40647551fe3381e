import type { Campaign } from './campaign';
import type { JsonObject } from './json';
import type { Profile, ProfileData } from './profile';
import type { BrazeState } from './state';

export interface Occasion {
	dispatchId: string;
	triggerProperties?: JsonObject;
	/** The inbound SMS that started it. */
	inbound?: { text: string; media: string[] };
}

/** What a message of this campaign to this profile can name. `data` is the profile as the render sees it. */
export function liquidContext(state: BrazeState, campaign: Campaign, profile: Profile, data: ProfileData, occasion: Occasion) {
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
		sms: occasion.inbound
			? { inbound_message_body: occasion.inbound.text, inbound_media_urls: occasion.inbound.media }
			: {},
		campaign: {
			api_id: campaign.sandboxId,
			dispatch_id: occasion.dispatchId,
			name: campaign.name,
			message_name: 'Variant 1',
			message_api_id: `${campaign.sandboxId}-variant-1`,
		},
		subscribed_state: {
			email_global: fields.email_subscribe ?? 'subscribed',
			[state.group.sandboxId]: state.subscriptions.of(profile) ?? 'unsubscribed',
		},
	};
}
