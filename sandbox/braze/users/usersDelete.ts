import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../errors';
import { onlyOneBy, prioritization } from '../campaigns/prioritization';
import { userAlias, type Profile } from './profile';
import { route } from '../route';
import { documented, unconfirmed } from '../rules';
import type { BrazeState } from '../state';

const DELETE_MAX = 50;

const body = z.object({
	external_ids: z.array(z.string().min(1)).optional(),
	user_aliases: z.array(userAlias).optional(),
	braze_ids: z.array(z.string().min(1)).optional(),
	email_addresses: z.array(z.object({ email: z.string().min(1), prioritization })).optional(),
	phone_numbers: z.array(z.object({ phone: z.string().min(1), prioritization })).optional(),
});
type Input = z.infer<typeof body>;

function meant(state: BrazeState, input: Input): Array<Profile | undefined> {
	return [
		...(input.external_ids ?? []).map((id) => state.byExternalId(id)),
		...(input.user_aliases ?? []).map((alias) => state.byAlias(alias)),
		...(input.braze_ids ?? []).map((id) => state.byBrazeId(id)),
		...(input.email_addresses ?? []).map((one) => onlyOneBy(state.having('email', one.email), one.prioritization)),
		...(input.phone_numbers ?? []).map((one) => onlyOneBy(state.having('phone', one.phone), one.prioritization)),
	];
}

/** `POST /users/delete`: a deprecated external id deletes the whole profile too. */
export function usersDelete(app: FastifyInstance, state: BrazeState): void {
	route(app, state, {
		method: 'POST',
		path: '/users/delete',
		permission: 'users.delete',
		pools: ['users identity'],
		body,
		answer: ({ body: input, request }) => {
			const given = Object.values(input).filter((list) => list !== undefined);
			if (given.length !== 1) {
				throw new Refusal(
					400,
					'exactly one of external_ids, user_aliases, braze_ids, email_addresses and phone_numbers is required',
					documented('only one kind of identifier a call; the wording is the sandbox’s own'),
				);
			}
			if (given[0].length > DELETE_MAX) {
				throw new Refusal(400, 'The max number of ids per request was exceeded', documented(`at most ${DELETE_MAX}; the wording is the sandbox’s own`));
			}
			for (const profile of meant(state, input)) if (profile) state.remove(profile);
			request.notes.rule = unconfirmed('deleted is “the number queued for deletion”: taken to count unknown ids too');
			return { status: 201, body: { deleted: given[0].length, message: 'success' } };
		},
	});
}
