import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { post } from '../endpoint';
import { Refusal } from '../errors';
import { isJsonObject, json, type Json, type JsonObject } from '../json';
import type { Profile } from './profile';
import { documented } from '../rules';
import type { BrazeState } from '../state';
import { INPUT_ARRAYS, trackOne, type InputArray } from './trackObjects';

/** The page says "one object" and shows a list of one: both are taken. */
const single = z.union([z.array(json), json]).optional();
const body = z.object({ attributes: single, events: single, purchases: single });

const IDENTIFIERS = ['external_id', 'user_alias', 'braze_id', 'email', 'phone'] as const;

const listOf = (given: Json | undefined): Json[] => (given === undefined ? [] : Array.isArray(given) ? given : [given]);

/** First, last and count of what happened under one name. */
function summary(times: number[]): { first: string; last: string; count: number } {
	return { first: new Date(Math.min(...times)).toISOString(), last: new Date(Math.max(...times)).toISOString(), count: times.length };
}

/** The profile's part that the call wrote, as it now is. */
function written(profile: Profile, inputArray: InputArray, object: JsonObject): Record<string, unknown> {
	if (inputArray === 'events') {
		const times = profile.events.filter(({ name }) => name === object.name).map(({ time }) => time);
		return { custom_events: [{ name: object.name, ...summary(times) }] };
	}
	if (inputArray === 'purchases') {
		const times = profile.purchases.filter(({ productId }) => productId === object.product_id).map(({ time }) => time);
		return { purchase_events: [{ product_id: object.product_id, ...summary(times) }] };
	}
	const named = Object.entries(profile.data.custom).filter(([name]) => name in object);
	return { custom_attributes: Object.fromEntries(named) };
}

/** `POST /users/track/sync` (beta): one object, done when it answers, and the answer shows what became of it. */
export function usersTrackSync(app: FastifyInstance, state: BrazeState): void {
	post(app, state, {
		path: '/users/track/sync',
		permission: 'users.track.sync',
		pools: () => [{ pool: 'users/track/sync' }],
		body,
		answer: (input, request) => {
			const objects = INPUT_ARRAYS.flatMap((name) => listOf(input[name]).map((object) => ({ name, object })));
			if (objects.length !== 1) {
				throw new Refusal(400, 'Exactly one attributes, events or purchases object is allowed', documented('one object a call; the wording is the sandbox’s own'));
			}
			const [{ name, object }] = objects;
			const { problem, profile } = trackOne(state, name, 0, object);
			if (problem !== undefined || !isJsonObject(object)) {
				throw new Refusal(400, problem ?? 'Invalid object', documented('fatal for the whole call; the wording is that of /users/track'), problem === undefined ? undefined : [problem]);
			}
			const asked = Object.fromEntries(IDENTIFIERS.filter((id) => object[id] !== undefined).map((id) => [id, object[id]]));
			request.notes.rule = documented('synchronous: only what the call wrote is shown; no user where none was found and none may be created');
			return { status: 201, body: { users: profile ? [{ ...asked, ...written(profile, name, object) }] : [], message: 'success' } };
		},
	});
}
