import type { FastifyInstance, FastifyRequest } from 'fastify';
import { recordNotFound } from '../errors';
import { decidedBy, integerId, iso } from '../http';
import { pageOf } from '../paging';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import type { Token } from './types';

/** Ends tokens, refresh tokens included; says how many. */
export function revoke(state: ZendeskState, which: (token: Token) => boolean): number {
	const ended = [...state.tokens.values()].filter(which);
	for (const { token } of ended) state.tokens.delete(token);
	return ended.length;
}

/** The OAuth Tokens API: list, show and revoke, the own token included. */
export function tokenRoutes(app: FastifyInstance, state: ZendeskState): void {
	const show = (token: Token) => ({
		url: `${state.apiUrl}/oauth/tokens/${token.id}.json`,
		id: token.id,
		user_id: token.user_id,
		client_id: state.clients.find(({ identifier }) => identifier === token.client)?.id ?? null,
		token: token.token.slice(0, 10),
		refresh_token: token.refresh_token?.slice(0, 10) ?? null,
		scopes: token.scopes,
		created_at: iso(token.created_at),
		expires_at: iso(token.expires_at),
		used_at: null,
	});
	const own = (request: FastifyRequest): Token => {
		const token = state.tokens.get((request.headers.authorization ?? '').split(' ')[1]);
		if (token === undefined) throw recordNotFound();
		return token;
	};
	const find = (request: FastifyRequest): Token => {
		const id = integerId(request);
		const token = [...state.tokens.values()].find((each) => each.id === id);
		if (token === undefined) throw recordNotFound();
		return token;
	};

	app.get('/oauth/tokens', async (request) => {
		decidedBy(request, RULES.tokenShown);
		const { items, frame } = pageOf(request, [...state.tokens.values()], {
			baseUrl: state.world.options.baseUrl,
			id: ({ id }: Token) => id,
			sortBy: { id: ({ id }: Token) => id },
		});
		return { tokens: items.map(show), ...frame };
	});

	app.get('/oauth/tokens/current', async (request) => ({ token: show(own(request)) }));

	app.get('/oauth/tokens/:id', async (request) => ({ token: show(find(request)) }));

	app.delete('/oauth/tokens/current', async (request, reply) => {
		const token = own(request);
		revoke(state, (each) => each === token);
		return await reply.code(204).send();
	});

	app.delete('/oauth/tokens/:id', async (request, reply) => {
		const token = find(request);
		revoke(state, (each) => each === token);
		request.notes.summary = `token ${token.id} of ${token.client} revoked`;
		return await reply.code(204).send();
	});
}
