import { z } from 'zod';
import { locate, updateExistingOnly, type Located } from './identify';
import { isJsonObject, json, type Json, type JsonObject } from '../json';
import type { Profile } from './profile';
import type { BrazeState } from '../state';
import { recordEvent, recordPurchase } from './trackedHistory';
import { writeAttributes } from './writeProfile';

export const INPUT_ARRAYS = ['attributes', 'events', 'purchases'] as const;
export type InputArray = (typeof INPUT_ARRAYS)[number];

const list = z.array(json).optional();
/** What `/users/track` and its relatives take. */
export const trackBody = z.object({ attributes: list, events: list, purchases: list });
export type TrackInput = z.infer<typeof trackBody>;

/** Braze's minor error: the other objects of the call are still processed. */
export interface MinorError {
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

interface Tracked {
	/** The text of the object's minor error. */
	problem?: string;
	/** Absent where nobody was meant, or nobody may be created. */
	profile?: Profile;
}

/** One object of one array. */
export function trackOne(state: BrazeState, inputArray: InputArray, index: number, object: Json): Tracked {
	if (!isJsonObject(object)) return { problem: UNIDENTIFIED };
	const located = locateFor(state, inputArray, object);
	if (located.kind === 'unidentified') return { problem: UNIDENTIFIED };
	if (located.kind === 'ignored') {
		state.world.events.add({ vendor: 'braze', kind: 'note', summary: `${inputArray}[${index}] changed nothing: ${located.rule.text}`, rule: located.rule });
		return {};
	}
	const problem = process(state, inputArray, located.profile, object);
	if (problem === undefined && inputArray !== 'attributes') state.touch(located.profile);
	return { problem, profile: located.profile };
}


export const countObjects = (input: TrackInput): number => INPUT_ARRAYS.reduce((sum, name) => sum + (input[name]?.length ?? 0), 0);

/** All objects, attributes first, then events, then purchases; the answer's counters and minor errors. */
export function trackAll(state: BrazeState, input: TrackInput): { processed: Record<string, number>; errors: MinorError[] } {
	const errors: MinorError[] = [];
	const processed: Record<string, number> = {};
	for (const name of INPUT_ARRAYS) {
		const objects = input[name];
		if (objects === undefined) continue;
		const before = errors.length;
		objects.forEach((object, index) => {
			const { problem } = trackOne(state, name, index, object);
			if (problem !== undefined) errors.push({ type: problem, input_array: name, index });
		});
		processed[`${name}_processed`] = objects.length - (errors.length - before);
	}
	return { processed, errors };
}
