import { matchesAudience } from '../campaigns/audience';
import { DAY_MS } from '../figures/days';
import type { Profile } from '../users/profile';
import type { BrazeState } from '../state';

export interface Segment {
	id: string;
	name: string;
	/** The marketer's own words. */
	textDescription: string;
	/** The filters in words, as the dashboard puts them. */
	filterDescription: string;
	/** The filters, written as a connected audience. */
	filter: Record<string, unknown>;
	tags: string[];
	teams: string[];
	analyticsTracking: boolean;
	archived: boolean;
	/** ms since 1970 */
	createdAt: number;
	updatedAt: number;
	/** The size at the times when the world was aged, oldest first. */
	history: Array<{ at: number; size: number }>;
}

export function isMember(state: BrazeState, segment: Segment, profile: Profile): boolean {
	return matchesAudience(state.readable(profile), segment.filter, state.messaging.appUse.lastUsedBy(profile));
}

export const membersOf = (state: BrazeState, segment: Segment): Profile[] => state.profiles.filter((profile) => isMember(state, segment, profile));

/** To be called before the times move. */
export function rememberSizes(state: BrazeState): void {
	const at = Date.now();
	for (const segment of state.messaging.segments) segment.history.push({ at, size: membersOf(state, segment).length });
}

/**
 * The size on the day that ends at `end`: today's as it is, a past day's as it was when the world was last seen on it or before;
 * before that, by when today's members signed up.
 */
export function sizeOn(state: BrazeState, segment: Segment, end: number): number {
	const members = membersOf(state, segment);
	if (end > Math.floor(Date.now() / DAY_MS) * DAY_MS) return members.length;
	const seen = segment.history.filter(({ at }) => at < end).at(-1);
	return seen?.size ?? members.filter(({ createdAt }) => createdAt < end).length;
}
