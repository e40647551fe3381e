import { section, type LiquidCase } from '../caseTypes';

/** Default attributes of 3.4: each is read from the top of the context. */
const DEFAULTS = [
	'city', 'country', 'date_of_birth', 'email_address', 'first_name', 'gender', 'language', 'last_name', 'last_used_app_date',
	'most_recent_app_version', 'most_recent_locale', 'most_recent_location', 'phone_number', 'time_zone', 'user_id', 'braze_id',
	'random_bucket_number', 'set_user_to_unsubscribed_url', 'set_user_to_subscribed_url', 'set_user_to_opted_in_url', 'unsubscribe_url',
];

/** Names in each namespace of 3.4. */
const NAMESPACES: Record<string, string[]> = {
	subscribed_state: ['email_global', '7b1a0f3e-8c1d-4a2f-9e52-6d2f9ad1c0aa'],
	most_recently_used_device: ['carrier', 'id', 'idfa', 'model', 'os', 'platform', 'google_ad_id', 'roku_ad_id', 'browser', 'ad_tracking_enabled', 'foreground_push_enabled'],
	targeted_device: ['carrier', 'id', 'model', 'os', 'platform'],
	app: ['api_id', 'name'],
	campaign: ['api_id', 'dispatch_id', 'name', 'message_name', 'message_api_id'],
	canvas: ['name', 'api_id', 'variant_name', 'variant_api_id'],
	card: ['api_id', 'name'],
	event_properties: ['item name'],
	custom_attribute: ['Favourite Colour'],
	api_trigger_properties: ['msg_body'],
	canvas_entry_properties: ['order'],
	context: ['order'],
	sms: ['inbound_message_body'],
	whats_app: ['inbound_message_body', 'inbound_flow_response', 'inbound_product_id', 'inbound_catalog_id'],
	product_recommendation: ['For You'],
};

const context: Record<string, unknown> = {
	...Object.fromEntries(DEFAULTS.map((name) => [name, `the ${name}`])),
	...Object.fromEntries(Object.entries(NAMESPACES).map(([space, names]) => [space, Object.fromEntries(names.map((name) => [name, `${space} ${name}`]))])),
};

const cases: LiquidCase[] = [
	...DEFAULTS.map((name): LiquidCase => [`{{\${${name}}}}`, `the ${name}`, 'documented']),
	...Object.entries(NAMESPACES).flatMap(([space, names]) => names.map((name): LiquidCase => [`{{${space}.\${${name}}}}`, `${space} ${name}`, 'documented'])),
	["{% if {{subscribed_state.${email_global}}} == 'subscribed_state email_global' %}y{% endif %}", 'y', 'documented'],
];

export const personalization = section('3.4 personalization tags', { context }, cases);
