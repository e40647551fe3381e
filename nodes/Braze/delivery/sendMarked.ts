import { sleep } from 'n8n-workflow';
import type { Call } from '../../shared/transport/call';
import type { Door } from '../../shared/transport/door';
import { FailureError } from '../../shared/transport/failure';
import { taken } from '../minorErrors';
import type { UserInput } from '../userFields';
import { holdsMarker } from './marker';
import { readProfile } from './profile';

export interface Marker {
	attribute: string;
	id: string;
}

/** Attributes are usually readable after 10 to 100 ms; these looks, ms apart, are far beyond that. */
const LOOKS_AFTER_MS = [300, 1000, 3000];

export type Sent = { dispatchId: string; proof: 'answered' | 'readBack' };

/**
 * Sends once. The marker is written by the same call, so where the answer is lost the profile tells: marked means that Braze took the call.
 * Not marked after the looks means unknown, and it is never sent again here.
 */
export async function sendMarked(door: Door, call: Call, user: UserInput, marker: Marker): Promise<Sent> {
	const result = await door.attempt(call, 'onlyIfNothingHappened');
	if (result.ok) {
		const { dispatch_id: dispatchId, errors } = taken.parse(result.answer.body);
		if (Array.isArray(errors) && errors.length > 0) {
			throw new FailureError({
				class: 'unknownOutcome',
				vendor: 'Braze',
				status: result.answer.status,
				message: `Braze took the call but reported: ${errors.map((error) => (typeof error === 'string' ? error : JSON.stringify(error))).join('; ')}`,
				fix: 'Look at the campaign and the user in Braze before you send this again.',
			});
		}
		return { dispatchId: String(dispatchId ?? ''), proof: 'answered' };
	}
	if (result.failure.class !== 'unknownOutcome') throw new FailureError(result.failure);
	for (const wait of LOOKS_AFTER_MS) {
		await sleep(wait);
		// A look that fails tells nothing: the outcome stays unknown.
		const marked = await readProfile(door, user, ['custom_attributes']).then(
			(profile) => holdsMarker(profile, marker.attribute, marker.id),
			() => false,
		);
		if (marked) return { dispatchId: '', proof: 'readBack' };
	}
	throw new FailureError(result.failure);
}
