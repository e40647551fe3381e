import { sameSecret } from '../../shared/webhook/verify';

/** The header that carries the secret. */
export const SECRET_HEADER = 'X-Webhook-Secret';

/** The password of `Authorization: Basic …`; the name before it is anybody's. */
function basicPassword(authorization: string | undefined): string | undefined {
	const [, encoded] = /^Basic\s+([A-Za-z0-9+/=_-]+)\s*$/i.exec(authorization ?? '') ?? [];
	if (encoded === undefined) return undefined;
	const decoded = Buffer.from(encoded, 'base64').toString('utf8');
	const colon = decoded.indexOf(':');
	return colon === -1 ? undefined : decoded.slice(colon + 1);
}

/** Why a call is not to be believed; undefined where it carries the secret. CleverTap signs nothing. */
export function distrust(secret: string | undefined, header: (name: string) => string | undefined): string | undefined {
	if (!secret) return 'the CleverTap credential has no webhook secret, so nothing is taken in';
	// Both are compared, whichever was sent: the time it takes tells nothing.
	const inHeader = sameSecret(secret, header(SECRET_HEADER));
	const asPassword = sameSecret(secret, basicPassword(header('authorization')));
	return inHeader || asPassword ? undefined : 'the webhook secret is missing or wrong';
}
