import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { invalidAttribute, ZendeskError } from '../errors';
import { bodyOf, decidedBy, listOf, queryOf } from '../http';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import { createTicket } from '../tickets/ticketCreate';
import { deleteTicket } from '../tickets/ticketDelete';
import { ticketInput, type TicketInput } from '../tickets/ticketInput';
import { applyUpdate } from '../tickets/ticketUpdate';
import { jobAnswer } from './present';
import { checkSize, rowsOf } from './rows';

const createBody = z.object({ tickets: z.array(ticketInput) });

const updateBody = z.object({
	ticket: ticketInput.optional(),
	tickets: z.array(ticketInput.extend({ id: z.coerce.number().int() })).optional(),
});

interface Update {
	id: number;
	input: TicketInput;
	/** How often the ticket had been updated when the call came: unlike its `updated_at` this stays the same while the world is aged. */
	audits: number;
}

const auditsOf = (state: ZendeskState, id: number): number => state.audits.get(id)?.length ?? 0;

/** One ticket of an update_many: safe always, tags added and taken away. */
function updateOne(state: ZendeskState, request: FastifyRequest, { id, input, audits }: Update): void {
	const ticket = state.ticket(id);
	if (auditsOf(state, id) !== audits) {
		throw new ZendeskError(409, { error: 'UpdateConflict', description: 'Safe Update prevented the update due to outdated ticket data.' }, RULES.bulkSafe);
	}
	const { additional_tags: more, remove_tags: less, ...rest } = input;
	const tags = more === undefined && less === undefined
		? rest.tags
		: [...new Set([...(rest.tags ?? ticket.tags), ...(more ?? [])])].filter((tag) => !less?.includes(tag));
	applyUpdate(state, request, ticket, { ...rest, tags });
}

function updatesOf(request: FastifyRequest): Array<{ id: number; input: TicketInput }> {
	const { ticket, tickets } = bodyOf(request, updateBody);
	const ids = listOf(queryOf(request).ids).map(Number);
	if (ids.length > 0 && ticket !== undefined) return ids.map((id) => ({ id, input: ticket }));
	if (tickets !== undefined) return tickets.map(({ id, ...input }) => ({ id, input }));
	throw invalidAttribute('ids', 'must name tickets beside a ticket, or the body must hold tickets', RULES.badShape);
}

/** Many tickets in one call, each of which becomes a row of the job. */
export function ticketBulkRoutes(app: FastifyInstance, state: ZendeskState): void {
	app.post('/tickets/create_many', async (request, reply) => {
		const { tickets } = bodyOf(request, createBody);
		checkSize('tickets', tickets.length);
		const job = state.jobs.queue('Bulk Create Ticket', tickets.length, () =>
			rowsOf(tickets, (_ticket, index) => ({ index }), (input) => ({ id: createTicket(state, request, input).ticket.id, success: true })),
		);
		decidedBy(request, RULES.jobQueued);
		request.notes.summary = `job: ${tickets.length} tickets to create`;
		return jobAnswer(state, reply, job);
	});

	app.put('/tickets/update_many', async (request, reply) => {
		const updates: Update[] = updatesOf(request).map((update) => ({ ...update, audits: auditsOf(state, update.id) }));
		checkSize('tickets', updates.length);
		const job = state.jobs.queue('Bulk Update Ticket', updates.length, () =>
			rowsOf(updates, ({ id }) => ({ id }), (update) => {
				updateOne(state, request, update);
				return { action: 'update', success: true, status: 'Updated' };
			}),
		);
		decidedBy(request, updates.some(({ input }) => input.additional_tags ?? input.remove_tags) ? RULES.bulkTags : RULES.bulkSafe);
		request.notes.summary = `job: ${updates.length} tickets to update`;
		return jobAnswer(state, reply, job);
	});

	app.delete('/tickets/destroy_many', async (request, reply) => {
		const ids = listOf(queryOf(request).ids).map(Number);
		checkSize('ids', ids.length);
		const job = state.jobs.queue('Bulk Delete Ticket', ids.length, () =>
			rowsOf(ids, (id) => ({ id }), (id) => {
				deleteTicket(state, state.ticket(id));
				return { action: 'delete', success: true, status: 'Deleted' };
			}),
		);
		decidedBy(request, RULES.jobQueued);
		return jobAnswer(state, reply, job);
	});
}
