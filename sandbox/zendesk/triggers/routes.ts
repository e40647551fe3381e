import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordInvalid, recordNotFound } from '../errors';
import { bodyOf, decidedBy, integerId, iso, listOf, queryOf } from '../http';
import { pageOf } from '../paging';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import { definitions } from './definitions';
import { checkCategory, rulesOf, triggerInput, type TriggerInput } from './input';
import { revisionRoutes, keepRevision } from './revisions';
import { inOrder } from './run';
import type { Trigger } from './types';

const body = z.object({ trigger: triggerInput });
const reorder = z.object({ trigger_ids: z.array(z.number().int()) });
const many = z.object({ triggers: z.array(z.object({ id: z.number().int(), position: z.number().int().optional(), active: z.boolean().optional(), category_id: z.string().nullish() })) });

export const presentTrigger = (state: ZendeskState, trigger: Trigger) => ({
	url: `${state.apiUrl}/triggers/${trigger.id}.json`,
	...trigger,
	raw_title: trigger.title,
	default: false,
	created_at: iso(trigger.created_at),
	updated_at: iso(trigger.updated_at),
});

/** Makes a trigger of what was sent; 422 or 400 where it cannot stand. */
export function createTrigger(state: ZendeskState, input: TriggerInput, authorId: number): Trigger {
	if (!input.title?.trim()) throw recordInvalid({ title: [{ description: 'Title: cannot be blank', error: 'BlankValue' }] }, RULES.triggerTitle);
	checkCategory(state, input.category_id);
	const now = Date.now();
	const last = Math.max(-1, ...[...state.triggers.values()].filter(({ category_id: id }) => id === (input.category_id ?? null)).map(({ position }) => position));
	const trigger: Trigger = {
		...rulesOf(state, input),
		id: state.nextId(),
		title: input.title,
		active: input.active ?? true,
		position: input.position ?? last + 1,
		category_id: input.category_id ?? null,
		description: input.description ?? null,
		created_at: now,
		updated_at: now,
	};
	state.triggers.set(trigger.id, trigger);
	keepRevision(state, trigger, authorId);
	return trigger;
}

/** A sent part of the rules replaces all of them; an update of other fields alone leaves them. */
function updateTrigger(state: ZendeskState, request: FastifyRequest, trigger: Trigger, input: TriggerInput): void {
	const touchesRules = [input.conditions, input.all, input.any, input.actions].some((part) => part !== undefined);
	const rules = touchesRules ? rulesOf(state, input) : undefined;
	if (input.title !== undefined && input.title.trim() === '') throw recordInvalid({ title: [{ description: 'Title: cannot be blank', error: 'BlankValue' }] }, RULES.triggerTitle);
	if (input.category_id !== undefined) checkCategory(state, input.category_id);
	if (touchesRules) decidedBy(request, RULES.triggerReplaces);
	const { title, active, position, category_id: category, description } = input;
	Object.assign(trigger, rules, Object.fromEntries(
		Object.entries({ title, active, position, category_id: category, description }).filter(([, value]) => value !== undefined),
	));
	trigger.updated_at = Date.now();
	keepRevision(state, trigger, request.actor.id);
}

export function triggerRoutes(app: FastifyInstance, state: ZendeskState): void {
	const show = (trigger: Trigger) => presentTrigger(state, trigger);
	const find = (request: FastifyRequest): Trigger => {
		const trigger = state.triggers.get(integerId(request));
		if (trigger === undefined) throw recordNotFound();
		return trigger;
	};
	const list = (request: FastifyRequest, triggers: Trigger[]) => {
		const { items, frame } = pageOf(request, triggers, {
			baseUrl: state.world.options.baseUrl,
			id: ({ id }: Trigger) => id,
			sortBy: {
				position: (trigger: Trigger) => triggers.indexOf(trigger),
				title: ({ title }) => title,
				alphabetical: ({ title }) => title,
				created_at: ({ created_at: at }) => at,
				updated_at: ({ updated_at: at }) => at,
			},
		});
		return { triggers: items.map(show), ...frame };
	};

	app.get('/triggers', async (request) => {
		const { active, category_id: category } = queryOf(request);
		return list(request, inOrder(state).filter(
			(trigger) => (active === undefined || String(trigger.active) === active) && (category === undefined || trigger.category_id === category),
		));
	});

	// Does not look at category_id, as others have found.
	app.get('/triggers/active', async (request) => list(request, inOrder(state).filter(({ active }) => active)));

	app.get('/triggers/search', async (request) => {
		const query = (queryOf(request).query ?? '').toLowerCase();
		return list(request, inOrder(state).filter(({ title }) => title.toLowerCase().includes(query)));
	});

	app.get('/triggers/definitions', async () => ({ definitions: definitions(state) }));

	app.get('/triggers/:id', async (request) => ({ trigger: show(find(request)) }));

	app.post('/triggers', async (request, reply) => {
		const trigger = createTrigger(state, bodyOf(request, body).trigger, request.actor.id);
		request.notes.summary = `trigger "${trigger.title}" created`;
		return await reply.code(201).send({ trigger: show(trigger) });
	});

	app.put('/triggers/reorder', async (request) => {
		const { trigger_ids: ids } = bodyOf(request, reorder);
		ids.forEach((id, position) => {
			const trigger = state.triggers.get(id);
			if (trigger) trigger.position = position;
		});
		return list(request, inOrder(state));
	});

	app.put('/triggers/update_many', async (request) => {
		for (const { id, ...changes } of bodyOf(request, many).triggers) {
			const trigger = state.triggers.get(id);
			if (trigger !== undefined) updateTrigger(state, request, trigger, changes);
		}
		return list(request, inOrder(state));
	});

	app.put('/triggers/:id', async (request) => {
		const trigger = find(request);
		updateTrigger(state, request, trigger, bodyOf(request, body).trigger);
		request.notes.summary = `trigger "${trigger.title}" changed`;
		return { trigger: show(trigger) };
	});

	app.delete('/triggers/destroy_many', async (request, reply) => {
		for (const id of listOf(queryOf(request).ids)) state.triggers.delete(Number(id));
		return await reply.code(204).send();
	});

	app.delete('/triggers/:id', async (request, reply) => {
		const trigger = find(request);
		state.triggers.delete(trigger.id);
		request.notes.summary = `trigger "${trigger.title}" deleted`;
		return await reply.code(204).send();
	});

	revisionRoutes(app, state, find);
}
