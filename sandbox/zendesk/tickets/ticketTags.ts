import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { changeTicket } from './changes';
import { bodyOf, integerId } from '../http';
import type { ZendeskState } from '../state';
import { API_VIA } from './ticketCreate';
import { checkStamp, paceTicketUpdate, refuseClosed } from './ticketUpdate';

const body = z.object({
	tags: z.array(z.string()),
	safe_update: z.unknown(),
	updated_stamp: z.string().optional(),
});

/** PUT adds, POST sets, DELETE removes. */
export function ticketTagRoutes(app: FastifyInstance, state: ZendeskState): void {
	const change = (request: FastifyRequest, reply: FastifyReply, next: (standing: string[], sent: string[]) => string[]) => {
		const ticket = state.ticket(integerId(request));
		const input = bodyOf(request, body);
		paceTicketUpdate(state, request, reply, ticket.id);
		refuseClosed(ticket);
		checkStamp(ticket, input);
		const tags = [...new Set(next(ticket.tags, input.tags))];
		changeTicket(state, { actor: request.actor, via: API_VIA }, ticket, { tags });
		request.notes.summary = `ticket ${ticket.id} has the tags ${tags.join(' ') || 'none'}`;
		return { tags: ticket.tags };
	};

	app.get('/tickets/:id/tags', async (request) => ({ tags: state.ticket(integerId(request)).tags }));

	app.put('/tickets/:id/tags', async (request, reply) => change(request, reply, (standing, sent) => [...standing, ...sent]));

	app.post('/tickets/:id/tags', async (request, reply) => {
		const answer = change(request, reply, (_standing, sent) => sent);
		return await reply.code(201).send(answer);
	});

	app.delete('/tickets/:id/tags', async (request, reply) =>
		change(request, reply, (standing, sent) => standing.filter((tag) => !sent.includes(tag))),
	);
}
