import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../errors';
import { mergeProfiles, orphan } from './mergeProfiles';
import { onlyOneBy, prioritization } from '../campaigns/prioritization';
import { customerId, userAlias, type Profile } from './profile';
import { route } from '../route';
import { documented, unconfirmed } from '../rules';
import type { BrazeState } from '../state';

/** Of all three lists together. */
const IDENTIFY_MAX = 50;

const externalId = z.string().min(1);
const body = z.object({
	aliases_to_identify: z.array(z.object({ external_id: externalId, user_alias: userAlias })).optional(),
	emails_to_identify: z.array(z.object({ external_id: externalId, email: z.string().min(1), prioritization })).optional(),
	phone_numbers_to_identify: z.array(z.object({ external_id: externalId, phone: z.string().min(1), prioritization })).optional(),
	merge_behavior: z.enum(['none', 'merge']).optional(),
});
type Input = z.infer<typeof body>;

interface Wanted {
	name: string;
	externalId: string;
	found: Profile | undefined;
}

function wanted(state: BrazeState, input: Input): Wanted[] {
	return [
		...(input.aliases_to_identify ?? []).map(({ external_id: id, user_alias: alias }) => ({
			name: `alias ${alias.alias_label}:${alias.alias_name}`,
			externalId: id,
			found: state.byAlias(alias),
		})),
		...(input.emails_to_identify ?? []).map((one) => ({
			name: `email ${one.email}`,
			externalId: one.external_id,
			found: onlyOneBy(state.having('email', one.email), one.prioritization),
		})),
		...(input.phone_numbers_to_identify ?? []).map((one) => ({
			name: `phone ${one.phone}`,
			externalId: one.external_id,
			found: onlyOneBy(state.having('phone', one.phone), one.prioritization),
		})),
	];
}

/** Why nothing happens to this one, or undefined. */
function identify(state: BrazeState, { found, externalId: id }: Wanted, behavior: 'none' | 'merge'): string | undefined {
	if (found === undefined) return 'no profile, or more than one, is meant';
	if (found.externalId !== undefined) return found.externalId === id ? undefined : `it already belongs to ${customerId(found)}`;
	const identified = state.byExternalId(id);
	if (identified === undefined) {
		found.externalId = id;
		state.written(found);
		return undefined;
	}
	const labels = new Set(identified.aliases.map(({ alias_label: label }) => label));
	if (found.aliases.some(({ alias_label: label }) => labels.has(label))) return `${id} already has an alias with that label`;
	if (behavior === 'merge') mergeProfiles(state, found, identified);
	else orphan(state, found, identified);
	return undefined;
}

/** `POST /users/identify`: a profile without an external id gets one, or becomes part of the profile that has it. */
export function usersIdentify(app: FastifyInstance, state: BrazeState): void {
	route(app, state, {
		method: 'POST',
		path: '/users/identify',
		permission: 'users.identify',
		pools: ['users identity'],
		body,
		answer: ({ body: input, request }) => {
			// One at a time: an earlier entry of the same call may have merged the profile that a later one names.
			const total = [input.aliases_to_identify, input.emails_to_identify, input.phone_numbers_to_identify].reduce((sum, list) => sum + (list?.length ?? 0), 0);
			if (total === 0) {
				throw new Refusal(400, 'aliases_to_identify, emails_to_identify or phone_numbers_to_identify is required', documented('one of the three is needed; the wording is the sandbox’s own'));
			}
			if (total > IDENTIFY_MAX) {
				throw new Refusal(400, 'The max number of aliases per request was exceeded', documented(`at most ${IDENTIFY_MAX} a call; the wording is the sandbox’s own`));
			}
			for (let at = 0; at < total; at++) {
				const one = wanted(state, input)[at];
				const why = identify(state, one, input.merge_behavior ?? 'merge');
				if (why === undefined) continue;
				state.world.events.add({
					vendor: 'braze',
					kind: 'note',
					summary: `${one.name} not identified as ${one.externalId}: ${why}`,
					customer: one.externalId,
					rule: documented('profiles are not combined; the answer does not say so'),
				});
			}
			request.notes.rule =
				input.merge_behavior === undefined
					? unconfirmed('aliases_processed counts what was sent, whatever came of it; merging is the documented default')
					: unconfirmed('merge_behavior is of an older page; it is taken still');
			return { status: 201, body: { aliases_processed: total, message: 'success' } };
		},
	});
}
