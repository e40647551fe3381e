import { rangeOf } from '../queries/dates';
import { badRequest } from '../errors';
import type { Json } from '../json';
import { RULES } from '../rules';
import type { CleverTapState } from '../state';
import type { Audience, Profile, TrackedEvent } from '../types';
import { eventFilters, passes, profileFilters, type Where } from './where';

/** A property of a profile by its name; `Identity` is one as well. */
export function property(profile: Profile, name: string): Json | undefined {
	const { data, ids } = profile;
	if (Object.hasOwn(data, name)) return data[name];
	if (name.toLowerCase() !== 'identity') return undefined;
	return ids.filter(({ kind }) => kind === 'identity').map(({ value }) => value);
}

/** Whether the profile passes the filters on its own properties. */
export const hasProperties = (profile: Profile, query: Where): boolean =>
	profileFilters(query).every((filter) => passes(property(profile, filter.name), filter));

/** The events of a query, oldest first: by name, days, properties, and properties of who raised them. */
export function eventsOf({ events }: CleverTapState, query: Where): TrackedEvent[] {
	if (query.event_name === undefined) throw badRequest('event_name is missing');
	const { from, until } = rangeOf(query);
	const filters = eventFilters(query);
	return events
		.named(query.event_name)
		.filter(({ at }) => at >= from && at < until)
		.filter(({ data, profile }) => filters.every((filter) => passes(data[filter.name], filter)) && hasProperties(profile, query))
		.sort((a, b) => a.at - b.at);
}

/** The profiles of a query: who raised such an event, or, where none is named, who has such properties. */
export function profilesOf(state: CleverTapState, query: Where): Profile[] {
	if (query.event_name === undefined) return state.people.all().filter((profile) => hasProperties(profile, query));
	return [...new Set(eventsOf(state, query).map(({ profile }) => profile))];
}

/** Whom a campaign is for. */
export function audienceOf(state: CleverTapState, { segment, where }: Audience): Profile[] {
	if (where !== undefined) return profilesOf(state, where);
	if (segment === undefined || segment === 'all') return state.people.all();
	const known = state.segments.get(segment);
	if (known === undefined) throw badRequest(`segment ${segment} does not exist`, RULES.targetNeeds);
	return profilesOf(state, known.where);
}
