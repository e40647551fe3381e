import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { errorList, type ZendeskError } from '../errors';
import { bodyOf, iso, queryOf } from '../http';
import { pageOf } from '../paging';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import type { TriggerCategory } from './types';

const body = z.object({ trigger_category: z.object({ name: z.string().optional(), position: z.number().int().optional() }) });

/** The list shape: 404 of the category itself, 400 of a trigger that names it. */
export const categoryNotFound = (status: 400 | 404): ZendeskError =>
	errorList(status, 'TriggerCategoryNotFound', 'Category can’t be found. Check the ID and try again.', RULES.triggerCategory);

/** A new category at the end, or where it is told. */
export function createCategory(state: ZendeskState, name: string, position?: number): TriggerCategory {
	const now = Date.now();
	const last = Math.max(-1, ...state.triggerCategories.map((category) => category.position));
	const category: TriggerCategory = { id: String(state.nextId()), name, position: position ?? last + 1, created_at: now, updated_at: now };
	state.triggerCategories.push(category);
	return category;
}

export function triggerCategoryRoutes(app: FastifyInstance, state: ZendeskState): void {
	const show = (category: TriggerCategory) => ({ ...category, created_at: iso(category.created_at), updated_at: iso(category.updated_at) });
	const count = (category: TriggerCategory) => {
		const triggers = [...state.triggers.values()].filter(({ category_id: id }) => id === category.id);
		const active = triggers.filter((trigger) => trigger.active).length;
		return { active_count: active, inactive_count: triggers.length - active };
	};
	const find = (request: FastifyRequest): TriggerCategory => {
		const { id } = request.params as { id: string };
		const category = state.triggerCategories.find((each) => each.id === id);
		if (category === undefined) throw categoryNotFound(404);
		return category;
	};

	app.get('/trigger_categories', async (request) => {
		const counted = queryOf(request).include === 'rule_counts';
		const { items, frame } = pageOf(request, state.triggerCategories, {
			baseUrl: state.world.options.baseUrl,
			id: ({ id }: TriggerCategory) => Number(id),
			sortBy: {
				position: ({ position }: TriggerCategory) => position,
				name: ({ name }) => name,
				created_at: ({ created_at: at }) => at,
				updated_at: ({ updated_at: at }) => at,
			},
		});
		return { trigger_categories: items.map((category) => ({ ...show(category), ...(counted ? { rule_counts: count(category) } : {}) })), ...frame };
	});

	app.get('/trigger_categories/:id', async (request) => ({ trigger_category: show(find(request)) }));

	app.post('/trigger_categories', async (request) => {
		const { name, position } = bodyOf(request, body).trigger_category;
		if (!name?.trim()) throw errorList(400, 'InvalidTriggerCategory', 'Name cannot be blank', RULES.categoryName);
		const category = createCategory(state, name, position);
		request.notes.summary = `trigger category "${name}" created`;
		// 200 by the vendor's own description, unlike every other creation.
		return { trigger_category: show(category) };
	});

	app.patch('/trigger_categories/:id', async (request) => {
		const category = find(request);
		const { name, position } = bodyOf(request, body).trigger_category;
		if (name !== undefined && name.trim() === '') throw errorList(400, 'InvalidTriggerCategory', 'Name cannot be blank', RULES.categoryName);
		Object.assign(category, { name: name ?? category.name, position: position ?? category.position, updated_at: Date.now() });
		return { trigger_category: show(category) };
	});

	app.delete('/trigger_categories/:id', async (request, reply) => {
		const category = find(request);
		if (count(category).active_count > 0) {
			throw errorList(400, 'TriggerCategoryNotEmpty', 'A category with active ticket triggers cannot be deleted.', RULES.categoryNotEmpty);
		}
		for (const trigger of state.triggers.values()) if (trigger.category_id === category.id) trigger.category_id = null;
		state.triggerCategories = state.triggerCategories.filter((each) => each !== category);
		return await reply.code(204).send();
	});
}
