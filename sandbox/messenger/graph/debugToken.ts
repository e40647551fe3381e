import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { findToken } from './auth';
import { edge } from './graph';
import { RULES } from '../rules';
import type { MessengerState } from '../state';

/** `GET /debug_token?input_token=`: what a token is and may. A Page token of a long-lived login never expires: `expires_at` 0. */
export function debugToken(app: FastifyInstance, state: MessengerState): void {
	edge(app, state, {
		method: 'GET',
		path: '/debug_token',
		input: z.object({ input_token: z.string() }),
		answer({ input: { input_token: text }, app: caller }) {
			const token = findToken(state, text);
			const stranger = { code: 190, message: 'Invalid OAuth access token.' };
			if (token === undefined || token.appId !== caller.id) return { data: { error: stranger, is_valid: false, scopes: [] } };
			return {
				data: {
					app_id: token.appId,
					type: token.kind.toUpperCase(),
					application: state.apps.get(token.appId)?.name,
					expires_at: 0,
					is_valid: token.state === 'valid',
					...(token.state === 'valid' ? {} : { error: { code: 190, subcode: { expired: 463, password: 460, invalid: 467 }[token.state], message: RULES.tokenDead.text } }),
					...(token.pageId === undefined ? {} : { profile_id: token.pageId }),
					scopes: token.permissions,
				},
			};
		},
	});
}
