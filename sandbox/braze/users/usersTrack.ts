import type { FastifyInstance } from 'fastify';
import { post } from '../endpoint';
import { Refusal } from '../errors';
import { documented, observed, unconfirmed } from '../rules';
import type { BrazeState } from '../state';
import { countObjects, trackAll, trackBody, type TrackInput } from './trackObjects';

/** Objects of one call, counted together over the three arrays. */
export const TRACK_MAX = 75;

/** Throws where there is no object. */
export function refuseNothing(input: TrackInput): void {
	if (countObjects(input) > 0) return;
	throw new Refusal(400, "Valid data must be provided in the 'attributes', 'events', or 'purchases' fields.", unconfirmed('a call with no object: 400'));
}

/** `POST /users/track`: attributes first, then events, then purchases. */
export function usersTrack(app: FastifyInstance, state: BrazeState): void {
	post(app, state, {
		path: '/users/track',
		permission: 'users.track',
		pools: () => [{ pool: 'users/track' }],
		body: trackBody,
		answer: (input, request) => {
			refuseNothing(input);
			if (countObjects(input) > TRACK_MAX) {
				throw new Refusal(400, 'Max Input Length Exceeded', documented(`at most ${TRACK_MAX} objects a call, the three arrays counted together`));
			}
			const { processed, errors } = trackAll(state, input);
			request.notes.rule =
				errors.length > 0
					? observed('bad objects are reported by input_array and index; the others are processed')
					: documented('accepted: attributes, events and purchases are processed in this order; nothing is deduplicated');
			return { status: 201, body: { ...processed, message: 'success', ...(errors.length > 0 ? { errors } : {}) } };
		},
	});
}
