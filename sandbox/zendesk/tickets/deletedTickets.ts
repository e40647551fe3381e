import type { FastifyInstance, FastifyReply } from 'fastify';
import { recordNotFound } from '../errors';
import { integerId, iso, listOf, queryOf } from '../http';
import { jobAnswer } from '../jobs/present';
import { rowsOf } from '../jobs/rows';
import { takeNamed } from '../limits';
import { pageOf } from '../paging';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import { restoreTicket } from './ticketDelete';
import type { Ticket } from '../types';

const THIRTY_DAYS = 30 * 24 * 60 * 60_000;

/** The bin: list, restore, delete for good. */
export function deletedTicketRoutes(app: FastifyInstance, state: ZendeskState): void {
	const bin = () => [...state.tickets.values()].filter(({ deleted_at: at }) => at !== null && at > Date.now() - THIRTY_DAYS);
	const find = (id: number): Ticket => {
		const ticket = bin().find((each) => each.id === id);
		if (ticket === undefined) throw recordNotFound();
		return ticket;
	};
	const pace = (reply: FastifyReply) =>
		takeNamed(state.windows, { name: 'deleted-tickets', key: '', total: 10, perMs: 60_000, rule: RULES.deletedTickets }, reply);
	const erase = (reply: FastifyReply, ids: number[]) =>
		jobAnswer(state, reply, state.jobs.queue('Ticket Delete Permanently', ids.length, () =>
			rowsOf(ids, (id) => ({ id }), (id) => {
				find(id);
				for (const map of [state.tickets, state.audits]) map.delete(id);
				return { action: 'delete', success: true, status: 'Deleted' };
			}),
		));

	app.get('/deleted_tickets', async (request, reply) => {
		pace(reply);
		const { items, frame } = pageOf(request, bin(), {
			baseUrl: state.world.options.baseUrl,
			id: ({ id }: Ticket) => id,
			sortBy: { id: ({ id }: Ticket) => id, subject: ({ subject }) => subject ?? '', deleted_at: ({ deleted_at: at }) => at ?? 0 },
		});
		return {
			deleted_tickets: items.map((ticket) => ({ id: ticket.id, subject: ticket.subject, description: ticket.description, previous_state: ticket.status, deleted_at: iso(ticket.deleted_at ?? 0), actor: { id: -1, name: 'System' } })),
			...frame,
		};
	});

	app.put('/deleted_tickets/restore_many', async (request) => {
		for (const id of listOf(queryOf(request).ids).map(Number)) restoreTicket(state, find(id));
		return {};
	});

	app.put('/deleted_tickets/:id/restore', async (request) => {
		const ticket = find(integerId(request));
		restoreTicket(state, ticket);
		request.notes.summary = `ticket ${ticket.id} restored`;
		return {};
	});

	app.delete('/deleted_tickets/destroy_many', async (request, reply) => erase(reply, listOf(queryOf(request).ids).map(Number)));

	app.delete('/deleted_tickets/:id', async (request, reply) => erase(reply, [find(integerId(request)).id]));
}
