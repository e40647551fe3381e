import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { recordInvalid, recordNotFound } from './errors';
import { bodyOf, integerId } from './http';
import { pageOf } from './paging';
import { presentField } from './present';
import { RULES } from './rules';
import type { ZendeskState } from './state';
import type { FieldDefinition } from './types';

const TYPES = ['text', 'textarea', 'checkbox', 'date', 'integer', 'decimal', 'regexp', 'dropdown', 'lookup', 'multiselect'];

const body = z.object({
	user_field: z.object({
		type: z.string().default('text'),
		title: z.string().optional(),
		key: z.string().optional(),
		description: z.string().optional(),
		position: z.number().int().optional(),
		active: z.boolean().optional(),
		regexp_for_validation: z.string().nullish(),
	}),
});

const problem = (field: string, description: string, error: string) =>
	recordInvalid({ [field]: [{ description, error }] }, field === 'key' ? RULES.keyImmutable : RULES.invalidValue);

export function userFieldRoutes(app: FastifyInstance, state: ZendeskState): void {
	const show = (field: FieldDefinition) => presentField(state, 'user_fields', field);

	app.get('/user_fields', async (request) => {
		const { items, frame } = pageOf(request, state.userFields, {
			baseUrl: state.world.options.baseUrl,
			id: ({ id }: FieldDefinition) => id,
			sortBy: { position: ({ position }: FieldDefinition) => position },
		});
		return { user_fields: items.map(show), ...frame };
	});

	app.get('/user_fields/:id', async (request) => {
		const field = state.userFields.find(({ id }) => id === integerId(request));
		if (field === undefined) throw recordNotFound();
		return { user_field: show(field) };
	});

	app.post('/user_fields', async (request, reply) => {
		const input = bodyOf(request, body).user_field;
		if (!TYPES.includes(input.type)) throw problem('type', `Type: ${input.type} is not valid`, 'InvalidValue');
		if (!input.title?.trim()) throw problem('title', 'Title: cannot be blank', 'BlankValue');
		if (!input.key?.trim()) throw problem('key', 'Key: cannot be blank', 'BlankValue');
		if (state.userFields.some(({ key }) => key === input.key)) throw problem('key', `Key: ${input.key} is already in use`, 'DuplicateValue');
		const now = Date.now();
		const field: FieldDefinition = {
			id: state.nextId(),
			type: input.type,
			key: input.key,
			title: input.title,
			description: input.description ?? '',
			position: input.position ?? 9999,
			active: input.active ?? true,
			system: false,
			regexp_for_validation: input.regexp_for_validation ?? null,
			created_at: now,
			updated_at: now,
		};
		state.userFields.push(field);
		request.notes.summary = `user field ${input.key} created`;
		return await reply.code(201).send({ user_field: show(field) });
	});
}
