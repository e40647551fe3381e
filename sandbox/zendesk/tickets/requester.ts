import type { FastifyRequest } from 'fastify';
import { recordInvalid, type ZendeskError } from '../errors';
import { decidedBy } from '../http';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import type { TicketInput } from './ticketInput';
import type { User } from '../types';
import { createUser, findByIdentity } from '../users/userWrite';

const refuse = (description: string, rule: ZendeskError['rule']): ZendeskError =>
	recordInvalid({ requester: [{ description }] }, rule);

/** A user who may stand on a ticket: 422 where nobody is, or somebody suspended. */
export function standingUser(state: ZendeskState, id: number, role: string): User {
	const user = state.users.get(id);
	if (user === undefined || !user.active || user.suspended) {
		const description = user === undefined || !user.active ? `${role}: ${id} does not exist` : `${role}: ${user.name} is suspended.`;
		throw recordInvalid({ [role.toLowerCase()]: [{ description }] }, RULES.requesterInvalid);
	}
	return user;
}

function byEmail(state: ZendeskState, request: FastifyRequest, email: string, name?: string | null, fields?: Record<string, unknown>): User {
	const known = findByIdentity(state, 'email', email);
	if (known !== undefined) {
		decidedBy(request, RULES.requesterKept);
		return standingUser(state, known.id, 'Requester');
	}
	if (!name?.trim()) throw refuse('Requester: Name: is too short (minimum is 1 character)', RULES.requesterName);
	if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw refuse(`Requester: Email: ${email} is not properly formatted`, RULES.requesterInvalid);
	return createUser(state, { name, email, user_fields: fields });
}

/** Who asks, in Zendesk's order: requester_id, then requester (an id, an address, an object), else the authenticated user. */
export function resolveRequester(state: ZendeskState, request: FastifyRequest, input: TicketInput): User {
	if (input.requester_id) {
		if (input.requester) decidedBy(request, RULES.requesterIdWins);
		return standingUser(state, input.requester_id, 'Requester');
	}
	const { requester } = input;
	if (requester === undefined || requester === null) return request.actor;
	if (typeof requester === 'number') return standingUser(state, requester, 'Requester');
	if (typeof requester === 'string') return byEmail(state, request, requester);
	if (requester.email) return byEmail(state, request, requester.email, requester.name, requester.user_fields);
	if (!requester.name?.trim()) throw refuse('Requester: Name: is too short (minimum is 1 character)', RULES.requesterName);
	decidedBy(request, RULES.requesterNameOnly);
	return createUser(state, { name: requester.name, user_fields: requester.user_fields });
}
