import type { FastifyInstance, FastifyRequest } from 'fastify';
import { openTicket } from './changes';
import { recordNotFound } from '../errors';
import { decidedBy, integerId, iso, listOf, queryOf } from '../http';
import { pageOf } from '../paging';
import { presentTicket } from '../present';
import { toRichText, wrapComment } from './richText';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import { blankTicket } from './ticketCreate';
import type { SuspendedTicket, Ticket } from '../types';
import { createUser, findByIdentity } from '../users/userWrite';

/** What waits for a look: list, show, recover, delete. Recovering makes an ordinary ticket of it. */
export function suspendedTicketRoutes(app: FastifyInstance, state: ZendeskState): void {
	const show = (ticket: SuspendedTicket) => ({
		url: `${state.apiUrl}/suspended_tickets/${ticket.id}.json`,
		...ticket,
		via: { channel: 'email', source: { from: {}, to: {}, rel: null } },
		ticket_id: null,
		created_at: iso(ticket.created_at),
		updated_at: iso(ticket.updated_at),
	});
	const find = (id: number): SuspendedTicket => {
		const ticket = state.suspendedTickets.get(id);
		if (ticket === undefined) throw recordNotFound();
		return ticket;
	};
	const recover = (request: FastifyRequest, suspended: SuspendedTicket): Ticket => {
		const { name, email } = suspended.author;
		const requester = findByIdentity(state, 'email', email) ?? createUser(state, { name, email });
		const via = { channel: 'email' as const, source: { from: {}, to: {}, rel: null } };
		const fields = { ...blankTicket(state, requester), subject: suspended.subject, via };
		const text = suspended.content;
		const comment = { author_id: requester.id, public: true, body: text, html_body: wrapComment(toRichText(text)), attachments: [] };
		state.suspendedTickets.delete(suspended.id);
		decidedBy(request, RULES.suspendedTicket);
		return openTicket(state, { actor: requester, via }, fields, comment).ticket;
	};
	const ids = (request: FastifyRequest) => listOf(queryOf(request).ids).map(Number);

	app.get('/suspended_tickets', async (request) => {
		const { items, frame } = pageOf(request, [...state.suspendedTickets.values()], {
			baseUrl: state.world.options.baseUrl,
			id: ({ id }: SuspendedTicket) => id,
			sortBy: { id: ({ id }: SuspendedTicket) => id, created_at: ({ created_at: at }) => at },
		});
		return { suspended_tickets: items.map(show), ...frame };
	});

	app.get('/suspended_tickets/:id', async (request) => ({ suspended_ticket: show(find(integerId(request))) }));

	app.put('/suspended_tickets/recover_many', async (request) => ({
		tickets: ids(request).map((id) => presentTicket(state, recover(request, find(id)))),
	}));

	app.put('/suspended_tickets/:id/recover', async (request) => ({ ticket: [presentTicket(state, recover(request, find(integerId(request))))] }));

	app.delete('/suspended_tickets/destroy_many', async (request, reply) => {
		for (const id of ids(request)) state.suspendedTickets.delete(id);
		return await reply.code(204).send();
	});

	app.delete('/suspended_tickets/:id', async (request, reply) => {
		state.suspendedTickets.delete(find(integerId(request)).id);
		return await reply.code(204).send();
	});
}
