import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { decidedBy, queryOf } from '../http';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import type { User } from '../types';
import { findByIdentity } from '../users/userWrite';
import { grantScopes, newToken, refuse } from './mint';
import type { OAuthClient } from './types';

const CODE_LIFETIME = 120_000;

const authorizeQuery = z.object({
	response_type: z.string().optional(),
	client_id: z.string().optional(),
	redirect_uri: z.string().url(),
	scope: z.string().optional(),
	state: z.string().optional(),
	code_challenge: z.string().optional(),
	code_challenge_method: z.string().optional(),
});

type AuthorizeQuery = z.output<typeof authorizeQuery>;

const escapeHtml = (text: string): string =>
	text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** The checks that end on the page itself: a caller who cannot be trusted is not sent anywhere. */
function check(state: ZendeskState, query: unknown): { asked: AuthorizeQuery; client: OAuthClient } {
	const parsed = authorizeQuery.safeParse(query);
	if (!parsed.success) throw refuse(400, 'invalid_request', 'redirect_uri is missing or no URL', RULES.responseType);
	const asked = parsed.data;
	const client = state.clients.find(({ identifier }) => identifier === asked.client_id);
	if (client === undefined) throw refuse(400, 'invalid_client', 'no such client in this account', RULES.responseType);
	if (client.redirect_uris !== undefined && !client.redirect_uris.includes(asked.redirect_uri)) {
		throw refuse(400, 'invalid_request', 'redirect_uri is none of the redirect URLs of this client', RULES.responseType);
	}
	if (asked.response_type !== 'code') throw refuse(400, 'unsupported_response_type', 'response_type must be code', RULES.responseType);
	const proven = asked.code_challenge !== undefined && asked.code_challenge_method === 'S256';
	if ((client.secret === undefined || asked.code_challenge !== undefined) && !proven) {
		throw refuse(400, 'invalid_request', 'code_challenge with code_challenge_method=S256 is required', RULES.pkcePublic);
	}
	return { asked, client };
}

const userOf = (state: ZendeskState): User =>
	findByIdentity(state, 'email', state.settings.consentUser) ?? [...state.users.values()].filter(({ role }) => role === 'admin')[0];

function backTo(reply: FastifyReply, asked: AuthorizeQuery, answer: Record<string, string>): FastifyReply {
	const url = new URL(asked.redirect_uri);
	for (const [name, value] of Object.entries({ ...answer, ...(asked.state === undefined ? {} : { state: asked.state }) })) url.searchParams.set(name, value);
	return reply.redirect(url.href, 302);
}

function allow(state: ZendeskState, request: FastifyRequest, reply: FastifyReply, query: unknown): FastifyReply {
	const { asked, client } = check(state, query);
	const scopes = grantScopes(request, client, asked.scope);
	const code = newToken();
	const user = userOf(state);
	state.codes.set(code, {
		code,
		client: client.identifier,
		redirect_uri: asked.redirect_uri,
		scopes,
		user_id: user.id,
		code_challenge: asked.code_challenge ?? null,
		expires_at: Date.now() + CODE_LIFETIME,
	});
	request.notes.summary = `${user.name} allows ${client.identifier}: ${scopes.join(' ')}`;
	return backTo(reply, asked, { code });
}

function deny(state: ZendeskState, request: FastifyRequest, reply: FastifyReply, query: unknown): FastifyReply {
	const { asked, client } = check(state, query);
	decidedBy(request, RULES.consentDenied);
	request.notes.summary = `${userOf(state).name} refuses ${client.identifier}`;
	return backTo(reply, asked, { error: 'access_denied', error_description: 'The end-user or authorization server denied the request.' });
}

function page(state: ZendeskState, query: unknown): string {
	const { asked, client } = check(state, query);
	const fields = Object.entries(asked).map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(String(value))}">`);
	const scopes = (asked.scope ?? 'read write').split(/\s+/).map((scope) => `<li>${escapeHtml(scope)}</li>`);
	return `<!doctype html><meta charset="utf-8"><title>Authorize ${escapeHtml(client.identifier)}</title>
<h1>${escapeHtml(client.identifier)} asks for access to ${escapeHtml(state.account.subdomain)}</h1>
<p>Logged in as ${escapeHtml(userOf(state).name)}.</p><ul>${scopes.join('')}</ul>
<form method="post" action="${state.hostUrl}/oauth/authorizations">${fields.join('')}
<button name="decision" value="allow">Allow</button> <button name="decision" value="deny">Deny</button></form>`;
}

/** `GET /oauth/authorizations/new`: the page with two buttons, or at once what the sandbox's setting `consent` says. */
export function authorizePage(app: FastifyInstance, state: ZendeskState): void {
	app.get('/oauth/authorizations/new', async (request, reply) => {
		const query = queryOf(request);
		if (state.settings.consent === 'allow') return allow(state, request, reply, query);
		if (state.settings.consent === 'deny') return deny(state, request, reply, query);
		return await reply.type('text/html; charset=utf-8').send(page(state, query));
	});

	app.post('/oauth/authorizations', async (request, reply) => {
		const { decision, ...query } = Object.fromEntries(new URLSearchParams(request.rawBody.toString('utf8')));
		return (decision === 'allow' ? allow : deny)(state, request, reply, query);
	});
}
