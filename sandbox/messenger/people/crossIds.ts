import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { pageOf } from '../graph/auth';
import { notVisible } from '../graph/errors';
import { decidedBy, edge, listOf } from '../graph/graph';
import { RULES } from '../rules';
import type { MessengerState } from '../state';
import type { Person, Token } from '../types';

function personBehind(state: MessengerState, token: Token, psid: string): Person {
	const person = state.on(pageOf(state, token, 'me')).find((each) => each.psid === psid);
	if (person === undefined) throw notVisible(psid);
	return person;
}

/** The same person's ids on the business's other Pages and apps: not in our sources, as other clients use them. */
export function crossIds(app: FastifyInstance, state: MessengerState): void {
	edge(app, state, {
		method: 'GET',
		path: '/:node/ids_for_pages',
		permissions: ['pages_messaging'],
		input: z.object({ page: z.string().optional(), after: z.string().optional() }),
		answer(call) {
			const { input: { page: only, after }, token, path, request } = call;
			decidedBy(request, RULES.undescribed);
			const { humanId } = personBehind(state, token, path.node);
			const same = state.people.filter((each) => each.humanId === humanId && (only === undefined || each.pageId === only));
			return listOf(same.map((each) => ({ id: each.psid, page: { id: each.pageId, name: state.pageOf(each).name, link: state.pageOf(each).link } })), { after }, call);
		},
	});
	edge(app, state, {
		method: 'GET',
		path: '/:node/ids_for_apps',
		permissions: ['pages_messaging'],
		input: z.object({ app: z.string().optional(), after: z.string().optional() }),
		answer(call) {
			const { input: { app: only, after }, token, path, request } = call;
			decidedBy(request, RULES.undescribed);
			const { humanId } = personBehind(state, token, path.node);
			const apps = [...state.apps.values()].filter(({ id }) => only === undefined || id === only);
			// An app-scoped id is another number for each app; here it is made from the person and the app.
			return listOf(apps.map(({ id, name }) => ({ id: `${humanId.slice(-8)}${id.slice(-6)}`, app: { id, name, link: `https://www.facebook.com/games/?app_id=${id}` } })), { after }, call);
		},
	});
}
