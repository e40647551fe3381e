import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { pageOf } from '../graph/auth';
import { badParam, GraphError, notVisible } from '../graph/errors';
import { decidedBy, edge, listOf, pageEdge, pickFields, type Call } from '../graph/graph';
import { newId } from '../ids';
import type { NodeDeleter, NodeReader } from '../graph/nodes';
import { idText, names } from '../graph/params';
import { RULES } from '../rules';
import type { MessengerState } from '../state';
import type { Page, Person } from '../types';

const labelOf = (page: Page, id: string) => page.labels.find((label) => label.id === id);

export const readLabel: NodeReader = (state, id, { token, input: { fields } }) => {
	const label = token.kind === 'page' ? labelOf(pageOf(state, token, 'me'), id) : undefined;
	return label === undefined ? undefined : pickFields({ ...label, page_label_name: label.name }, fields ?? ['name'], 'PageUserMessageThreadLabel');
};

export const deleteLabel: NodeDeleter = (id, { token }, state) => {
	if (token.kind !== 'page') return false;
	const page = pageOf(state, token, 'me');
	if (labelOf(page, id) === undefined) return false;
	page.labels = page.labels.filter((label) => label.id !== id);
	for (const person of state.on(page)) person.labels.delete(id);
	return true;
};

function labelAndPerson(state: MessengerState, { token, path, input, request }: Call<{ user: string }>): { id: string; person: Person } {
	decidedBy(request, RULES.undescribed);
	const page = pageOf(state, token, 'me');
	const label = labelOf(page, path.node);
	if (label === undefined) throw notVisible(path.node);
	const person = state.on(page).find(({ psid }) => psid === input.user);
	if (person === undefined) throw new GraphError('100/2018001', RULES.recipientUnknown);
	return { id: label.id, person };
}

function onPeople(app: FastifyInstance, state: MessengerState): void {
	const input = z.object({ user: idText });
	edge(app, state, {
		method: 'POST',
		path: '/:node/label',
		permissions: ['pages_messaging'],
		input,
		answer(call) {
			const { id, person } = labelAndPerson(state, call);
			person.labels.add(id);
			return { success: true };
		},
	});
	edge(app, state, {
		method: 'DELETE',
		path: '/:node/label',
		permissions: ['pages_messaging'],
		input,
		answer(call) {
			const { id, person } = labelAndPerson(state, call);
			person.labels.delete(id);
			return { success: true };
		},
	});
}

/** Labels of the Page and of people; not in our sources, as other clients use them. */
export function customLabels(app: FastifyInstance, state: MessengerState): void {
	onPeople(app, state);
	pageEdge(app, state, {
		method: 'POST',
		path: '/:node/custom_labels',
		permissions: ['pages_messaging'],
		input: z.object({ name: z.string().min(1).optional(), page_label_name: z.string().min(1).optional() }),
		answer({ input, page, request }) {
			decidedBy(request, RULES.undescribed);
			const name = input.page_label_name ?? input.name;
			if (name === undefined) throw badParam('The parameter page_label_name is required');
			const label = { id: newId(), name };
			page.labels.push(label);
			return { id: label.id };
		},
	});
	edge(app, state, {
		method: 'GET',
		path: '/:node/custom_labels',
		permissions: ['pages_messaging'],
		input: z.object({ fields: names.optional(), after: z.string().optional() }),
		answer(call) {
			const { input: { fields = ['name'], after }, token, path, request } = call;
			decidedBy(request, RULES.undescribed);
			const page = pageOf(state, token, 'me');
			const person = state.on(page).find(({ psid }) => psid === path.node);
			if (person === undefined && path.node !== 'me' && path.node !== page.id) throw notVisible(path.node);
			const labels = page.labels.filter(({ id }) => person === undefined || person.labels.has(id));
			return listOf(labels.map((label) => ({ id: label.id, ...pickFields({ ...label, page_label_name: label.name }, fields, 'PageUserMessageThreadLabel') })), { after }, call);
		},
	});
}
