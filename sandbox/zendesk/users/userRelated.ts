import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { invalidAttribute } from '../errors';
import { bodyOf, integerId, queryOf } from '../http';
import { pageOf } from '../paging';
import { presentTicket, presentUser } from '../present';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import { ticketPaging } from '../tickets/ticketPaging';
import { indexUser } from './userIndex';
import { userPaging } from './users';

const tagsBody = z.object({ tags: z.array(z.string()) });

/** What hangs on a user: numbers, tickets, tags; and the list that a name field completes from. */
export function userRelatedRoutes(app: FastifyInstance, state: ZendeskState): void {
	app.get('/users/autocomplete', async (request) => {
		const { name = '' } = queryOf(request);
		if (name.trim().length < 2) throw invalidAttribute('name', 'must be at least 2 characters', RULES.autocompleteShort);
		const users = state.liveUsers().filter((user) => user.name.toLowerCase().split(' ').some((word) => word.startsWith(name.toLowerCase())) || user.name.toLowerCase().startsWith(name.toLowerCase()));
		const { items, frame } = pageOf(request, users, userPaging(state));
		return { users: items.map((user) => presentUser(state, user)), ...frame };
	});

	app.get('/users/:id/related', async (request) => {
		const { id } = state.user(integerId(request));
		const tickets = state.liveTickets();
		return {
			user_related: {
				assigned_tickets: tickets.filter((ticket) => ticket.assignee_id === id).length,
				requested_tickets: tickets.filter((ticket) => ticket.requester_id === id).length,
				ccd_tickets: 0,
				followed_tickets: 0,
				organization_subscriptions: 0,
			},
		};
	});

	app.get('/users/:id/tickets/assigned', async (request) => {
		const { id } = state.user(integerId(request));
		const { items, frame } = pageOf(request, state.liveTickets().filter((ticket) => ticket.assignee_id === id), ticketPaging(state));
		return { tickets: items.map((ticket) => presentTicket(state, ticket)), ...frame };
	});

	app.get('/users/:id/tags', async (request) => ({ tags: state.user(integerId(request)).tags }));

	const tags = (request: FastifyRequest, next: (standing: string[], sent: string[]) => string[]) => {
		const user = state.user(integerId(request));
		user.tags = [...new Set(next(user.tags, bodyOf(request, tagsBody).tags))];
		user.updated_at = Date.now();
		indexUser(state, user);
		return { tags: user.tags };
	};
	app.put('/users/:id/tags', async (request) => tags(request, (standing, sent) => [...standing, ...sent]));
	app.post('/users/:id/tags', async (request, reply: FastifyReply) => await reply.code(201).send(tags(request, (_standing, sent) => sent)));
	app.delete('/users/:id/tags', async (request) => tags(request, (standing, sent) => standing.filter((tag) => !sent.includes(tag))));
}
