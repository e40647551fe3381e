import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { ZendeskError } from '../errors';
import { decidedBy } from '../http';
import { RULES } from '../rules';
import { isScope } from '../scopes';
import type { ZendeskState } from '../state';
import type { OAuthClient, Token } from './types';

/** Default lifetimes, seconds. */
const EXPIRES_IN = 1800;
const REFRESH_EXPIRES_IN = 2_592_000;

/** A refusal in OAuth's own shape. */
export const refuse = (status: number, error: string, description: string, rule: ZendeskError['rule']): ZendeskError =>
	new ZendeskError(status, { error, error_description: description }, rule);

export const newToken = (): string => randomBytes(32).toString('hex');

/** The scopes that a client is granted of what it asks: unknown ones pass and open nothing. */
export function grantScopes(request: FastifyRequest, client: OAuthClient, asked: string | undefined): string[] {
	const text = asked?.trim() ?? '';
	if (text === '') decidedBy(request, RULES.scopeDefault);
	const wanted = text === '' ? ['read', 'write'] : text.split(/\s+/);
	if (!wanted.every(isScope)) decidedBy(request, RULES.scopeUnknown);
	return wanted.filter((scope) => client.allowed?.includes(scope) ?? true);
}

export interface Lifetimes {
	expires_in?: number;
	refresh_token_expires_in?: number;
}

function lifetimes(asked: Lifetimes): { access: number; refresh: number } {
	const access = asked.expires_in ?? EXPIRES_IN;
	if (access <= 300 || access >= 172_800) {
		throw refuse(400, 'invalid_request', 'expires_in must be above 300 and below 172800 seconds', RULES.expiresIn);
	}
	const refresh = asked.refresh_token_expires_in ?? REFRESH_EXPIRES_IN;
	if (refresh <= 604_800 || refresh >= 7_776_000) {
		throw refuse(400, 'invalid_request', 'refresh_token_expires_in must be above 604800 and below 7776000 seconds', RULES.refreshExpiresIn);
	}
	return { access, refresh };
}

export type TokenAnswer = Record<string, string | number>;

/** Makes and keeps a token; with `refreshable` a refresh token comes along. */
export function mint(
	state: ZendeskState,
	grant: Pick<Token, 'client' | 'scopes' | 'user_id'>,
	asked: Lifetimes,
	refreshable: boolean,
): TokenAnswer {
	const { access, refresh } = lifetimes(asked);
	const now = Date.now();
	const token: Token = {
		...grant,
		id: state.nextId(),
		token: newToken(),
		created_at: now,
		expires_at: now + access * 1000,
		refresh_token: refreshable ? newToken() : null,
		refresh_expires_at: refreshable ? now + refresh * 1000 : null,
	};
	state.tokens.set(token.token, token);
	return {
		access_token: token.token,
		token_type: 'bearer',
		scope: token.scopes.join(' '),
		expires_in: access,
		...(token.refresh_token === null ? {} : { refresh_token: token.refresh_token, refresh_token_expires_in: refresh }),
	};
}
