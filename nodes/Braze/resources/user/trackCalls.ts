import type { IDataObject } from 'n8n-workflow';
import { failed, success, type Outcome } from '../../../shared/operation';
import { guard } from '../../../shared/operation/guard';
import type { Door } from '../../../shared/transport/door';
import { outcomesOf, type PlaceOf } from '../../minorErrors';
import { userKey } from '../../userFields';
import { KINDS, mayBeRepeated, objectOf, type Kind, type ObjectInput } from './trackedObjects';

/** One item's object, ready to go. */
export interface Tracked {
	kind: Kind;
	object: Record<string, unknown>;
	user: string;
	mayBeRepeated: boolean;
	told: IDataObject;
}

export const tracked = (kind: Kind, input: ObjectInput): Tracked => ({
	kind,
	object: objectOf(kind, input),
	user: userKey(input),
	mayBeRepeated: mayBeRepeated(kind, input),
	told: { userId: input.userId, identifiedBy: input.identifyBy, queued: true },
});

/** Of `/users/track/bulk`: a body of 2 MB, with room left for what stands around the objects, and objects of one profile. */
const MOST_BULK_BYTES = 2_000_000 - 1_000;
const MOST_OF_ONE_USER = 100;

/** Splits what one bulk call may not hold, in order. */
function bulkCalls(all: Tracked[]): Tracked[][] {
	const calls: Tracked[][] = [];
	let bytes = Infinity;
	let ofUser = new Map<string, number>();
	for (const one of all) {
		const size = Buffer.byteLength(JSON.stringify(one.object), 'utf8') + 1;
		if (bytes + size > MOST_BULK_BYTES || (ofUser.get(one.user) ?? 0) >= MOST_OF_ONE_USER) {
			calls.push([]);
			bytes = 0;
			ofUser = new Map();
		}
		calls[calls.length - 1].push(one);
		bytes += size;
		ofUser.set(one.user, (ofUser.get(one.user) ?? 0) + 1);
	}
	return calls;
}

/** Where each array's objects came from: its nth object is the item at `places[n]`. */
function placesOf(all: Tracked[]): PlaceOf {
	const places = new Map<string, number[]>();
	for (const [place, { kind }] of all.entries()) {
		const ofKind = places.get(kind) ?? [];
		ofKind.push(place);
		places.set(kind, ofKind);
	}
	const [only] = places.size === 1 ? places.keys() : [];
	return (inputArray = only, index) => (inputArray === undefined ? undefined : places.get(inputArray)?.[index]);
}

const bodyOf = (all: Tracked[]) =>
	Object.fromEntries(KINDS.map((kind) => [kind, all.filter((one) => one.kind === kind).map(({ object }) => object)]).filter(([, objects]) => objects.length > 0));

async function sendCall(all: Tracked[], path: string, door: Door): Promise<Outcome[]> {
	const retry = all.every((one) => one.mayBeRepeated) ? 'safe' : 'onlyIfNothingHappened';
	const result = await door.attempt({ method: 'POST', path, body: bodyOf(all) }, retry);
	if (!result.ok) return all.map(() => failed(result.failure));
	return await guard(
		async () => outcomesOf(result.answer, all.length, placesOf(all), (index) => success(all[index].told)),
		() => ({ vendor: door.vendorName, retry, status: result.answer.status }),
		(failure) => all.map(() => failure),
	);
}

/** One outcome for each object, in their order. Events and purchases are never sent a second time unless Braze surely did nothing. */
export async function sendTracked(all: Tracked[], bulk: boolean, door: Door): Promise<Outcome[]> {
	if (!bulk) return await sendCall(all, '/users/track', door);
	const outcomes: Outcome[] = [];
	// One after the other: the objects of one user keep their order.
	for (const call of bulkCalls(all)) outcomes.push(...(await sendCall(call, '/users/track/bulk', door)));
	return outcomes;
}
