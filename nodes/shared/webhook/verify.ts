import { createHash, createHmac, timingSafeEqual } from 'crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

/** Constant-time comparison of texts of any length; an empty expected secret matches nothing. */
export function sameSecret(expected: string | undefined, given: string | undefined): boolean {
	if (!expected || given === undefined) return false;
	return timingSafeEqual(digest(expected), digest(given));
}

/** The secret in an `Authorization: Bearer …` header. */
export const bearer = (authorization: string | undefined): string | undefined => /^Bearer\s+(.+)$/i.exec(authorization ?? '')?.[1].trim();

/** base64(HMAC-SHA256(secret as given, parts joined)), as Zendesk signs. */
export function hmacSha256Base64(secret: string, ...parts: Array<string | Buffer>): string {
	const hmac = createHmac('sha256', secret);
	for (const part of parts) hmac.update(part);
	return hmac.digest('base64');
}

/** Lower-case hex of HMAC-SHA256(secret as given, message), as Meta signs. */
export const hmacSha256Hex = (secret: string, message: string | Buffer): string => createHmac('sha256', secret).update(message).digest('hex');

/** Whether an ISO time lies within `windowSeconds` of now, on either side: clocks differ, deliveries queue. */
export function isFresh(isoTime: string | undefined, windowSeconds: number, now = Date.now()): boolean {
	const time = Date.parse(isoTime ?? '');
	return Number.isFinite(time) && Math.abs(now - time) <= windowSeconds * 1000;
}
