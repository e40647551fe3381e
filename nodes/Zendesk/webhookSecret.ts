import type { Door } from '../shared/transport/door';
import { FailureError } from '../shared/transport/failure';
import { NAME } from './api';

/** A guessable secret protects nothing. */
const SHORTEST = 16;

export interface BearerAuthentication {
	type: 'bearer_token';
	data: { token: string };
	add_position: 'header';
}

/** How Zendesk is told to send a bearer token. */
export const bearer = (token: string): BearerAuthentication => ({ type: 'bearer_token', data: { token }, add_position: 'header' });

/** The credential's Webhook Secret as a webhook's authentication: it goes from credential to Zendesk and never through an item. */
export function bearerAuthentication({ account }: Door): BearerAuthentication {
	const secret = account?.webhookSecret ?? '';
	if (secret.length >= SHORTEST) return bearer(secret);
	throw new FailureError({
		class: 'invalidInput',
		vendor: NAME,
		message: secret === '' ? 'Webhook Secret: the Zendesk credential holds none' : `Webhook Secret: it must have ${SHORTEST} characters or more`,
		fix: 'Open the Zendesk credential in n8n and put a long random text into "Webhook Secret"; nothing was sent.',
	});
}
