const SECRET_HEADER = /^(authorization|cookie|x-api-key|api-token|x-clevertap-passcode|.*secret.*|.*signature)$/i;

/** Headers as they may be shown: secrets keep their first four characters and their length. */
export function maskHeaders(headers: Record<string, unknown>): Record<string, string> {
	const shown: Record<string, string> = {};
	for (const [name, value] of Object.entries(headers)) {
		const text = Array.isArray(value) ? value.join(', ') : String(value ?? '');
		shown[name] = SECRET_HEADER.test(name) ? `${text.slice(0, 4)}… (${text.length} characters)` : text;
	}
	return shown;
}

const SECRET_FIELD = /("(?:client_secret|access_token|secret|token|password)"\s*:\s*")[^"]+(")/g;
const SECRET_FORM = /((?:^|&)(?:client_secret|access_token|password)=)[^&]+/g;

/** A body as it may be shown. */
export const maskBody = (body: string): string => body.replace(SECRET_FIELD, '$1…$2').replace(SECRET_FORM, '$1…');
