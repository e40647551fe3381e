/**
 * What can go wrong, in the same words for all vendors.
 * `unknownOutcome`: the write may have happened; never sent again without looking first.
 */
export const FAILURE_CLASSES = [
	'invalidInput',
	'unauthorized',
	'forbidden',
	'notFound',
	'conflict',
	'closed',
	'rateLimited',
	'windowClosed',
	'optedOut',
	'recipientGone',
	'routing',
	'policy',
	'unavailable',
	'unknownOutcome',
] as const;

export type FailureClass = (typeof FAILURE_CLASSES)[number];

/** A failure as data: what the error output of a node carries under `error`. */
export interface Failure {
	class: FailureClass;
	/** The vendor's display name, or the node's where no vendor was asked. */
	vendor: string;
	/** HTTP status; absent where nothing was answered. */
	status?: number;
	/** The vendor's own code. */
	code?: string;
	/** What happened, in one sentence. */
	message: string;
	/** What to do about it, in the words of that vendor's dashboard. */
	fix: string;
	/** Seconds until it is worth trying again. */
	retryAfter?: number;
}

/** Carries a {@link Failure} up to the runner; operations neither catch nor build errors of n8n. */
export class FailureError extends Error {
	constructor(readonly failure: Failure) {
		super(failure.message);
		this.name = 'FailureError';
	}
}

export const isPassing = (failure: Failure): boolean =>
	failure.class === 'rateLimited' || failure.class === 'unavailable';
