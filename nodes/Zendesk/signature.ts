import { hmacSha256Base64, isFresh, sameSecret } from '../shared/webhook/verify';

/**
 * Zendesk's public secret for tests of a webhook that does not exist yet. Anybody can sign with it, so it is never taken as ours.
 * https://developer.zendesk.com/documentation/webhooks/verifying/
 */
const KNOWN_TO_EVERYBODY = 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==';

export interface Signed {
	signature: string | undefined;
	/** ISO, from its header. */
	timestamp: string | undefined;
	body: Buffer;
}

/** The one reason that a new secret could undo. */
export const MISMATCH = 'the signature does not fit the body';

/** Why a delivery is not to be believed, or undefined if it is. The secret is used as given, not decoded; what is signed is timestamp + raw body. */
export function distrust({ signature, timestamp, body }: Signed, secret: string | undefined, windowSeconds: number, now = Date.now()): string | undefined {
	if (!secret || secret === KNOWN_TO_EVERYBODY) return 'no signing secret is known; publish the workflow again';
	if (!signature || !timestamp) return 'it is not signed';
	if (!sameSecret(hmacSha256Base64(secret, timestamp, body), signature)) return MISMATCH;
	if (!isFresh(timestamp, windowSeconds, now)) return `it was signed at ${timestamp}, outside the time window`;
	return undefined;
}
