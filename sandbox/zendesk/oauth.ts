import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { jsonBody } from '../core/vendor';
import { ZendeskError } from './errors';
import { decidedBy } from './http';
import { RULES } from './rules';
import { isScope } from './scopes';
import type { ZendeskState } from './state';
import type { OAuthClient } from './types';

const tokenRequest = z.object({
	grant_type: z.string().optional(),
	client_id: z.string().optional(),
	client_secret: z.string().optional(),
	scope: z.string().optional(),
	expires_in: z.coerce.number().int().optional(),
});

type TokenRequest = z.output<typeof tokenRequest>;

/** Default lifetime of an access token, seconds. */
const DEFAULT_EXPIRES_IN = 1800;

const refuse = (status: number, error: string, description: string, rule: ZendeskError['rule']): ZendeskError =>
	new ZendeskError(status, { error, error_description: description }, rule);

function readRequest(request: FastifyRequest): TokenRequest {
	const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
	const raw = isForm ? Object.fromEntries(new URLSearchParams(request.rawBody.toString('utf8'))) : jsonBody(request);
	const parsed = tokenRequest.safeParse(raw);
	if (!parsed.success) throw refuse(400, 'invalid_request', 'The request is missing a required parameter or is malformed.', RULES.badShape);
	const [kind, encoded] = (request.headers.authorization ?? '').split(' ');
	if (isForm || kind === 'Basic') decidedBy(request, RULES.formTokens);
	if (kind !== 'Basic' || encoded === undefined) return parsed.data;
	const [id, ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':').map(decodeURIComponent);
	return { client_id: id, client_secret: secret.join(':'), ...parsed.data };
}

/** authorization_code and refresh_token take their place beside this one. */
function clientCredentials(state: ZendeskState, client: OAuthClient, asked: TokenRequest, request: FastifyRequest) {
	const expiresIn = asked.expires_in ?? DEFAULT_EXPIRES_IN;
	if (expiresIn <= 300 || expiresIn >= 172_800) {
		throw refuse(400, 'invalid_request', 'expires_in must be above 300 and below 172800 seconds', RULES.expiresIn);
	}
	if (asked.scope === undefined || asked.scope.trim() === '') decidedBy(request, RULES.scopeDefault);
	const wanted = asked.scope?.trim() ? asked.scope.trim().split(/\s+/) : ['read', 'write'];
	if (!wanted.every(isScope)) decidedBy(request, RULES.scopeUnknown);
	const scopes = wanted.filter((scope) => client.allowed?.includes(scope) ?? true);
	const token = randomBytes(32).toString('hex');
	state.tokens.set(token, {
		token,
		client: client.identifier,
		scopes,
		user_id: client.user_id,
		expires_at: Date.now() + expiresIn * 1000,
	});
	return { access_token: token, token_type: 'bearer', scope: scopes.join(' '), expires_in: expiresIn };
}

export function oauthRoutes(app: FastifyInstance, state: ZendeskState): void {
	app.post('/oauth/tokens', async (request) => {
		const asked = readRequest(request);
		const client = state.clients.find(
			({ identifier, secret }) => identifier === asked.client_id && secret === asked.client_secret,
		);
		if (client === undefined) throw refuse(401, 'invalid_client', 'Client authentication failed due to unknown client or wrong secret.', RULES.clientRefused);
		if (asked.grant_type !== 'client_credentials') {
			throw refuse(400, 'unsupported_grant_type', 'The authorization grant type is not supported.', RULES.grantRefused);
		}
		const answer = clientCredentials(state, client, asked, request);
		request.notes.summary = `token for ${client.identifier} with ${answer.scope || 'no scope'}`;
		return answer;
	});
}
