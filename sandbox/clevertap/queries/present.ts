import { digitsOf } from './dates';
import { isJsonObject, type Json, type JsonObject } from '../json';
import type { Parts } from './cursors';
import { nameOf } from '../profiles/people';
import type { CleverTapState } from '../state';
import type { Device, Millis, Profile, TrackedEvent } from '../types';

export const ALL_PARTS: Parts = { app: true, events: true, profile: true };

const seconds = (at: Millis): number => Math.floor(at / 1000);

/** These stand beside profileData, not in it. */
const OWN_FIELDS = new Set(['Name', 'Email', 'Phone']);

const rest = (data: JsonObject): JsonObject => Object.fromEntries(Object.entries(data).filter(([key]) => !OWN_FIELDS.has(key)));

const withText = (name: string, value: Json | undefined): JsonObject => (value === undefined || isJsonObject(value) ? {} : { [name]: value });

function ownFields({ data, ids }: Profile): JsonObject {
	const identity = ids.find(({ kind }) => kind === 'identity')?.value;
	return { ...withText('identity', identity), ...withText('email', data.Email), ...withText('name', data.Name), ...withText('phone', data.Phone) };
}

const platformInfo = ({ objectId, platform, token }: Device): JsonObject => ({
	platform,
	os_version: '17',
	app_version: '5.2',
	make: platform === 'iOS' ? 'Apple' : 'Generic',
	model: 'Sandbox',
	objectId,
	...(token === undefined ? {} : { push_token: token }),
});

/** A profile as profile.json and profiles.json give it. */
export function profileRecord(profile: Profile, parts: Parts = ALL_PARTS): JsonObject {
	const events = Object.fromEntries(
		[...profile.events.values()].map(({ name, count, firstSeen, lastSeen }) => [name, { count, first_seen: seconds(firstSeen), last_seen: seconds(lastSeen) }]),
	);
	return {
		...ownFields(profile),
		objectId: profile.objectId,
		...(parts.profile ? { profileData: rest(profile.data) } : {}),
		...(parts.events ? { events } : {}),
		...(parts.app ? { platformInfo: profile.devices.map(platformInfo) } : {}),
	};
}

/** An event as events.json gives it. */
export function eventRecord({ settings }: CleverTapState, { profile, at, data }: TrackedEvent): JsonObject {
	return {
		profile: { objectId: profile.objectId, platform: profile.devices[0]?.platform ?? 'API', ...ownFields(profile), profileData: rest(profile.data) },
		ts: settings.downloadTs === 'epoch' ? seconds(at) : digitsOf(at),
		event_props: data,
		session_props: {},
	};
}

/** ISO, for the control API. */
export const iso = (at: Millis): string => new Date(at).toISOString();

export const eventTruth = ({ profile, name, data, at }: TrackedEvent) => ({ identity: nameOf(profile), name, data, at: iso(at) });
