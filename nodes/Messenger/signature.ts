import { hmacSha256Hex, sameSecret } from '../shared/webhook/verify';

const FORM = /^sha256=[0-9a-f]{64}$/;

/**
 * Why a delivery is not to be believed, or undefined if it is. Meta signs the bytes it sends, in which umlauts, emoji and slashes are escaped:
 * parsed and serialised anew they would have another digest. The older `X-Hub-Signature` (SHA-1) is sent too and proves nothing here.
 */
export function distrust(body: Buffer, signature: string | undefined, appSecret: string | undefined): string | undefined {
	if (!appSecret) return 'the credential has no App Secret, so nothing is taken in';
	if (signature === undefined) return 'it has no X-Hub-Signature-256';
	if (!FORM.test(signature)) return 'its signature is no SHA-256 in hex';
	return sameSecret(`sha256=${hmacSha256Hex(appSecret, body)}`, signature) ? undefined : 'the signature does not fit the body';
}
