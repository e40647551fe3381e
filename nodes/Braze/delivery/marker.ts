import type { Profile } from './profile';

/**
 * What was sent to a user, kept as ids in an array attribute of the profile and written in the very call that sends.
 * Braze keeps 25 elements of an array by default and drops the oldest.
 */
const KEPT = 25;

const idsIn = (profile: Profile, attribute: string): string[] => {
	const value = profile.custom_attributes?.[attribute];
	return Array.isArray(value) ? value.map(String) : [];
};

const asNumber = (id: string): number => (/^\d+$/.test(id) ? Number(id) : Number.NaN);

/**
 * Whether the profile says that this id was sent. In a full array an id below the least one kept has been dropped, so it counts as sent:
 * ids of comments only grow.
 */
export function holdsMarker(profile: Profile, attribute: string, id: string): boolean {
	const ids = idsIn(profile, attribute);
	if (ids.includes(id)) return true;
	const numbers = ids.map(asNumber).filter(Number.isFinite);
	return ids.length >= KEPT && numbers.length > 0 && asNumber(id) < Math.min(...numbers);
}
