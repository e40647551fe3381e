import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { badRequest } from '../errors';
import { decidedBy, parse, route } from '../http';
import { nameOf } from './people';
import { RULES } from '../rules';
import type { CleverTapState } from '../state';
import type { Identifier } from '../types';

/** How long a deletion takes is not documented. */
const LATER = 60_000;
const IDS_TOLD = 100;

const one = z.union([z.string(), z.number()]).transform(String);
const ids = z.union([one.transform((id) => [id]), z.array(one)]);
const input = z.object({ identity: ids.optional(), guid: ids.optional() });

function erase(state: CleverTapState, id: Identifier): void {
	const profile = state.people.find(id);
	if (profile === undefined) return;
	state.note(`profile ${nameOf(profile)} is deleted`, RULES.deleteLater, nameOf(profile));
	state.events.forget(profile);
	state.people.remove(profile);
}

/** `POST /1/delete/profiles.json` */
export function deleteRoute(app: FastifyInstance, state: CleverTapState): void {
	route(app, '/1/delete/profiles.json', {
		POST: ({ body, request }) => {
			const { identity = [], guid = [] } = parse(input, body);
			const wanted: Identifier[] = [
				...identity.map((value) => ({ kind: 'identity' as const, value })),
				...guid.map((value) => ({ kind: 'objectId' as const, value })),
			];
			if (wanted.length === 0) throw badRequest('identity or guid is missing');
			if (wanted.length > IDS_TOLD) decidedBy(request, RULES.deleteBatch);
			else if (wanted.some((id) => state.people.find(id) === undefined)) decidedBy(request, RULES.deleteUnknown);
			state.world.timers.after(LATER, () => {
				for (const id of wanted) erase(state, id);
			});
			return { status: 'success', processed: wanted.length, unprocessed: [] };
		},
	});
}
