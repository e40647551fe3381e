import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { GraphError } from '../graph/errors';
import { edge, listOf } from '../graph/graph';
import { RULES } from '../rules';
import type { MessengerState } from '../state';

/** `GET /me/accounts` with a user token: the Pages and their tokens. */
export function accounts(app: FastifyInstance, state: MessengerState): void {
	edge(app, state, {
		method: 'GET',
		path: '/me/accounts',
		permissions: ['pages_show_list'],
		input: z.object({ after: z.string().optional() }),
		answer(call) {
			const { input, token } = call;
			if (token.kind !== 'user') throw new GraphError('190', RULES.tokenKind, 'This method must be called with a User Access Token');
			const pages = [...state.pages.values()].map(({ id, name, category }) => {
				const own = state.tokens.find((each) => each.kind === 'page' && each.pageId === id && each.appId === token.appId);
				return { access_token: own?.value, category, name, id, tasks: ['MESSAGING', 'MODERATE'] };
			});
			return listOf(pages, input, call);
		},
	});
}
