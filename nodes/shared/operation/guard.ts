import { explain, z } from '../schema';
import type { RetryPolicy } from '../transport/call';
import { FailureError, type Failure } from '../transport/failure';
import { failed, type Outcome } from './outcome';

/** What is known of the call when its outcome could not be made. */
export interface Circumstances {
	vendor: string;
	retry: RetryPolicy;
	/** Of the last answer. */
	status?: number;
}

/** The vendor (or a proxy before it) answered with something else than documented: a write may have happened all the same. */
function strange(error: z.ZodError, { vendor, retry, status }: Circumstances): Failure {
	const known = retry === 'safe';
	return {
		class: known ? 'unavailable' : 'unknownOutcome',
		vendor,
		status,
		message: `${vendor} answered in a shape that is not its documented one: ${explain(error)}`,
		fix: known ? 'Check the host in the credential; a proxy may be answering in its place.' : `Look in ${vendor} whether it happened before you send this item again; a proxy may be answering in its place.`,
	};
}

/** Turns what went wrong with an item into its outcome; a defect of ours goes on up. */
export async function guard<T>(work: () => Promise<T>, circumstances: () => Circumstances, made: (failure: Outcome) => T): Promise<T> {
	return await work().catch((error: unknown) => {
		if (error instanceof FailureError) return made(failed(error.failure));
		if (error instanceof z.ZodError) return made(failed(strange(error, circumstances())));
		return Promise.reject(error);
	});
}
