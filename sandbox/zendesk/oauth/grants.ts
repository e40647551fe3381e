import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { decidedBy } from '../http';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import { grantScopes, mint, refuse, type Lifetimes, type TokenAnswer } from './mint';
import type { OAuthClient } from './types';

export interface GrantRequest extends Lifetimes {
	scope?: string;
	code?: string;
	redirect_uri?: string;
	code_verifier?: string;
	refresh_token?: string;
}

type Grant = (state: ZendeskState, client: OAuthClient, asked: GrantRequest, request: FastifyRequest) => TokenAnswer;

const invalidGrant = (rule: typeof RULES.grantInvalid | typeof RULES.pkceMismatch) =>
	refuse(400, 'invalid_grant', 'The grant is not valid: expired, revoked, used before, or made for another client or redirection URI.', rule);

const clientCredentials: Grant = (state, client, asked, request) => {
	if (client.secret === undefined) {
		throw refuse(400, 'unauthorized_client', 'This client is public and may not use client_credentials.', RULES.clientCredentialsConfidential);
	}
	const scopes = grantScopes(request, client, asked.scope);
	return mint(state, { client: client.identifier, scopes, user_id: client.user_id }, asked, false);
};

const s256 = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

const authorizationCode: Grant = (state, client, asked, request) => {
	const kept = state.codes.get(asked.code ?? '');
	// Whatever comes of it, the code is spent.
	if (kept !== undefined) state.codes.delete(kept.code);
	if (kept === undefined || kept.expires_at <= Date.now() || kept.client !== client.identifier || kept.redirect_uri !== asked.redirect_uri) {
		throw invalidGrant(RULES.grantInvalid);
	}
	if (kept.code_challenge !== null && kept.code_challenge !== s256(asked.code_verifier ?? '')) throw invalidGrant(RULES.pkceMismatch);
	decidedBy(request, RULES.codeGiven);
	return mint(state, { client: client.identifier, scopes: kept.scopes, user_id: kept.user_id }, asked, true);
};

const refreshToken: Grant = (state, client, asked, request) => {
	const old = [...state.tokens.values()].find(({ refresh_token: token }) => token !== null && token === asked.refresh_token);
	if (old === undefined || old.client !== client.identifier || (old.refresh_expires_at ?? 0) <= Date.now()) {
		throw invalidGrant(RULES.grantInvalid);
	}
	const answer = mint(state, { client: old.client, scopes: old.scopes, user_id: old.user_id }, asked, true);
	state.tokens.delete(old.token);
	decidedBy(request, RULES.refreshRotates);
	return answer;
};

/** By `grant_type`; the password grant is not offered any more. */
export const GRANTS: Partial<Record<string, Grant>> = {
	client_credentials: clientCredentials,
	authorization_code: authorizationCode,
	refresh_token: refreshToken,
};
