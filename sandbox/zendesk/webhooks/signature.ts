import { createHmac } from 'node:crypto';

/** The public secret with which Zendesk signs the test of a webhook that does not exist yet. */
// eslint-disable-next-line @n8n/community-nodes/no-hardcoded-secrets -- published by Zendesk, the same for everybody
export const PUBLIC_TEST_KEY = 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==';

/**
 * `x-zendesk-webhook-signature`: base64 of HMAC-SHA256 over timestamp + raw body.
 * The secret is used as given; it looks like base64 but is not decoded.
 */
export const sign = (secret: string, timestamp: string, body: string): string =>
	createHmac('sha256', secret).update(timestamp + body, 'utf8').digest('base64');
