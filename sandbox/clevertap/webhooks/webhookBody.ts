import type { JsonObject } from '../json';
import { nameOf } from '../profiles/people';
import type { Campaign, DashboardWebhook, Profile, WebhookContent } from '../types';
import { fill, hasVariables, type Scope } from '../campaigns/variables';

/** Why a campaign goes out to somebody. */
export interface Occasion {
	/** Properties of the event that set it off. */
	event?: JsonObject;
	externalTrigger?: JsonObject;
}

/** The profile as the standard body has it. `fields` are webhook_fields. */
export function profilePart({ data, ids, objectId, devices }: Profile, occasion: Occasion, fields?: string[]): JsonObject {
	const wants = (field: string): boolean => fields === undefined || fields.includes(field);
	const identity = ids.find(({ kind }) => kind === 'identity')?.value;
	const token = devices.find((device) => device.token !== undefined)?.token;
	return {
		Identity: identity ?? '',
		Email: data.Email ?? '',
		ObjectId: objectId,
		...(wants('profile-attributes') ? { ProfileData: data } : {}),
		...(occasion.event === undefined ? {} : { Event_properties: occasion.event }),
		...(wants('tokens') ? { Push_token: token ?? '' } : {}),
	};
}

/** What the texts of a campaign may speak of. */
export const scopeOf = ({ id, name }: Campaign, profile: Profile, occasion: Occasion): Scope => ({
	Profile: { Identity: nameOf(profile), ObjectId: profile.objectId, ...profile.data },
	Event: occasion.event ?? {},
	ExternalTrigger: occasion.externalTrigger ?? {},
	Campaign: { campaignId: id, name },
});

/** Many profiles go out in one call where nothing is personal but the profiles themselves. */
export const isBroadcast = ({ bodyKind, url }: DashboardWebhook, { keyValues, body }: WebhookContent): boolean =>
	bodyKind === 'profile variables' && body === undefined && !hasVariables(url) && !Object.values(keyValues).some(hasVariables);

/** The body for many. */
export const broadcastBody = (campaign: Campaign, { keyValues, fields }: WebhookContent, profiles: Profile[], occasion: Occasion): string =>
	JSON.stringify({ targetId: campaign.id, key_values: keyValues, profiles: profiles.map((profile) => profilePart(profile, occasion, fields)) });

/** The body for one: the custom text, or the standard body with one object for profiles. */
export function singleBody(campaign: Campaign, { keyValues, fields, body }: WebhookContent, profile: Profile, occasion: Occasion): string {
	const scope = scopeOf(campaign, profile, occasion);
	if (body !== undefined) return fill(body, scope);
	const filled = Object.fromEntries(Object.entries(keyValues).map(([key, text]) => [key, fill(text, scope)]));
	return JSON.stringify({ targetId: campaign.id, key_values: filled, profiles: profilePart(profile, occasion, fields) });
}

/** What CleverTap posts when a webhook is made. */
export const TEST_BODY = JSON.stringify({
	is_test: true,
	targetId: 1234,
	key_values: { key: 'value' },
	profiles: [1, 2, 3, 4, 5].map((number) => ({ Identity: `test-user-${number}`, Email: `test${number}@example.com`, push_token: `test-token-${number}` })),
});
