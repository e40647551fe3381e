import type { FastifyInstance } from 'fastify';
import { invalidAttribute } from '../errors';
import { bodyOf, decidedBy, integerId, listOf, queryOf } from '../http';
import { onceByKey } from '../idempotency';
import { jobAnswer } from '../jobs/present';
import { rowsOf } from '../jobs/rows';
import { takeNamed } from '../limits';
import { paceDeepList } from '../search/deepList';
import { pageOf } from '../paging';
import { presentAudit, presentTicket, sideLoadedUsers } from '../present';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import { createTicket } from './ticketCreate';
import { deleteTicket } from './ticketDelete';
import { ticketBody } from './ticketInput';
import { ticketPaging } from './ticketPaging';
import { updateTicket } from './ticketUpdate';
import type { Ticket } from '../types';

export function ticketRoutes(app: FastifyInstance, state: ZendeskState): void {
	const show = (ticket: Ticket) => presentTicket(state, ticket);
	const usersOf = (tickets: Ticket[]) =>
		sideLoadedUsers(state, tickets.flatMap((ticket) => [ticket.requester_id, ticket.submitter_id, ticket.assignee_id]));

	app.get('/tickets', async (request, reply) => {
		const { external_id: externalId } = queryOf(request);
		const tickets = state.liveTickets().filter((ticket) => externalId === undefined || ticket.external_id === externalId);
		if (externalId !== undefined) decidedBy(request, RULES.externalIdLookup);
		paceDeepList(state, request, reply);
		const { items, frame } = pageOf(request, tickets, ticketPaging(state));
		return { tickets: items.map(show), ...frame };
	});

	app.get('/tickets/count', async () => ({
		count: { value: state.liveTickets().length, refreshed_at: new Date().toISOString() },
	}));

	app.get('/tickets/show_many', async (request) => {
		const ids = listOf(queryOf(request).ids).map(Number);
		if (ids.length > 100) throw invalidAttribute('ids', 'must be at most 100', RULES.badShape);
		const tickets = state.liveTickets().filter(({ id }) => ids.includes(id));
		return { tickets: tickets.map(show), next_page: null, previous_page: null, count: tickets.length };
	});

	app.get('/tickets/:id', async (request) => {
		const ticket = state.ticket(integerId(request));
		const include = queryOf(request).include ?? '';
		return {
			ticket: { ...show(ticket), ...(include.includes('comment_count') ? { comment_count: state.comments(ticket.id).length } : {}) },
			...(include.includes('users') ? { users: usersOf([ticket]) } : {}),
		};
	});

	app.post('/tickets', async (request, reply) => {
		const body = bodyOf(request, ticketBody);
		if (queryOf(request).async === 'true') {
			const queued = onceByKey(state.idempotency, request, reply, body, () => {
				const job = state.jobs.queue('Create Ticket', 1, () =>
					rowsOf([body.ticket], (_input, index) => ({ index }), (input) => ({ id: createTicket(state, request, input).ticket.id, success: true })),
				);
				return jobAnswer(state, reply, job);
			});
			decidedBy(request, RULES.asyncCreate);
			return await reply.code(202).send(queued);
		}
		const answer = onceByKey(state.idempotency, request, reply, body, () => createTicket(state, request, body.ticket));
		return await reply.code(201).send(answer);
	});

	app.put('/tickets/:id', async (request, reply) => {
		const ticket = state.ticket(integerId(request));
		const audit = updateTicket(state, request, reply, ticket, bodyOf(request, ticketBody).ticket);
		return { ticket: show(ticket), audit: presentAudit(state, audit) };
	});

	app.delete('/tickets/:id', async (request, reply) => {
		const ticket = state.ticket(integerId(request));
		takeNamed(state.windows, { name: 'tickets-delete', key: '', total: 400, perMs: 60_000, rule: RULES.deleteLimit }, reply);
		deleteTicket(state, ticket);
		request.notes.summary = `ticket ${ticket.id} deleted`;
		return await reply.code(204).send();
	});
}
