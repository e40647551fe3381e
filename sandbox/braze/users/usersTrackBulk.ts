import type { FastifyInstance } from 'fastify';
import { post } from '../endpoint';
import { Refusal } from '../errors';
import { isJsonObject, type Json } from '../json';
import { documented, observed } from '../rules';
import type { BrazeState } from '../state';
import { countObjects, INPUT_ARRAYS, trackAll, trackBody, type TrackInput } from './trackObjects';
import { refuseNothing } from './usersTrack';

const BULK_MAX = 1_000;
const BULK_MAX_PER_PROFILE = 100;
const BULK_MAX_BYTES = 2 * 1024 * 1024;

/** Whom an object names, as a text that two objects for one profile share. */
function named(object: Json): string {
	if (!isJsonObject(object)) return '';
	const { external_id: externalId, braze_id: brazeId, user_alias: alias, email, phone } = object;
	return JSON.stringify([externalId ?? null, brazeId ?? null, alias ?? null, email ?? null, phone ?? null]);
}

function mostForOne(input: TrackInput): number {
	const counts = new Map<string, number>();
	for (const object of INPUT_ARRAYS.flatMap((name) => input[name] ?? [])) counts.set(named(object), (counts.get(named(object)) ?? 0) + 1);
	return Math.max(0, ...counts.values());
}

const tooMuch = (what: string) => new Refusal(400, 'Max Input Length Exceeded', documented(`${what}; that the text is that of /users/track is not`));

/** `POST /users/track/bulk` (beta): 1,000 objects, 2 MB, 100 objects a profile; otherwise as `/users/track`. */
export function usersTrackBulk(app: FastifyInstance, state: BrazeState): void {
	post(app, state, {
		path: '/users/track/bulk',
		permission: 'users.track.bulk',
		pools: () => [{ pool: 'users/track/bulk' }],
		body: trackBody,
		answer: (input, request) => {
			refuseNothing(input);
			if (request.rawBody.length > BULK_MAX_BYTES) throw new Refusal(413, 'Request Entity Too Large', documented('at most 2 MB; the status is that of the limit for all endpoints'));
			if (countObjects(input) > BULK_MAX) throw tooMuch(`at most ${BULK_MAX} objects a call`);
			if (mostForOne(input) > BULK_MAX_PER_PROFILE) throw tooMuch(`at most ${BULK_MAX_PER_PROFILE} objects for one profile`);
			const { processed, errors } = trackAll(state, input);
			request.notes.rule = observed('the answer is taken to be that of /users/track');
			return { status: 201, body: { ...processed, message: 'success', ...(errors.length > 0 ? { errors } : {}) } };
		},
	});
}
