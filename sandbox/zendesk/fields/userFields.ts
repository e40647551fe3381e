import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordNotFound } from '../errors';
import { bodyOf, integerId } from '../http';
import { pageOf } from '../paging';
import { presentField } from '../present';
import type { ZendeskState } from '../state';
import type { FieldDefinition } from '../types';
import { optionRoutes } from './options';
import { createField, fieldChange, fieldInput, problem, updateField } from './write';

const TYPES = ['text', 'textarea', 'checkbox', 'date', 'integer', 'decimal', 'regexp', 'dropdown', 'lookup', 'multiselect'];

const createBody = z.object({ user_field: fieldInput });
const updateBody = z.object({ user_field: fieldChange });
const reorderBody = z.object({ user_field_ids: z.array(z.number().int()) });

export function userFieldRoutes(app: FastifyInstance, state: ZendeskState): void {
	const show = (field: FieldDefinition) => presentField(state, 'user_fields', field);
	const find = (request: FastifyRequest): FieldDefinition => {
		const id = integerId(request);
		const field = state.userFields.find((each) => each.id === id);
		if (field === undefined) throw recordNotFound();
		return field;
	};

	app.get('/user_fields', async (request) => {
		const { items, frame } = pageOf(request, state.userFields, {
			baseUrl: state.world.options.baseUrl,
			id: ({ id }: FieldDefinition) => id,
			sortBy: { position: ({ position }: FieldDefinition) => position },
		});
		return { user_fields: items.map(show), ...frame };
	});

	app.get('/user_fields/:id', async (request) => ({ user_field: show(find(request)) }));

	app.post('/user_fields', async (request, reply) => {
		const input = bodyOf(request, createBody).user_field;
		const field = createField(state, TYPES, input);
		if (!input.key?.trim()) throw problem('key', 'Key: cannot be blank', 'BlankValue');
		if (state.userFields.some(({ key }) => key === input.key)) throw problem('key', `Key: ${input.key} is already in use`, 'DuplicateValue');
		state.userFields.push(field);
		request.notes.summary = `user field ${input.key} created`;
		return await reply.code(201).send({ user_field: show(field) });
	});

	app.put('/user_fields/reorder', async (request) => {
		bodyOf(request, reorderBody).user_field_ids.forEach((id, position) => {
			const field = state.userFields.find((each) => each.id === id);
			if (field) field.position = position;
		});
		return {};
	});

	app.put('/user_fields/:id', async (request) => {
		const field = find(request);
		updateField(state, field, bodyOf(request, updateBody).user_field);
		return { user_field: show(field) };
	});

	app.delete('/user_fields/:id', async (request, reply) => {
		const field = find(request);
		state.userFields = state.userFields.filter((each) => each !== field);
		for (const user of state.users.values()) delete user.user_fields[field.key ?? ''];
		request.notes.summary = `user field ${field.key} deleted`;
		return await reply.code(204).send();
	});

	optionRoutes(app, state, 'user_fields', find);
}
