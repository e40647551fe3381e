import type { Rule } from '../../control/types';

/** Login, tokens, scopes, roles, accounts. */
export const ACCESS_RULES = {
	unknownSubdomain: { text: 'a subdomain that nobody has is answered with 404 and an error titled "No help desk at …"', certainty: 'observed' },
	apiTokenEnded: { text: 'API tokens end on 2027-04-30: 401 from then on; none can be made since 2026-10-27', certainty: 'documented' },
	apiTokenIdle: { text: 'an API token that was not used for 30 days is deactivated: 401', certainty: 'documented' },
	apiTokenImpersonates: { text: 'an API token speaks as whichever user the e-mail address in front of it names', certainty: 'documented' },
	roleMissing: { text: 'a call that this role may not make is answered with 403', certainty: 'documented' },
	scopeStrict: { text: 'ticket_fields and groups want read or their own scope: 403 for a token of tickets:read (a setting here)', certainty: 'observed' },
	responseType: { text: 'the authorization page wants response_type=code, a known client and one of its redirect URIs', certainty: 'documented' },
	pkcePublic: { text: 'a public client must send a code_challenge (S256)', certainty: 'documented' },
	codeGiven: { text: 'an authorization code is valid for 120 seconds and once', certainty: 'documented' },
	consentDenied: { text: 'a refusal comes back to the redirect URI as error=access_denied', certainty: 'unconfirmed' },
	grantInvalid: { text: 'a code or refresh token that is unknown, used, expired or of another client or redirect URI is answered with 400 invalid_grant', certainty: 'documented' },
	pkceMismatch: { text: 'a code_verifier that does not fit the code_challenge is answered with 400 invalid_grant', certainty: 'documented' },
	refreshRotates: { text: 'a refresh deletes the previous access and refresh token: of two at once one loses', certainty: 'documented' },
	refreshExpiresIn: { text: 'refresh_token_expires_in lies above 604800 and below 7776000 seconds; 2592000 by default', certainty: 'documented' },
	clientCredentialsConfidential: { text: 'client_credentials is for confidential clients only and gives no refresh token', certainty: 'documented' },
	tokenShown: { text: 'a listed token shows only its first 10 characters', certainty: 'documented' },
} as const satisfies Record<string, Rule>;
