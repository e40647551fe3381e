import type { FastifyReply, FastifyRequest } from 'fastify';
import { changeTicket } from './changes';
import { newComment, roomForComment } from './comments';
import { recordInvalid, ZendeskError } from '../errors';
import { decidedBy, iso } from '../http';
import { takeNamed } from '../limits';
import { resolveRequester } from './requester';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import { API_VIA } from './ticketCreate';
import { fieldsFrom, type TicketInput } from './ticketInput';
import type { Audit, NewComment, Ticket } from '../types';
import { customerOf } from '../users/users';

/** 422 under `details.status`, not `base`. */
export function refuseClosed(ticket: Ticket): void {
	if (ticket.status !== 'closed') return;
	throw recordInvalid({ status: [{ description: 'Status: closed prevents ticket update' }] }, RULES.closed);
}

/** Stamps are whole seconds: a change within the same second as the read goes unseen, as at Zendesk. */
export function checkStamp(ticket: Ticket, input: { safe_update?: unknown; updated_stamp?: string }): void {
	if (input.updated_stamp === undefined || input.safe_update === undefined) return;
	const stamp = Date.parse(input.updated_stamp);
	if (!Number.isNaN(stamp) && iso(stamp) === iso(ticket.updated_at)) return;
	throw new ZendeskError(
		409,
		{
			error: 'UpdateConflict',
			description: 'Safe Update prevented the update due to outdated ticket data. Please fetch the latest ticket data and try again.',
		},
		RULES.safeUpdate,
	);
}

/** Both limits of ticket updates, with their headers. */
export function paceTicketUpdate(state: ZendeskState, request: FastifyRequest, reply: FastifyReply, ticketId: number): void {
	const { updatesPerMinute, updatesPerTicketPer10Min } = state.limits;
	takeNamed(
		state.windows,
		{ name: 'tickets-update', key: '', total: updatesPerMinute, perMs: 60_000, rule: RULES.updatesLimit, header: true },
		reply,
	);
	takeNamed(
		state.windows,
		{
			name: 'ticket-update-by-user',
			key: `${ticketId} ${request.actor.id}`,
			total: updatesPerTicketPer10Min,
			perMs: 600_000,
			rule: RULES.ticketUpdateLimit,
		},
		reply,
	);
}

function commentOf(state: ZendeskState, request: FastifyRequest, ticket: Ticket, input: TicketInput): NewComment | undefined {
	if (input.comment === undefined) return undefined;
	roomForComment(state, ticket.id);
	const comment = newComment(state, request, input.comment, { public: ticket.public_by_default, author_id: request.actor.id });
	if (comment === undefined) decidedBy(request, RULES.blankComment);
	return comment;
}

/** `PUT /tickets/{id}`. */
export function updateTicket(
	state: ZendeskState,
	request: FastifyRequest,
	reply: FastifyReply,
	ticket: Ticket,
	input: TicketInput,
): Audit {
	paceTicketUpdate(state, request, reply, ticket.id);
	return applyUpdate(state, request, ticket, input);
}

/** An update by the API, whatever brought it and at whatever pace. */
export function applyUpdate(state: ZendeskState, request: FastifyRequest, ticket: Ticket, input: TicketInput): Audit {
	refuseClosed(ticket);
	checkStamp(ticket, input);
	const fields = fieldsFrom(state, input, ticket.custom_fields);
	const comment = commentOf(state, request, ticket, input);
	if (input.requester_id || input.requester) fields.requester_id = resolveRequester(state, request, input).id;
	const author = comment && state.users.get(comment.author_id);
	if (author?.role === 'end-user' && input.status === undefined && ['pending', 'hold', 'solved'].includes(ticket.status)) {
		state.note(`ticket ${ticket.id} stays ${ticket.status} although ${author.name} wrote`, RULES.customerStatus);
	}
	const audit = changeTicket(state, { actor: request.actor, via: API_VIA, custom: input.metadata }, ticket, fields, comment);
	request.notes.summary = author
		? `${comment?.public ? 'comment' : 'internal note'} on ticket ${ticket.id} by ${author.name}`
		: `ticket ${ticket.id} changed`;
	if (input.status !== undefined) request.notes.summary += `, status ${input.status}`;
	request.notes.customer = customerOf(state.user(ticket.requester_id));
	return audit;
}
