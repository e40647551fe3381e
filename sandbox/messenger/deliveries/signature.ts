import { createHmac } from 'node:crypto';

/**
 * The JSON as Meta puts it on the wire and signs it: every character beyond ASCII as a lowercase \u escape (an emoji is two), every slash escaped.
 * Parsing and serialising it again gives other bytes, so another signature.
 */
export const wireJson = (value: unknown): string =>
	JSON.stringify(value)
		.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
		.replace(/\//g, '\\/');

const hmac = (algorithm: 'sha1' | 'sha256', appSecret: string, body: string): string =>
	createHmac(algorithm, appSecret).update(body, 'utf8').digest('hex');

/** Both headers of a delivery; the first is legacy. */
export const signatureHeaders = (appSecret: string, body: string): Record<string, string> => ({
	'x-hub-signature': `sha1=${hmac('sha1', appSecret, body)}`,
	'x-hub-signature-256': `sha256=${hmac('sha256', appSecret, body)}`,
});

/** `appsecret_proof`; with `time` (Unix seconds) the time-bound variant. */
export const appSecretProof = (appSecret: string, token: string, time?: string): string =>
	hmac('sha256', appSecret, time === undefined ? token : `${token}|${time}`);
