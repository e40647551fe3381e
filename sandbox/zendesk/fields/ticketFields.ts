import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordInvalid, recordNotFound } from '../errors';
import { bodyOf, integerId } from '../http';
import { pageOf } from '../paging';
import { presentField } from '../present';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import type { FieldDefinition } from '../types';
import { optionRoutes } from './options';
import { createField, fieldChange, fieldInput, updateField } from './write';

const TYPES = ['text', 'textarea', 'checkbox', 'date', 'integer', 'decimal', 'regexp', 'partialcreditcard', 'multiselect', 'tagger', 'lookup'];

const createBody = z.object({ ticket_field: fieldInput });
const updateBody = z.object({ ticket_field: fieldChange });

export function ticketFieldRoutes(app: FastifyInstance, state: ZendeskState): void {
	const show = (field: FieldDefinition) => presentField(state, 'ticket_fields', field);
	const find = (request: FastifyRequest): FieldDefinition => {
		const id = integerId(request);
		const field = state.ticketFields.find((each) => each.id === id);
		if (field === undefined) throw recordNotFound();
		return field;
	};

	app.get('/ticket_fields', async (request) => {
		const { items, frame } = pageOf(request, state.ticketFields, {
			baseUrl: state.world.options.baseUrl,
			id: ({ id }: FieldDefinition) => id,
			sortBy: { id: ({ id }: FieldDefinition) => id },
		});
		return { ticket_fields: items.map(show), ...frame };
	});

	app.get('/ticket_fields/count', async () => ({ count: { value: state.ticketFields.length, refreshed_at: new Date().toISOString() } }));

	app.get('/ticket_fields/:id', async (request) => ({ ticket_field: show(find(request)) }));

	app.post('/ticket_fields', async (request, reply) => {
		const field = createField(state, TYPES, bodyOf(request, createBody).ticket_field);
		state.ticketFields.push(field);
		request.notes.summary = `ticket field "${field.title}" created`;
		return await reply.code(201).send({ ticket_field: show(field) });
	});

	app.put('/ticket_fields/:id', async (request) => {
		const field = find(request);
		updateField(state, field, bodyOf(request, updateBody).ticket_field);
		return { ticket_field: show(field) };
	});

	app.delete('/ticket_fields/:id', async (request, reply) => {
		const field = find(request);
		if (field.system) throw recordInvalid({ base: [{ description: `${field.title}: is a system field and cannot be deleted` }] }, RULES.systemField);
		state.ticketFields = state.ticketFields.filter((each) => each !== field);
		for (const ticket of state.tickets.values()) ticket.custom_fields = ticket.custom_fields.filter(({ id }) => id !== field.id);
		return await reply.code(204).send();
	});

	optionRoutes(app, state, 'ticket_fields', find);
}
