import { audienceOf } from './audience';
import { sendCampaign } from './campaign';
import { eventKey } from '../upload/names';
import { nameOf } from '../profiles/people';
import { RULES } from '../rules';
import type { CleverTapState } from '../state';
import type { Campaign, Profile, TrackedEvent } from '../types';

const MINUTE = 60_000;
const OLDEST = 120 * MINUTE;
const AHEAD = 2 * MINUTE;

/** Everybody's campaigns are not looked through person by person: thousands of events may come at once. */
const isFor = (state: CleverTapState, { audience }: Campaign, profile: Profile): boolean =>
	(audience.where === undefined && (audience.segment ?? 'all') === 'all') || audienceOf(state, audience).includes(profile);

/** Sets off the live campaigns that wait for this event, unless it is too old for them or too far ahead. */
export function onEvent(state: CleverTapState, { name, profile, data, at }: TrackedEvent): void {
	for (const campaign of state.campaigns.values()) {
		if (campaign.delivery !== 'action' || campaign.status !== 'running' || eventKey(campaign.trigger?.eventName ?? '') !== eventKey(name)) continue;
		const age = Date.now() - at;
		if (age > OLDEST || -age > AHEAD) {
			const seconds = Math.round(Math.abs(age) / 1000);
			state.note(`campaign "${campaign.name}" is not set off: the event ${name} is ${seconds} s ${age > 0 ? 'old' : 'ahead'}`, RULES.liveWindow, nameOf(profile));
			continue;
		}
		if (isFor(state, campaign, profile)) sendCampaign(state, campaign, [profile], { event: data });
	}
}
