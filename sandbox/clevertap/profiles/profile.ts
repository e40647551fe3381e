import type { FastifyInstance } from 'fastify';
import { badRequest, CleverTapError } from '../errors';
import { decidedBy, route } from '../http';
import { profileRecord } from '../queries/present';
import { RULES } from '../rules';
import type { CleverTapState } from '../state';
import type { Profile } from '../types';

function find({ people }: CleverTapState, query: URLSearchParams): Profile | undefined {
	const asked = ['identity', 'email', 'objectId'].filter((name) => (query.get(name) ?? '') !== '');
	if (asked.length !== 1) throw badRequest('one of identity, email and objectId', RULES.oneIdentifier);
	const [kind] = asked;
	const value = query.get(kind) ?? '';
	if (kind === 'email') return people.byEmail(value);
	return people.find({ kind: kind === 'identity' ? 'identity' : 'objectId', value });
}

/** `GET /1/profile.json` */
export function profileRoute(app: FastifyInstance, state: CleverTapState): void {
	route(app, '/1/profile.json', {
		GET: ({ query, request }) => {
			const profile = find(state, query);
			if (profile !== undefined) return { status: 'success', record: profileRecord(profile) };
			if (state.settings.unknownProfile === 'fail') throw new CleverTapError(404, 'Profile not found', RULES.unknownProfile);
			decidedBy(request, RULES.unknownProfile);
			return { status: 'success', record: null };
		},
	});
}
