import type { RetryPolicy } from './call';
import type { Vendor } from './vendor';

/** How a try ended. `never left`: no connection was made; `lost`: it broke or timed out after the request may have gone out. */
export type TryEnd = { kind: 'answered'; status: number } | { kind: 'never left' } | { kind: 'lost' };

const FIRST_WAIT_MS = 500;
const MOST_TRIES = 6;

/** Whether the call may go out once more after this end. */
export function mayRepeat(policy: RetryPolicy, end: TryEnd, vendor: Pick<Vendor, 'nothingHappenedAt'>): boolean {
	if (end.kind === 'never left') return true;
	if (end.kind === 'lost') return policy !== 'onlyIfNothingHappened';
	if (end.status === 429 || vendor.nothingHappenedAt.includes(end.status)) return true;
	return end.status >= 500 && policy !== 'onlyIfNothingHappened';
}

/** Whether it is unknown if the vendor acted. */
export function isUnknown(policy: RetryPolicy, end: TryEnd, vendor: Pick<Vendor, 'nothingHappenedAt'>): boolean {
	if (policy === 'safe' || end.kind === 'never left') return false;
	if (end.kind === 'lost') return true;
	return end.status >= 500 && !vendor.nothingHappenedAt.includes(end.status);
}

/**
 * ms to wait before try number `next` (2 is the first repeat), or undefined to give up.
 * The vendor's own word counts; else exponential from 0.5 s with jitter. `budgetMs` is what is left of the longest wait the user allows.
 */
export function waitBefore(next: number, vendorWaitMs: number | undefined, budgetMs: number, random: () => number): number | undefined {
	if (next > MOST_TRIES) return undefined;
	const wait = vendorWaitMs ?? Math.round(FIRST_WAIT_MS * 2 ** (next - 2) * (0.75 + random() / 2));
	return wait <= budgetMs ? wait : undefined;
}
