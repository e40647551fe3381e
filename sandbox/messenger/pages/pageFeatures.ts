import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { decidedBy, pageEdge } from '../graph/graph';
import { flag } from '../graph/params';
import { RULES } from '../rules';
import { INBOX_APP_ID } from '../seed';
import type { MessengerState } from '../state';

/** Reviewed features, further apps on the Page, built-in language processing: not in our sources, as other clients use them. */
export function pageFeatures(app: FastifyInstance, state: MessengerState): void {
	pageEdge(app, state, {
		method: 'GET',
		path: '/:node/messaging_feature_review',
		permissions: ['pages_messaging'],
		input: z.object({}),
		answer({ app: caller, request }) {
			decidedBy(request, RULES.undescribed);
			return { data: [{ feature: 'human_agent', status: caller.humanAgent ? 'approved' : 'pending' }] };
		},
	});
	pageEdge(app, state, {
		method: 'GET',
		path: '/:node/secondary_receivers',
		permissions: ['pages_messaging'],
		input: z.object({}),
		answer({ app: caller, page, request }) {
			decidedBy(request, RULES.undescribed);
			const others = [...page.subscribedApps.keys()].filter((id) => id !== caller.id).map((id) => ({ id, name: state.apps.get(id)?.name }));
			return { data: [...others, { id: INBOX_APP_ID, name: 'Page Inbox' }] };
		},
	});
	pageEdge(app, state, {
		method: 'POST',
		path: '/:node/nlp_configs',
		permissions: ['pages_messaging'],
		input: z.object({ nlp_enabled: flag.optional(), model: z.string().optional(), custom_token: z.string().optional(), verbose: flag.optional(), n_best: z.coerce.number().optional() }),
		answer({ input, page, request }) {
			decidedBy(request, RULES.undescribed);
			page.nlp = { ...page.nlp, ...input };
			return { success: true };
		},
	});
}
