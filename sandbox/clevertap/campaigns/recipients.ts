import { z } from 'zod';
import { badRequest } from '../errors';
import type { JsonObject } from '../json';
import { RULES } from '../rules';
import type { CleverTapState } from '../state';
import type { IdKind, Profile } from '../types';

const IDS_MAX = 1000;

/** Keys of `to`, by their lower case. */
const KINDS: Record<string, IdKind | 'email'> = { identity: 'identity', email: 'email', objectid: 'objectId', fbid: 'FBID', gpid: 'GPID' };

const ids = z.array(z.union([z.string(), z.number()]).transform(String));

/** The people that `to` names, each once. */
export function recipients({ people }: CleverTapState, to: JsonObject): Profile[] {
	const found = new Set<Profile>();
	let count = 0;
	for (const [key, value] of Object.entries(to)) {
		const kind = Object.hasOwn(KINDS, key.toLowerCase()) ? KINDS[key.toLowerCase()] : undefined;
		const list = ids.safeParse(value);
		if (kind === undefined || !list.success) throw badRequest(`to.${key}: lists of identity, email, objectId, FBID, GPID`, RULES.sendToCase);
		count += list.data.length;
		for (const id of list.data) {
			const profile = kind === 'email' ? people.byEmail(id) : people.find({ kind, value: id });
			if (profile !== undefined) found.add(profile);
		}
	}
	if (count === 0) throw badRequest('to names nobody');
	if (count > IDS_MAX) throw badRequest(`to: at most ${IDS_MAX} ids`, RULES.sendToLimit);
	return [...found];
}
