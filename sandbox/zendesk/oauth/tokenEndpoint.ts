import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { jsonBody } from '../../core/vendor';
import { decidedBy } from '../http';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import { GRANTS } from './grants';
import { refuse } from './mint';
import type { OAuthClient } from './types';

const tokenRequest = z.object({
	grant_type: z.string().optional(),
	client_id: z.string().optional(),
	client_secret: z.string().optional(),
	scope: z.string().optional(),
	code: z.string().optional(),
	redirect_uri: z.string().optional(),
	code_verifier: z.string().optional(),
	refresh_token: z.string().optional(),
	expires_in: z.coerce.number().int().optional(),
	refresh_token_expires_in: z.coerce.number().int().optional(),
});

type TokenRequest = z.output<typeof tokenRequest>;

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

/** A public client names itself only; what it may do is decided by the grant. */
function clientOf(state: ZendeskState, asked: TokenRequest): OAuthClient {
	const client = state.clients.find(({ identifier }) => identifier === asked.client_id);
	if (client === undefined || (client.secret !== undefined && client.secret !== asked.client_secret)) {
		throw refuse(401, 'invalid_client', 'Client authentication failed due to unknown client or wrong secret.', RULES.clientRefused);
	}
	return client;
}

/** `POST /oauth/tokens`: every grant. */
export function tokenEndpoint(app: FastifyInstance, state: ZendeskState): void {
	app.post('/oauth/tokens', async (request) => {
		const asked = readRequest(request);
		const client = clientOf(state, asked);
		const grant = GRANTS[asked.grant_type ?? ''];
		if (grant === undefined) {
			throw refuse(400, 'unsupported_grant_type', 'The authorization grant type is not supported.', RULES.grantRefused);
		}
		const answer = grant(state, client, asked, request);
		request.notes.summary = `token for ${client.identifier} by ${asked.grant_type} with ${answer.scope || 'no scope'}`;
		return answer;
	});
}
