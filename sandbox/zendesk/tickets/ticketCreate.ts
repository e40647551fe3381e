import type { FastifyRequest } from 'fastify';
import { openTicket, type NewTicket } from './changes';
import { newComment } from './comments';
import { recordInvalid } from '../errors';
import { decidedBy } from '../http';
import { presentAudit, presentTicket } from '../present';
import { resolveRequester, standingUser } from './requester';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import { fieldsFrom, type TicketInput } from './ticketInput';
import type { Ticket, User, Via } from '../types';
import { customerOf } from '../users/users';

/** How an API write shows in REST. */
export const API_VIA: Via = { channel: 'api', source: { from: {}, to: {}, rel: null } };

/** What a ticket is before anything is said about it. */
export const blankTicket = (state: ZendeskState, requester: User): NewTicket => ({
	subject: null,
	status: 'new',
	priority: null,
	type: null,
	external_id: null,
	tags: [],
	requester_id: requester.id,
	submitter_id: requester.id,
	assignee_id: null,
	group_id: state.groups[0].id,
	organization_id: requester.organization_id,
	brand_id: state.brands[0].id,
	ticket_form_id: state.ticketForms[0].id,
	problem_id: null,
	due_at: null,
	custom_fields: [],
	via: API_VIA,
});

/** The closed ticket that is continued; one that is not closed has no effect. */
function followUpSource(state: ZendeskState, request: FastifyRequest, input: TicketInput): Ticket | undefined {
	if (!input.via_followup_source_id) return undefined;
	const source = state.tickets.get(input.via_followup_source_id);
	const closed = source !== undefined && source.deleted_at === null && source.status === 'closed';
	decidedBy(request, closed ? RULES.followUp : RULES.followUpIgnored);
	return closed ? source : undefined;
}

/** `POST /tickets`, without the idempotency around it. */
export function createTicket(state: ZendeskState, request: FastifyRequest, input: TicketInput) {
	const { actor } = request;
	const submitter = input.submitter_id ? standingUser(state, input.submitter_id, 'Submitter') : actor;
	const fields = fieldsFrom(state, input);
	const comment = newComment(state, request, input.comment ?? { body: input.description }, { public: true, author_id: submitter.id });
	if (comment === undefined) {
		throw recordInvalid({ base: [{ description: 'Description: cannot be blank', error: 'BlankValue' }] }, RULES.blankDescription);
	}
	const requester = resolveRequester(state, request, input);
	const source = followUpSource(state, request, input);
	const via: Via = source
		? { channel: 'api', source: { from: { ticket_id: source.id, subject: source.subject }, to: {}, rel: 'follow_up' } }
		: API_VIA;
	const { ticket, audit } = openTicket(
		state,
		{ actor, via, custom: input.metadata },
		{
			...blankTicket(state, requester),
			tags: source?.tags ?? [],
			...fields,
			requester_id: requester.id,
			submitter_id: submitter.id,
			via,
		},
		comment,
	);
	if (source) source.followup_ids = [...source.followup_ids, ticket.id];
	request.notes.summary = `ticket ${ticket.id} opened for ${requester.name}${source ? ` as a follow-up of ${source.id}` : ''}`;
	request.notes.customer = customerOf(requester);
	return { ticket: presentTicket(state, ticket), audit: presentAudit(state, audit) };
}
