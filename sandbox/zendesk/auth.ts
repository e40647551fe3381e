import type { FastifyInstance, FastifyRequest } from 'fastify';
import { apiTokenRefusal } from './apiTokens';
import { forbidden, missingScope, ZendeskError } from './errors';
import { decidedBy } from './http';
import { takeAccount } from './limits';
import { roleAllows } from './users/roles';
import { RULES } from './rules';
import { scopeAllows, scopesFor } from './scopes';
import type { ZendeskState } from './state';
import type { User } from './types';
import { findByIdentity } from './users/userWrite';

const INVALID_TOKEN = {
	error: 'invalid_token',
	error_description: 'The access token provided is expired, revoked, malformed or invalid for other reasons.',
};

/** What `users/me` says to somebody who is not logged in. */
const ANONYMOUS = { user: { id: null, name: 'Anonymous user', email: 'invalid@example.com', role: 'end-user' } };

const notAuthenticated = (rule: ZendeskError['rule']): ZendeskError =>
	new ZendeskError(401, { error: "Couldn't authenticate you" }, rule);

/** `email/token:API_TOKEN`; throws the 401 of Basic. */
function byApiToken(state: ZendeskState, encoded: string): User {
	const [name, ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
	const email = /^(.+)\/token$/.exec(name)?.[1];
	const kept = state.apiTokens.find(({ token }) => token === rest.join(':'));
	const user = email === undefined ? undefined : findByIdentity(state, 'email', email);
	if (kept === undefined || user === undefined || user.suspended) throw notAuthenticated(RULES.basicRefused);
	const refusal = apiTokenRefusal(state, kept);
	if (refusal !== undefined) throw notAuthenticated(refusal);
	kept.last_used_at = Date.now();
	return user;
}

/** The user of a bearer token; throws its 401. */
function byBearer(state: ZendeskState, secret: string): User {
	const token = state.tokens.get(secret);
	const actor = token && state.users.get(token.user_id);
	if (token === undefined || actor === undefined || !actor.active || actor.suspended || token.expires_at <= Date.now()) {
		throw new ZendeskError(401, INVALID_TOKEN, RULES.bearerRefused, { 'www-authenticate': 'Bearer error="invalid_token"' });
	}
	return actor;
}

/** Throws the 403 of a bearer token whose scopes do not reach; API tokens have none. */
function checkScopes(state: ZendeskState, request: FastifyRequest, path: string): void {
	const token = state.tokens.get((request.headers.authorization ?? '').split(' ')[1]);
	if (token === undefined) return;
	const allowed = scopeAllows(token.scopes, request.method, path);
	if (allowed === 'yes') return;
	const strict = allowed === 'leniently' && state.settings.undocumentedScopes === 'strict';
	if (allowed === 'no' || strict) throw missingScope(scopesFor(request.method, path).scopes, strict ? RULES.scopeStrict : RULES.scopeMissing);
	decidedBy(request, RULES.scopeLenient);
}

/** Who holds this Authorization header, or undefined; for what needs a login but is no API call. */
export function loggedIn(state: ZendeskState, header: string | undefined): User | undefined {
	const [kind, secret = ''] = (header ?? '').split(' ');
	if (kind.toLowerCase() !== 'bearer') return kind.toLowerCase() === 'basic' ? byApiToken(state, secret) : undefined;
	const token = state.tokens.get(secret);
	return token !== undefined && token.expires_at > Date.now() ? state.users.get(token.user_id) : undefined;
}

/** Who calls, or the refusal; limits and roles come after. */
function identify(state: ZendeskState, request: FastifyRequest): User | ZendeskError {
	const [kind, secret = ''] = (request.headers.authorization ?? '').split(' ');
	try {
		if (kind.toLowerCase() === 'bearer') return byBearer(state, secret);
		if (kind.toLowerCase() !== 'basic') return notAuthenticated(RULES.basicRefused);
		const user = byApiToken(state, secret);
		decidedBy(request, RULES.apiTokenImpersonates);
		return user;
	} catch (error) {
		return error instanceof ZendeskError ? error : notAuthenticated(RULES.basicRefused);
	}
}

/** Every call below `/api/v2`: who is it, may they, and is the account within its limit. */
export function authenticate(app: FastifyInstance, state: ZendeskState): void {
	app.addHook('preHandler', async (request, reply) => {
		const path = request.url.replace(/^.*?\/api\/v2\//, '');
		const [plain] = path.split('?');
		const caller = identify(state, request);
		if (caller instanceof ZendeskError) {
			if (/^bearer /i.test(request.headers.authorization ?? '') || plain !== 'users/me') throw caller;
			decidedBy(request, RULES.anonymousMe);
			return await reply.send(ANONYMOUS);
		}
		request.actor = caller;
		takeAccount(state.windows, state.limits.accountPerMinute, reply, RULES.accountLimit);
		checkScopes(state, request, path);
		if (!roleAllows(caller.role, request.method, plain)) throw forbidden(RULES.roleMissing);
		return undefined;
	});
}
