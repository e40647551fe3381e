import { failed, type Outcome } from '../../shared/operation';
import { z } from '../../shared/schema';
import { isObject } from '../../shared/text/isObject';
import type { Answer } from '../../shared/transport/call';
import { recordFailure } from './recordErrors';

export type Row = Record<string, unknown>;

const entry = z.object({ code: z.coerce.number().optional().catch(undefined), error: z.coerce.string().catch(''), record: z.unknown() });

/** `status` is success, partial, or fail where no record was taken. */
const answerShape = z
	.object({ status: z.string({ required_error: 'it has no "status"' }), processed: z.coerce.number().optional().catch(undefined), unprocessed: z.array(entry).nullish() })
	.passthrough();

type Entry = z.infer<typeof entry>;

/** The same for equal values, whatever the order in which CleverTap gives their parts back. */
function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
	if (!isObject(value)) return JSON.stringify(value) ?? 'null';
	const parts = Object.keys(value).filter((name) => value[name] !== undefined).sort();
	return `{${parts.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join()}}`;
}

/** What tells records apart where CleverTap gives one back changed or cut. */
const TELLING = ['type', 'identity', 'FBID', 'GPID', 'objectId', 'evtName', 'ts', 'value', 'guid'];

/** A ts that was sent as a number may come back as text. */
const loose = (row: Row): string => JSON.stringify(TELLING.map((name) => (row[name] === undefined ? null : String(row[name]))));

/** "… Skipped record number : 3", counted from 1; seen in production, documented nowhere. */
const NUMBER = /skipped record number\s*:\s*(\d+)/i;

function placesBy(rows: Row[], keyOf: (row: Row) => string): Map<string, number[]> {
	const places = new Map<string, number[]>();
	for (const [place, row] of rows.entries()) {
		const key = keyOf(row);
		const known = places.get(key);
		if (known === undefined) places.set(key, [place]);
		else known.push(place);
	}
	return places;
}

/** The places that an entry may speak of; `sure` where any of them will do, since the rows there are equal. */
interface Candidates {
	places: number[];
	sure: boolean;
}

function finder(rows: Row[]): (entry: Entry) => Candidates {
	const exact = placesBy(rows, canonical);
	const alike = placesBy(rows, loose);
	return ({ error, record }) => {
		const numbered = Number(NUMBER.exec(error)?.[1] ?? NaN) - 1;
		const equal = isObject(record) ? (exact.get(canonical(record)) ?? []) : [];
		const near = isObject(record) ? (alike.get(loose(record)) ?? []) : [];
		const isThere = numbered in rows;
		// The number counts where nothing speaks against it.
		if (isThere && (equal.includes(numbered) || near.includes(numbered) || !isObject(record))) return { places: [numbered], sure: true };
		return equal.length > 0 ? { places: equal, sure: true } : { places: near, sure: near.length === 1 };
	};
}

const unknown = (status: number, why: string): Outcome =>
	failed({
		class: 'unknownOutcome',
		vendor: 'CleverTap',
		status,
		message: `CleverTap took a part of the call: ${why}`,
		fix: 'Look at the user in CleverTap before you send this item again.',
	});

/**
 * One outcome for each row of a call that CleverTap took, in whole or in part. It gives refused rows back and does not say where they stood, so they are found again:
 * by their number where the text holds one, else by being equal, else by type, user, event and time. Of equal rows as many fail as were refused.
 */
export function outcomesOf(answer: Answer, rows: Row[], good: (place: number) => Outcome): Outcome[] {
	const { status, processed, unprocessed } = answerShape.parse(answer.body);
	const refused = unprocessed ?? [];
	if (refused.length === 0 && status.toLowerCase() === 'success') return rows.map((_, place) => good(place));

	const outcomes = new Map<number, Outcome>();
	const find = finder(rows);
	let unplaced: string | undefined;
	for (const one of refused) {
		const { places, sure } = find(one);
		const free = places.filter((place) => !outcomes.has(place));
		const failure = recordFailure(one, answer.status);
		if (free.length === 0) unplaced ??= one.error || `code ${one.code ?? 'none'}`;
		else if (sure) outcomes.set(free[0], failed(failure));
		else for (const place of free) outcomes.set(place, unknown(answer.status, `one of ${free.length} records that look alike was refused (${one.error})`));
	}
	const silent = processed === undefined ? 0 : rows.length - refused.length - processed;
	if (unplaced === undefined && silent > 0) unplaced = `it counts ${processed} of ${rows.length} records and names ${refused.length} as refused`;
	return rows.map((_, place) => outcomes.get(place) ?? (unplaced === undefined ? good(place) : unknown(answer.status, `a record was refused that is none of those sent (${unplaced})`)));
}
