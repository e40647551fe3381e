import type { FastifyInstance } from 'fastify';
import { forbidden, ZendeskError } from './errors';
import { decidedBy } from './http';
import { takeAccount } from './limits';
import { RULES } from './rules';
import { scopeAllows } from './scopes';
import type { ZendeskState } from './state';

const INVALID_TOKEN = {
	error: 'invalid_token',
	error_description: 'The access token provided is expired, revoked, malformed or invalid for other reasons.',
};

/** What `users/me` says to somebody who is not logged in. */
const ANONYMOUS = { user: { id: null, name: 'Anonymous user', email: 'invalid@example.com', role: 'end-user' } };

/** Every call below `/api/v2`: who is it, may they, and is the account within its limit. */
export function authenticate(app: FastifyInstance, state: ZendeskState): void {
	app.addHook('preHandler', async (request, reply) => {
		const path = request.url.replace(/^.*?\/api\/v2\//, '');
		const [kind, secret] = (request.headers.authorization ?? '').split(' ');
		if (kind.toLowerCase() !== 'bearer') {
			if (path.split('?')[0] === 'users/me') {
				decidedBy(request, RULES.anonymousMe);
				return await reply.send(ANONYMOUS);
			}
			throw new ZendeskError(401, { error: "Couldn't authenticate you" }, RULES.basicRefused);
		}
		const token = state.tokens.get(secret);
		const actor = token && state.users.get(token.user_id);
		if (token === undefined || actor === undefined || token.expires_at <= Date.now()) {
			throw new ZendeskError(401, INVALID_TOKEN, RULES.bearerRefused, { 'www-authenticate': 'Bearer error="invalid_token"' });
		}
		request.actor = actor;
		takeAccount(state.windows, state.limits.accountPerMinute, reply, RULES.accountLimit);
		const allowed = scopeAllows(token.scopes, request.method, path);
		if (allowed === 'no') throw forbidden(RULES.scopeMissing);
		if (allowed === 'leniently') decidedBy(request, RULES.scopeLenient);
		return undefined;
	});
}
