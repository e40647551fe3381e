import type { FastifyInstance } from 'fastify';
import type { AgentStatus, EmailTicket } from '../../control/types';
import { changeTicket, openTicket } from '../tickets/changes';
import type { AgentReplyWithFiles } from './controlTypes';
import { ZendeskError } from '../errors';
import { deskFiles, inlineHtml } from '../files/desk';
import { collapseNewlines, toPlainText, toRichText, wrapComment } from '../tickets/richText';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import { blankTicket } from '../tickets/ticketCreate';
import type { Act, NewComment, Ticket, TicketFields, User, Via } from '../types';
import { customerOf } from '../users/users';

const DESK: Via = { channel: 'web', source: { from: {}, to: {}, rel: null } };

const refuse = (status: number, description: string): ZendeskError =>
	new ZendeskError(status, { error: description }, { text: description, certainty: 'sandbox' });

const agentOf = (state: ZendeskState): User => [...state.users.values()].filter(({ role }) => role === 'agent')[0];

function openFor(state: ZendeskState, id: string): Ticket {
	const ticket = state.tickets.get(Number(id));
	if (ticket === undefined || ticket.deleted_at !== null) throw refuse(404, `no ticket ${id}`);
	if (ticket.status === 'closed') throw refuse(409, `ticket ${id} is closed: the desk offers only a follow-up`);
	return ticket;
}

function log(state: ZendeskState, ticket: Ticket, summary: string): void {
	const requester = state.users.get(ticket.requester_id);
	state.world.events.add({ vendor: 'zendesk', kind: 'agent', summary, customer: requester && customerOf(requester) });
}

function typed(state: ZendeskState, reply: AgentReplyWithFiles, agent: User): NewComment {
	const { text, html } = reply;
	if ((text === undefined) === (html === undefined)) throw refuse(400, 'exactly one of text and html');
	const files = deskFiles(state, reply.files ?? []);
	if (files === undefined) throw refuse(400, 'a file has a fileName and exactly one of text and base64');
	const rich = (html === undefined ? toRichText(text ?? '') : collapseNewlines(html)) + inlineHtml(state, files);
	const body = toPlainText(rich);
	if (body.trim() === '' && files.length === 0) throw refuse(400, 'the reply is empty');
	return { author_id: agent.id, public: reply.public ?? true, body, html_body: wrapComment(rich), attachments: files.map(({ id }) => id) };
}

/** Who takes a ticket on replies to it: the desk assigns a ticket of nobody to the agent, and new becomes open. */
function taken(ticket: Ticket, agent: User, status?: TicketFields['status']): Partial<TicketFields> {
	return {
		...(ticket.assignee_id === null ? { assignee_id: agent.id } : {}),
		...(status !== undefined ? { status } : ticket.status === 'new' ? { status: 'open' as const } : {}),
	};
}

/** What a person does in Zendesk's agent desk, never through its API. */
export function agentDeskControl(app: FastifyInstance, state: ZendeskState): void {
	app.post<{ Params: { ticketId: string }; Body: AgentReplyWithFiles }>('/_sandbox/agent/:ticketId/replies', async (request, reply) => {
		const ticket = openFor(state, request.params.ticketId);
		const agent = agentOf(state);
		const comment = typed(state, request.body ?? {}, agent);
		const what = comment.public ? 'answers' : 'notes';
		log(state, ticket, `${agent.name} ${what} on ticket ${ticket.id}: ${comment.body}`);
		const audit = changeTicket(state, { actor: agent, via: DESK }, ticket, taken(ticket, agent, request.body.status), comment);
		const kept = audit.events.find(({ type }) => type === 'Comment');
		return await reply.code(201).send({ commentId: String(kept?.id) });
	});

	app.post<{ Params: { ticketId: string }; Body: AgentStatus }>('/_sandbox/agent/:ticketId/status', async (request) => {
		const ticket = openFor(state, request.params.ticketId);
		const status = (['open', 'pending', 'hold', 'solved', 'closed'] as const).find((each) => each === request.body?.status);
		if (status === undefined) throw refuse(400, 'status: open, pending, hold, solved or closed');
		const agent = agentOf(state);
		if (status === 'closed') {
			close(state, ticket);
		} else {
			log(state, ticket, `${agent.name} sets ticket ${ticket.id} to ${status}`);
			changeTicket(state, { actor: agent, via: DESK }, ticket, taken(ticket, agent, status));
		}
		return { ticketId: ticket.id, status: ticket.status };
	});

	app.post<{ Body: EmailTicket }>('/_sandbox/agent/email-tickets', async (request, reply) => {
		const { requesterId, subject, text } = request.body ?? {};
		const requester = state.users.get(requesterId);
		if (requester === undefined || !text?.trim()) throw refuse(400, 'requesterId of a user, subject and text');
		const act: Act = { actor: requester, via: { channel: 'email', source: { from: {}, to: {}, rel: null } } };
		const { ticket } = openTicket(
			state,
			act,
			{ ...blankTicket(state, requester), subject, via: act.via },
			{ author_id: requester.id, public: true, body: text, html_body: wrapComment(toRichText(text)), attachments: [] },
		);
		log(state, ticket, `ticket ${ticket.id} came by e-mail from ${requester.name}`);
		return await reply.code(201).send({ ticketId: ticket.id });
	});
}

const FOUR_DAYS = 4 * 24 * 60 * 60_000;

function close(state: ZendeskState, ticket: Ticket): void {
	const automation: Via = { channel: 'rule', source: { from: { title: 'Close ticket 4 days after status is set to solved' }, to: {}, rel: 'automation' } };
	changeTicket(state, { actor: { ...agentOf(state), id: -1 }, via: automation }, ticket, { status: 'closed' });
	state.note(`ticket ${ticket.id} is closed by the automation`, RULES.autoClose);
}

/** The automation that closes what has been solved for 4 days; runs whenever the world ages. */
export function closeSolved(state: ZendeskState): void {
	for (const ticket of state.liveTickets()) {
		if (ticket.status === 'solved' && ticket.solved_at !== null && ticket.solved_at <= Date.now() - FOUR_DAYS) close(state, ticket);
	}
}
