import { z } from 'zod';
import type { Rule } from '../../control/types';
import type { JsonObject } from '../json';
import { userAlias, type Profile } from './profile';
import { documented, unconfirmed } from '../rules';
import type { BrazeState } from '../state';

const identifiers = z.object({
	external_id: z.string().min(1).optional(),
	braze_id: z.string().min(1).optional(),
	user_alias: userAlias.optional(),
	email: z.string().min(1).optional(),
	phone: z.string().min(1).optional(),
});

export type Located =
	| { kind: 'found'; profile: Profile }
	/** Nothing was found and nothing may be created: Braze drops the object and says nothing. */
	| { kind: 'ignored'; rule: Rule }
	| { kind: 'unidentified' };

/** Of several with one e-mail or phone: the most recently updated, one with an external id preferred. */
export function preferred(candidates: Profile[]): Profile | undefined {
	return candidates.find((profile) => profile.externalId !== undefined) ?? candidates[0];
}

/**
 * Finds, or where `mayCreate` makes, the profile that an object of `/users/track` names.
 * Given e-mail and phone, the e-mail decides. `mayCreate` is asked with the kind of identifier.
 */
export function locate(state: BrazeState, object: JsonObject, mayCreate: (by: 'id' | 'alias') => boolean): Located {
	const parsed = identifiers.safeParse(object);
	if (!parsed.success) return { kind: 'unidentified' };
	const { external_id: externalId, braze_id: brazeId, user_alias: alias, email, phone } = parsed.data;
	const settle = (profile: Profile | undefined, create: () => Profile, by: 'id' | 'alias', name: string): Located => {
		if (profile) return { kind: 'found', profile };
		return mayCreate(by) ? { kind: 'found', profile: create() } : { kind: 'ignored', rule: documented(`${name} is unknown and may not be created; the answer does not say so`) };
	};
	if (externalId !== undefined) {
		return settle(state.byExternalId(externalId), () => state.create({ externalId }), 'id', `external_id ${externalId}`);
	}
	if (brazeId !== undefined) {
		const profile = state.byBrazeId(brazeId);
		return profile ? { kind: 'found', profile } : { kind: 'ignored', rule: unconfirmed(`braze_id ${brazeId} is unknown; Braze makes these ids itself, so nothing is created`) };
	}
	if (alias !== undefined) {
		return settle(state.byAlias(alias), () => state.create({ alias }), 'alias', `alias ${alias.alias_label}:${alias.alias_name}`);
	}
	if (email !== undefined) {
		return settle(preferred(state.having('email', email)), () => state.create({ fields: { email } }), 'id', `email ${email}`);
	}
	if (phone !== undefined) {
		return settle(preferred(state.having('phone', phone)), () => state.create({ fields: { phone } }), 'id', `phone ${phone}`);
	}
	return { kind: 'unidentified' };
}

/** `_update_existing_only` as given, or undefined. */
export function updateExistingOnly(object: JsonObject): boolean | undefined {
	const flag = object._update_existing_only;
	return typeof flag === 'boolean' ? flag : undefined;
}
