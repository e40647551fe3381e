import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { badParam, notVisible } from './errors';
import { decidedBy, edge, type Call } from './graph';
import { readConversation, readMessage } from '../pages/conversations';
import { deleteLabel, readLabel } from '../pages/customLabels';
import { names } from './params';
import { deletePersona, readPersona } from '../pages/personas';
import { readPage } from '../pages/pageNode';
import { RULES } from '../rules';
import type { MessengerState } from '../state';
import { readUserProfile } from '../people/userProfile';

/** `undefined`: this id is nothing of the kind. */
export type NodeReader = (state: MessengerState, id: string, call: Call<{ fields?: string[] }>) => Record<string, unknown> | undefined;
export type NodeDeleter = (id: string, call: Call<unknown>, state: MessengerState) => boolean;

const READERS: NodeReader[] = [readPage, readUserProfile, readPersona, readLabel, readConversation, readMessage];
const DELETERS: NodeDeleter[] = [deletePersona, deleteLabel];

/** `GET` and `DELETE` of anything by its id: what it is decides what is answered. */
export function nodes(app: FastifyInstance, state: MessengerState): void {
	edge(app, state, {
		method: 'GET',
		path: '/',
		input: z.object({ ids: z.string().optional() }),
		answer({ input: { ids }, request }) {
			decidedBy(request, RULES.rootIds);
			throw badParam(ids === undefined ? 'A path is needed' : 'Reading several ids at the root is no longer supported', RULES.rootIds);
		},
	});
	edge(app, state, {
		method: 'GET',
		path: '/:node',
		input: z.object({ fields: names.optional() }),
		answer(call) {
			const id = call.path.node;
			for (const read of READERS) {
				const found = read(state, id, call);
				if (found !== undefined) return found;
			}
			throw notVisible(id);
		},
	});
	edge(app, state, {
		method: 'DELETE',
		path: '/:node',
		input: z.object({}),
		answer(call) {
			if (DELETERS.some((remove) => remove(call.path.node, call, state))) return { success: true };
			throw notVisible(call.path.node);
		},
	});
}

