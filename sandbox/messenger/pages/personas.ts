import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { pageOf } from '../graph/auth';
import { listOf, pageEdge, pickFields } from '../graph/graph';
import { newId } from '../ids';
import type { NodeDeleter, NodeReader } from '../graph/nodes';
import type { MessengerState } from '../state';

export const readPersona: NodeReader = (state, id, { token, input: { fields } }) => {
	const persona = token.kind === 'page' ? pageOf(state, token, 'me').personas.find((each) => each.id === id) : undefined;
	return persona === undefined ? undefined : pickFields({ ...persona }, fields, 'Persona');
};

export const deletePersona: NodeDeleter = (id, { token }, state) => {
	if (token.kind !== 'page') return false;
	const page = pageOf(state, token, 'me');
	const before = page.personas.length;
	page.personas = page.personas.filter((each) => each.id !== id);
	return page.personas.length < before;
};

/** `POST|GET /<PAGE_ID>/personas`. */
export function personas(app: FastifyInstance, state: MessengerState): void {
	pageEdge(app, state, {
		method: 'POST',
		path: '/:node/personas',
		permissions: ['pages_messaging'],
		input: z.object({ name: z.string().min(1), profile_picture_url: z.string().url() }),
		answer({ input, page }) {
			const persona = { id: newId(), ...input };
			page.personas.push(persona);
			return { id: persona.id };
		},
	});
	pageEdge(app, state, {
		method: 'GET',
		path: '/:node/personas',
		permissions: ['pages_messaging'],
		input: z.object({ after: z.string().optional(), limit: z.coerce.number().int().positive().optional() }),
		answer: (call) => listOf(call.page.personas, call.input, call),
	});
}
