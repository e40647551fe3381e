import type { IDataObject } from 'n8n-workflow';
import { field, storyOperation, type InputOf } from '../../../shared/operation';
import { z } from '../../../shared/schema';
import { objectBody } from '../../../shared/transport/call';
import type { Door } from '../../../shared/transport/door';
import { FailureError } from '../../../shared/transport/failure';
import { findConversation } from '../../conversation/findConversation';
import { planAdoption, type OpenTicket, type Verdict } from '../../integration/adoption';
import { nameRequester } from '../../integration/nameRequester';
import { safelyUpdated } from '../../safeUpdate';
import { userShape, type User } from '../../shapes';
import { exportSearch } from '../../ticketSearch';

const fields = {
	channel: field.requiredId({ displayName: 'Channel', description: 'First part of the external ID that the tickets get', initial: 'sms' }),
	query: field.optionalText({ displayName: 'Only Tickets That Match', description: 'Further words of Zendesk\'s search syntax, for instance subject:"Action Needed"' }),
	onlyApi: field.toggle({ displayName: 'Only Tickets From the API', description: 'Whether tickets that came another way stay out: Braze\'s guide makes them through the API, and an answer to an e-mail must not go out as an SMS', initial: true }),
	dryRun: field.toggle({ displayName: 'Dry Run', description: 'Whether no ticket is changed and the items only say what would be', initial: true }),
};

type Input = InputOf<typeof fields>;

const ticketShape = z
	.object({
		id: z.number(),
		status: z.string(),
		external_id: z.string().nullish(),
		requester_id: z.number(),
		updated_at: z.string(),
		via: z.object({ channel: z.string().nullish() }).passthrough().nullish(),
	})
	.passthrough();

/** Zendesk shows 100 users a call. */
const USERS_A_CALL = 100;

async function usersOf(door: Door, tickets: OpenTicket[]): Promise<Map<number, User>> {
	const ids = [...new Set(tickets.map(({ requester_id: id }) => id))];
	const users = new Map<number, User>();
	for (let at = 0; at < ids.length; at += USERS_A_CALL) {
		const answer = await door.send({ method: 'GET', path: '/api/v2/users/show_many', query: { ids: ids.slice(at, at + USERS_A_CALL).join(',') } }, 'safe');
		for (const user of userShape.array().parse(objectBody(answer).users ?? [])) users.set(user.id, user);
	}
	return users;
}

const row = ({ id, status, external_id: externalId }: OpenTicket, action: string, more: IDataObject): IDataObject => ({ ticketId: String(id), status, action, externalId: externalId ?? null, ...more });

/** What Braze's profile must say, as a boolean: the guide's hand-made set-up wrote a text. */
const profile = (brazeId: string, ticketId: number): IDataObject => ({ external_id: brazeId, attributes: { zendesk_ticket: String(ticketId), zendesk_ticket_open: true } });

type Ours = Exclude<Verdict, { action: 'skip' }>;

async function adopt(door: Door, verdict: Ours, { channel, dryRun }: Input): Promise<IDataObject> {
	const { ticket, brazeId, customer } = verdict;
	const known = await findConversation(door, { channel, customer, requesterId: ticket.requester_id, whenSolved: 'reopen' });
	if (known.ticket !== undefined) return row(ticket, 'skipped', { why: `the customer's conversation is on ticket ${known.ticket.id}` });
	const told = { externalId: known.nextExternalId, profile: profile(brazeId, ticket.id) };
	if (dryRun) return row(ticket, 'wouldAdopt', told);
	// The requester first: a second run finds the ticket adopted, and a requester who was not named would stay so.
	const named = await nameRequester(door, verdict);
	await safelyUpdated(door, ticket.id, { external_id: known.nextExternalId }, ticket.updated_at);
	return row(ticket, 'adopted', { ...told, ...named });
}

async function again(door: Door, verdict: Ours, { dryRun }: Input): Promise<IDataObject> {
	const { ticket, brazeId } = verdict;
	return row(ticket, 'already', { profile: profile(brazeId, ticket.id), ...(dryRun ? {} : await nameRequester(door, verdict)) });
}

async function carryOut(door: Door, verdict: Verdict, input: Input): Promise<IDataObject> {
	if (verdict.action === 'skip') return row(verdict.ticket, 'skipped', { why: verdict.why });
	try {
		return await (verdict.action === 'already' ? again : adopt)(door, verdict, input);
	} catch (error) {
		// One ticket that was closed meanwhile must not hide what became of the others.
		if (error instanceof FailureError) return row(verdict.ticket, 'failed', { failure: { ...error.failure } });
		return await Promise.reject(error);
	}
}

/** Conversations that the hand-made set-up began, handed over to the bridge: ticket and requester get their external IDs, each customer one ticket. */
export const adoptOpenTickets = storyOperation({
	name: 'Adopt Open Tickets',
	action: 'Adopt open tickets into the integration',
	description: 'Give open tickets of customers with a braze_external_id, and their requesters, the external ID by which the bridge finds them; every item says what became of a ticket and, under "profile", what Braze must know',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/ticket-management/search/#export-search-results',
	calls: ['GET /api/v2/search/export', 'GET /api/v2/users/show_many', 'GET /api/v2/tickets', 'GET /api/v2/tickets/{ticket_id}', 'PUT /api/v2/tickets/{ticket_id}', 'PUT /api/v2/users/{user_id}'],
	fields,
	check: ({ query }) => (/\btype:/i.test(query ?? '') ? { displayName: 'Only Tickets That Match', message: 'must not hold "type:"; this operation searches tickets only' } : undefined),
	retry: 'safe',
	inTurn: () => 'set up',
	async story(input, door) {
		const found = await exportSearch(door, ['status<solved', input.query ?? ''].filter((part) => part !== '').join(' '));
		const tickets = ticketShape.array().parse(found);
		const results: IDataObject[] = [];
		for (const verdict of planAdoption(tickets, await usersOf(door, tickets), input.channel, input.onlyApi)) results.push(await carryOut(door, verdict, input));
		return results;
	},
});
