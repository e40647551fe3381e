import type { Millis } from '../types';

/** An OAuth client of one account; it works on that account's subdomain only. */
export interface OAuthClient {
	id: number;
	identifier: string;
	/** Public clients have none and must prove themselves with PKCE. */
	secret?: string;
	/** Undefined: any address is taken (the sandbox's leniency). */
	redirect_uris?: readonly string[];
	/** The scopes that it may be granted; undefined: all. */
	allowed?: readonly string[];
	/** The user that client credentials act as. */
	user_id: number;
}

/** An access token with the refresh token that was given with it, if any. */
export interface Token {
	id: number;
	token: string;
	client: string;
	scopes: string[];
	user_id: number;
	created_at: Millis;
	expires_at: Millis;
	refresh_token: string | null;
	refresh_expires_at: Millis | null;
}

/** What the authorization page gave out, until it is exchanged. */
export interface AuthorizationCode {
	code: string;
	client: string;
	redirect_uri: string;
	scopes: string[];
	user_id: number;
	code_challenge: string | null;
	expires_at: Millis;
}

/** An API token of the old kind: it speaks as any user of the account, named by the e-mail address in front of it. */
export interface ApiToken {
	id: number;
	token: string;
	description: string;
	created_at: Millis;
	last_used_at: Millis;
}
