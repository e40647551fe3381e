import { z } from 'zod';
import type { Profile } from '../users/profile';

/** Which of several profiles with one e-mail address or phone is meant; the order counts. */
export const prioritization = z
	.array(z.enum(['identified', 'unidentified', 'most_recently_updated', 'least_recently_updated']))
	.refine((order) => !(order.includes('identified') && order.includes('unidentified')), 'only one of identified and unidentified may be given');

/** Braze walks the list until one profile is left; undefined where more than one, or none, is. */
export function onlyOneBy(candidates: Profile[], order: z.infer<typeof prioritization>): Profile | undefined {
	let left = candidates;
	for (const rule of order) {
		const identity = rule === 'identified' || rule === 'unidentified';
		if (left.length <= 1 && !identity) break;
		const byTouch = [...left].sort((a, b) => b.touched - a.touched);
		if (rule === 'most_recently_updated') left = byTouch.slice(0, 1);
		else if (rule === 'least_recently_updated') left = byTouch.slice(-1);
		else left = left.filter((profile) => (profile.externalId !== undefined) === (rule === 'identified'));
	}
	return left.length === 1 ? left[0] : undefined;
}
