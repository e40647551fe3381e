import type { FastifyInstance } from 'fastify';
import type { RevokeTokens } from './controlTypes';
import { revoke } from '../oauth/tokenRoutes';
import type { ZendeskState } from '../state';

/** What an administrator does to tokens while somebody is using them. */
export function oauthControl(app: FastifyInstance, state: ZendeskState): void {
	app.post<{ Body: RevokeTokens | undefined }>('/_sandbox/zendesk/oauth/revoke', async ({ body }) => {
		const client = body?.client;
		const revoked = revoke(state, (token) => client === undefined || token.client === client);
		state.world.events.add({ vendor: 'zendesk', kind: 'agent', summary: `an administrator revokes the tokens of ${client ?? 'all clients'}: ${revoked}` });
		return { revoked };
	});
}
