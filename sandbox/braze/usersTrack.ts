import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { post } from './endpoint';
import { Refusal } from './errors';
import { locate, updateExistingOnly, type Located } from './identify';
import { isJsonObject, json, type Json, type JsonObject } from './json';
import type { Profile } from './profile';
import { documented, observed, unconfirmed } from './rules';
import type { BrazeState } from './state';
import { recordEvent, recordPurchase } from './trackedHistory';
import { writeAttributes } from './writeProfile';

/** Objects of one call, counted together over the three arrays. */
export const TRACK_MAX = 75;

const INPUT_ARRAYS = ['attributes', 'events', 'purchases'] as const;
type InputArray = (typeof INPUT_ARRAYS)[number];

const list = z.array(json).optional();
const body = z.object({ attributes: list, events: list, purchases: list });

/** Braze's minor error: the other objects of the call are still processed. */
interface MinorError {
	type: string;
	input_array: InputArray;
	index: number;
}

const UNIDENTIFIED = "'external_id' or 'braze_id' or 'user_alias' is required";

/** Events and purchases never create an alias-only profile; attributes do only when told so. */
function locateFor(state: BrazeState, inputArray: InputArray, object: JsonObject): Located {
	const existingOnly = updateExistingOnly(object);
	return locate(state, object, (by) => {
		if (by === 'id') return existingOnly !== true;
		return inputArray === 'attributes' && existingOnly === false;
	});
}

function process(state: BrazeState, inputArray: InputArray, profile: Profile, object: JsonObject): string | undefined {
	if (inputArray === 'events') return recordEvent(profile, object);
	if (inputArray === 'purchases') return recordPurchase(profile, object);
	writeAttributes(state, profile, object);
	return undefined;
}

/** One object; returns the text of its minor error. */
function trackOne(state: BrazeState, inputArray: InputArray, index: number, object: Json): string | undefined {
	if (!isJsonObject(object)) return UNIDENTIFIED;
	const located = locateFor(state, inputArray, object);
	if (located.kind === 'unidentified') return UNIDENTIFIED;
	if (located.kind === 'ignored') {
		state.world.events.add({ vendor: 'braze', kind: 'note', summary: `${inputArray}[${index}] changed nothing: ${located.rule.text}`, rule: located.rule });
		return undefined;
	}
	const problem = process(state, inputArray, located.profile, object);
	if (problem === undefined && inputArray !== 'attributes') state.touch(located.profile);
	return problem;
}

/** `POST /users/track`: attributes first, then events, then purchases. */
export function usersTrack(app: FastifyInstance, state: BrazeState): void {
	post(app, state, {
		path: '/users/track',
		permission: 'users.track',
		pools: () => [{ pool: 'users/track' }],
		body,
		answer: (input, request) => {
			const total = INPUT_ARRAYS.reduce((sum, name) => sum + (input[name]?.length ?? 0), 0);
			if (total === 0) {
				throw new Refusal(400, "Valid data must be provided in the 'attributes', 'events', or 'purchases' fields.", unconfirmed('a call with no object: 400'));
			}
			if (total > TRACK_MAX) {
				throw new Refusal(400, 'Max Input Length Exceeded', documented(`at most ${TRACK_MAX} objects a call, the three arrays counted together`));
			}
			const errors: MinorError[] = [];
			const processed: Record<string, number> = {};
			for (const name of INPUT_ARRAYS) {
				const objects = input[name];
				if (objects === undefined) continue;
				const before = errors.length;
				objects.forEach((object, index) => {
					const type = trackOne(state, name, index, object);
					if (type !== undefined) errors.push({ type, input_array: name, index });
				});
				processed[`${name}_processed`] = objects.length - (errors.length - before);
			}
			request.notes.rule =
				errors.length > 0
					? observed('bad objects are reported by input_array and index; the others are processed')
					: documented('accepted: attributes, events and purchases are processed in this order; nothing is deduplicated');
			return { status: 201, body: { ...processed, message: 'success', ...(errors.length > 0 ? { errors } : {}) } };
		},
	});
}
