const SECRET_HEADER = /^(authorization|cookie|set-cookie|x-api-key|api-token|x-clevertap-passcode|.*secret.*|.*signature)$/i;

const SECRET_NAMES = 'client_secret|access_token|refresh_token|full_token|code_verifier|code|secret|token|password|passcode|appsecret_proof';
const SECRET_FIELD = new RegExp(`("(?:${SECRET_NAMES})"\\s*:\\s*")[^"]+(")`, 'g');
const SECRET_FORM = new RegExp(`((?:^|[?&])(?:${SECRET_NAMES})=)[^&\\s]+`, 'g');

/** A path with its query, or an address, as it may be shown. */
export const maskUrl = (url: string): string => url.replace(SECRET_FORM, '$1…');

/** A body as it may be shown. */
export const maskBody = (body: string): string => body.replace(SECRET_FIELD, '$1…$2').replace(SECRET_FORM, '$1…');

/** Headers as they may be shown: secrets keep their first four characters and their length. */
export function maskHeaders(headers: Record<string, unknown>): Record<string, string> {
	const shown: Record<string, string> = {};
	for (const [name, value] of Object.entries(headers)) {
		const text = Array.isArray(value) ? value.join(', ') : String(value ?? '');
		shown[name] = SECRET_HEADER.test(name) ? `${text.slice(0, 4)}… (${text.length} characters)` : maskUrl(text);
	}
	return shown;
}
