import { hmacSha256Hex, sameSecret } from '../../shared/webhook/verify';

const FORM = /^[0-9a-f]{64}$/i;

/** Why a delivery is not to be believed, or undefined if it is. Sendbird signs the bytes it sends; parsed and serialised anew they have another digest. */
export function distrust(body: Buffer, signature: string | undefined, key: string | undefined): string | undefined {
	if (!key) return 'the credential has no token to verify signatures with, so nothing is taken in';
	if (signature === undefined) return 'it has no x-sendbird-signature';
	if (!FORM.test(signature)) return 'its signature is no SHA-256 in hex';
	return sameSecret(hmacSha256Hex(key, body), signature.toLowerCase()) ? undefined : 'the signature does not fit the body, or was made with another API token than the credential holds';
}
