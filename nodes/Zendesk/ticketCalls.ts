import { path, objectBody, type Answer, type Call } from '../shared/transport/call';
import type { Attempt, Door } from '../shared/transport/door';
import { FailureError } from '../shared/transport/failure';
import { auditShape, ticketShape, type Audit, type Ticket } from './shapes';

/** Requests about tickets that several operations make. */
export const ticketCalls = {
	get: (id: number): Call => ({ method: 'GET', path: path`/api/v2/tickets/${id}` }),
	/** A direct look-up, not the search, whose index lags by minutes. */
	byExternalId: (externalId: string): Call => ({ method: 'GET', path: '/api/v2/tickets', query: { external_id: externalId } }),
	create: (ticket: object, idempotencyKey?: string): Call => ({
		method: 'POST',
		path: '/api/v2/tickets',
		body: { ticket },
		headers: idempotencyKey === undefined ? undefined : { 'Idempotency-Key': idempotencyKey },
	}),
	update: (id: number, ticket: object): Call => ({ method: 'PUT', path: path`/api/v2/tickets/${id}`, body: { ticket } }),
	audits: (id: number, after?: string): Call => ({
		method: 'GET',
		path: path`/api/v2/tickets/${id}/audits`,
		query: { 'page[size]': 100, sort: '-created_at', ...(after === undefined ? {} : { 'page[after]': after }) },
	}),
};

export const ticketIn = (answer: Answer): Ticket => ticketShape.parse(objectBody(answer).ticket);

export const ticketsIn = (answer: Answer): Ticket[] => ticketShape.array().parse(objectBody(answer).tickets ?? []);

export const auditsIn = (answer: Answer): Audit[] => auditShape.array().parse(objectBody(answer).audits ?? []);

/** The answer, or undefined where the failure is of the class given; any other failure ends the story. */
export async function unless(attempt: Promise<Attempt>, failureClass: string): Promise<Answer | undefined> {
	const result = await attempt;
	if (result.ok) return result.answer;
	if (result.failure.class === failureClass) return undefined;
	throw new FailureError(result.failure);
}

export async function findTicket(door: Door, id: number): Promise<Ticket | undefined> {
	const answer = await unless(door.attempt(ticketCalls.get(id), 'safe'), 'notFound');
	return answer && ticketIn(answer);
}

/** External ids are not unique in Zendesk: the one still open counts, else the newest. */
export async function findTicketByExternalId(door: Door, externalId: string): Promise<Ticket | undefined> {
	const found = ticketsIn(await door.send(ticketCalls.byExternalId(externalId), 'safe')).sort((a, b) => b.id - a.id);
	return found.find(({ status }) => status !== 'closed') ?? found[0];
}
